import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listParticipations } from '#participants/queries.ts'
import { listCapacities } from '#mandates/revoke.ts'
import { readFile } from '#platform/files/stored.ts'
import { startTypesetter, type Typesetter } from '#platform/pdf/typesetter.ts'
import { end } from '#leaving/end.ts'
import { typesetReceipt } from '#leaving/keep-receipt.ts'
import { listReceipts } from '#leaving/receipt.ts'
import { newestMail, origin, testSite, type TestSite } from '../../test/builders.ts'
import { family } from '../../test/admitted.ts'
import { askLetter } from './ask-letter.ts'
import { announce } from './court.fixture.ts'
import { noteStep } from './note-step.ts'
import { listLetters, type CourtLetter } from './queries.ts'
import { letterDocument, typesetLetter } from './typeset-letter.ts'
import { courtTerm, courtWay, type Residence } from './way.ts'

let site: TestSite
let f: ReturnType<typeof family>
let typesetter: Typesetter
beforeAll(async () => {
  site = await testSite()
  f = family(site)
  await announce(site, { lastDay: '2027-02-01' })
  typesetter = startTypesetter({ processes: 1 })
})
afterAll(async () => {
  await typesetter.close()
  await site.close()
})

const world = () => ({ ...site, typesetter })
const ask = (email: string, personId: string, residence: Residence = 'netherlands', language: 'en' | 'nl' = 'nl') =>
  f.within((ctx) => askLetter(ctx, { emailIndex: f.indexOf(email), personId, claim: 'tiktok', residence, language }))
const note = (email: string, personId: string, letterId: string, step: 'sent' | 'confirmed', on: string) =>
  f.within((ctx) => noteStep(ctx, { emailIndex: f.indexOf(email), personId, claim: 'tiktok', letterId, step, on, language: 'nl', origin }))
const because = (outcome: { ok: true } | { ok: false; because: string }) => (outcome.ok ? 'done' : outcome.because)

describe('which way, and when (1018f Rv)', () => {
  test('residents of the Netherlands opt out; others opt in, unless the court ordered otherwise', () => {
    expect([courtWay({ abroad: 'opt-in' }, 'netherlands'), courtWay({ abroad: 'opt-in' }, 'abroad'),
      courtWay({ abroad: 'opt-out' }, 'abroad')]).toEqual(['opt-out', 'opt-in', 'opt-out'])
  })
  test('nothing before the announcement, open up to and including the last day, then over', () => {
    const term = { announcedOn: '2026-12-01', lastDay: '2027-02-01' }
    expect(['2026-11-30', '2026-12-01', '2027-02-01', '2027-02-02'].map((day) => courtTerm(term, day)))
      .toEqual(['none', 'open', 'open', 'over'])
    expect(courtTerm(undefined, '2027-01-01')).toBe('none')
  })
})

describe('a letter to the registry (WA-08)', () => {
  test('is prepared, sent and confirmed, each noted once and in order; the six months are mailed (RM-08)', async () => {
    const email = 'griffie@voorbeeld.example'
    const personId = await f.person(email)
    await f.joins(personId)
    expect(because(await ask(email, personId))).toBe('court-closed')
    site.clock.moveTo('2026-12-10T10:00:00Z')
    const asked = await ask(email, personId)
    const id = asked.ok ? asked.value : ''
    expect(because(await note(email, personId, id, 'sent', '2026-12-10'))).toBe('step-too-early')
    await typesetLetter(world(), { personId, letterId: id })
    await typesetLetter(world(), { personId, letterId: id })
    const [letter] = await listLetters(site.ctx(), personId, 'tiktok')
    expect((await readFile(site, personId, letter!.prepared!.fileId))!.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await site.db.selectFrom('stored_file').select('id').where('person_id', '=', personId).execute()).toHaveLength(1)
    site.clock.moveTo('2026-12-20T10:00:00Z')
    expect(because(await note(email, personId, id, 'confirmed', '2026-12-20'))).toBe('step-too-early')
    expect(because(await note(email, personId, id, 'sent', '2026-12-21'))).toBe('court-day-wrong')
    expect(because(await note(email, personId, id, 'sent', '2026-12-09'))).toBe('court-day-wrong')
    expect(because(await note(email, personId, id, 'sent', '2026-12-15'))).toBe('done')
    expect(because(await note(email, personId, id, 'sent', '2026-12-16'))).toBe('ended-already')
    expect((await newestMail(site, email))!.text!.replace(/\s+/g, ' ')).toContain('15 juni 2027')
    expect(because(await note(email, personId, id, 'confirmed', '2026-12-18'))).toBe('done')
    expect((await listLetters(site.ctx(), personId, 'tiktok'))[0])
      .toMatchObject({ kind: 'opt-out', sentOn: '2026-12-15', confirmedOn: '2026-12-18' })
  })

  test('ends nothing, and is there for who left as well (WA-09)', async () => {
    const email = 'weg@voorbeeld.example'
    const personId = await f.person(email)
    await f.joins(personId)
    expect(because(await ask(email, personId, 'abroad'))).toBe('done')
    expect((await listParticipations(site.ctx(), [personId]))[0]!.end).toBeUndefined()
    expect((await listCapacities(site.ctx(), [personId])).every(({ revoked }) => !revoked)).toBe(true)
    await f.within((ctx) => end(ctx, f.leaver(email, personId), 'x'))
    expect(because(await ask(email, personId))).toBe('done')
    expect((await listLetters(site.ctx(), personId, 'tiktok')).map(({ kind }) => kind).sort()).toEqual(['opt-in', 'opt-out'])
  })

  test('of a child names the representative; a child of 17, another family and nobody are kept out', async () => {
    const email = 'kind@voorbeeld.example'
    const parent = await f.person(email)
    const child = await f.child(parent, { born: '2010-01-01' })
    await f.joins(child, { by: parent })
    await f.person('buren@voorbeeld.example')
    for (const other of ['buren@voorbeeld.example', 'niemand@voorbeeld.example']) expect(because(await ask(other, child)))
      .toBe('takes-no-part')
    const minor = await f.person('zeventien@voorbeeld.example', { born: '2010-01-01' })
    await f.joins(minor)
    expect(because(await ask('zeventien@voorbeeld.example', minor))).toBe('takes-no-part')
    const asked = await ask(email, child)
    expect((await listLetters(site.ctx(), child, 'tiktok'))[0]!.content.representative)
      .toEqual({ name: 'Ouder Voorbeeld', relation: 'parent' })
    expect(because(await note('buren@voorbeeld.example', child, asked.ok ? asked.value : '', 'sent', '2026-12-20'))).toBe('takes-no-part')
  })

  test('holds every field in both languages; the Dutch statement stands first in an English letter', async () => {
    const content = {
      court: { name: 'Rechtbank', address: ['Plein 1'], caseNumber: 'C/1', referenceDate: '2026-11-01' }, claim: 'c', respondent: 'TikTok',
      name: 'An Voorbeeld', birthDate: '2015-06-01',
      address: ['Straat 1', '1234 AB Stad', 'Nederland'], residence: 'netherlands' as const,
      representative: { name: 'Ouder Voorbeeld', relation: 'parent' as const },
    }
    for (const language of ['en', 'nl'] as const) for (const kind of ['opt-out', 'opt-in'] as const) {
      const letter: Pick<CourtLetter,
      'id' | 'kind' | 'language' | 'content'> = { id: '00000000-0000-4000-8000-000000000000', kind, language, content }
      const text = JSON.stringify(letterDocument(letter))
      for (const field of ['C/1', 'Rechtbank', 'An Voorbeeld', 'Straat 1', '2015', '2026', 'Ouder Voorbeeld', '1018f']) expect(text)
        .toContain(field)
      expect(text).toContain('Wetboek van Burgerlijke Rechtsvordering')
      const pdf = await typesetter.render('court-letter', letterDocument(letter), { at: new Date('2026-12-10T10:00:00Z') })
      expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-')
    }
  })
})

test('a receipt about leaving is kept once as a document', async () => {
  const email = 'bewijs@voorbeeld.example'
  const personId = await f.person(email)
  await f.joins(personId)
  await f.within((ctx) => end(ctx, f.leaver(email, personId), 'x'))
  const [receipt] = await listReceipts(site.ctx(), [personId])
  for (let i = 0; i < 2; i++) await typesetReceipt(world(), { personId, receiptId: receipt!.id })
  const files = await site.db.selectFrom('stored_file').select(['id', 'kind']).where('person_id', '=', personId).execute()
  expect(files.map(({ kind }) => kind)).toEqual(['receipt-terminated'])
  expect((await readFile(site, personId, files[0]!.id))!.mediaType).toBe('application/pdf')
})
