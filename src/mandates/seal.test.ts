import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { details, join, visitor, type TestSite } from '../../test/builders.ts'
import { readFile } from '#platform/files/stored.ts'
import { smtpMailer } from '#platform/mail/mailer.ts'
import { sendMail } from '#platform/mail/send.ts'
import { startSmtp, type TestSmtp } from '#platform/mail/smtp.fixture.ts'
import type { Typesetter } from '#platform/pdf/typesetter.ts'
import { lacks, run, takeApart } from '#platform/seal/openssl.fixture.ts'
import { gather } from './gather.ts'
import { seal } from './seal.ts'
import { sealingSite, type SealingSite } from './sealing.fixture.ts'
import type { SigningRecord } from './signing-record.ts'

let at: SealingSite
let site: TestSite
let typesetter: Typesetter
let smtp: TestSmtp
beforeAll(async () => {
  smtp = await startSmtp()
  at = await sealingSite({ processes: 2 })
  ;({ site, typesetter } = at)
}, 120_000)
afterAll(async () => {
  await at.close()
  await smtp.stop()
})
beforeEach(() => { smtp.taken.length = 0 })

const world = () => at.world
const organisation = parse(readFileSync('content/organisation/organisation.yaml', 'utf8')) as { email: string }
let persons = 0

/** Somebody who has just submitted; answers the ids the job gets. */
async function submitted(answers: Record<string, string> = {}, language: 'en' | 'nl' = 'en') {
  const email = `zegel${persons += 1}@voorbeeld.example`
  await join(site, visitor(site), { email, language, answers })
  const mandate = await site.db.selectFrom('draft').innerJoin('mandate', 'mandate.person_id', 'draft.person_id')
    .select(['mandate.person_id', 'mandate.id'])
    .where('draft.email_index', '=', site.vault.index('email', email)).executeTakeFirstOrThrow()
  return { email, job: { personId: mandate.person_id, mandateId: mandate.id } }
}

const count = async (table: 'seal' | 'stored_file', personId: string) => (await site.db.selectFrom(table).select('person_id')
  .where('person_id', '=', personId).execute()).length
const copies = (personId: string) => site.db.selectFrom('mail').selectAll().where('person_id', '=', personId)
  .where('kind', '=', 'sealed-copy').execute()
async function expectOneOfEach(personId: string) {
  expect({ seals: await count('seal', personId), files: await count('stored_file', personId), mails: (await copies(personId)).length })
    .toEqual({ seals: 1, files: 1, mails: 1 })
  const journaled = await site.db.selectFrom('journal_entry').select('id').where('person_id', '=', personId)
    .where('event', '=', 'mandates.sealed').execute()
  expect(journaled).toHaveLength(1)
}
async function expectNothing(personId: string) {
  expect({ seals: await count('seal', personId), files: await count('stored_file', personId), mails: (await copies(personId)).length })
    .toEqual({ seals: 0, files: 0, mails: 0 })
}
async function sealedFile(personId: string) {
  const row = await site.db.selectFrom('seal').selectAll().where('person_id', '=', personId).executeTakeFirstOrThrow()
  return { row, bytes: (await readFile(site, personId, row.file_id))!.bytes }
}

describe('one seal, one file, one mail for each mandate', () => {
  test('also when the job runs three times at once and once more', async () => {
    const { job } = await submitted()
    await Promise.all([seal(world(), job), seal(world(), job), seal(world(), job)])
    await seal(world(), job)
    await expectOneOfEach(job.personId)
  }, 120_000)

  const dies = () => { throw new Error('killed') }
  test.each<[string, (real: ReturnType<typeof world>) => Partial<ReturnType<typeof world>>]>([
    ['before it is typeset', () => ({ typesetter: { ...typesetter, render: dies } })],
    ['before it is sealed', () => ({ sealer: { seal: dies } })],
    ['before its file is written', ({ files }) => ({ files: { ...files, write: dies } })],
    ['after its file is written',
      ({ files }) => ({ files: { ...files, write: async (id, bytes) => { await files.write(id, bytes); dies() } } })],
    ['after seal and mail are written, before they are committed',
      ({ jobs }) => ({ jobs: { ...jobs, queue: async (...of) => { await jobs.queue(...of); dies() } } })],
  ])('the process dies %s: nothing half is left, and the next try does it', async (_when, broken) => {
    const { job } = await submitted()
    await expect(seal({ ...world(), ...broken(world()) }, job)).rejects.toThrow('killed')
    await expectNothing(job.personId)
    await seal(world(), job)
    await expectOneOfEach(job.personId)
  }, 120_000)

  test('a person who was erased gets nothing, also when the erasure comes while the document is being made', async () => {
    const [before, meanwhile] = [await submitted(), await submitted()]
    await site.vault.erase(site.db, before.job.personId, 'asked', site.clock.now())
    await seal(world(), before.job)
    await expectNothing(before.job.personId)
    const slow: Typesetter = { ...typesetter, async render(...of) {
      const pdf = await typesetter.render(...of)
      await site.vault.erase(site.db, meanwhile.job.personId, 'asked', site.clock.now())
      return pdf
    } }
    await seal({ ...world(), typesetter: slow }, meanwhile.job)
    await expectNothing(meanwhile.job.personId)
  }, 120_000)

  test('a mandate that does not exist is no work', async () => {
    await seal(world(), { personId: crypto.randomUUID(), mandateId: crypto.randomUUID() })
  })
})

describe('the seal', () => {
  test('covers the whole file with a trusted time, and its fingerprint stands in the row', async () => {
    const { job } = await submitted()
    await seal(world(), job)
    const { row, bytes } = await sealedFile(job.personId)
    expect({ level: row.level, test: row.test_certificate }).toEqual({ level: 'B-T', test: false })
    const { cms, covered, all } = takeApart(bytes)
    expect(all).toBe(true)
    expect([cms.length > 2000, covered.length > 10_000]).toEqual([true, true])
    expect(Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).equals(row.sha256)).toBe(true)
  }, 120_000)

  test.skipIf(lacks('pdftotext'))('the document tells person, capacities, fee and evidence in the language of the session', async () => {
    const said = { en: ['lodge complaints with a data protection authority', 'success fee'], nl: ['klachten indienen', 'succesvergoeding'] }
    for (const language of ['en', 'nl'] as const) {
      const { email, job } = await submitted({}, language)
      await seal(world(), job)
      const text = plain((await sealedFile(job.personId)).bytes).toLowerCase()
      const expected = [details.legalName, email, 'Voorbeeldstraat 1', 'Test browser', ...said[language]]
      expect(expected.filter((each) => !text.includes(each.toLowerCase()))).toEqual([])
    }
  }, 120_000)

  test.skipIf(lacks('pdftotext'))
    .each([['Ελένη Παπαδοπούλου'], ['Олександр Шевченко'], ['محمد عبد الله'], ['שרה כהן'],
    ['Nguyễn Thị Ánh-Đào']])('a name as %s is sealed and mailed', async (legalName) => {
    const { job } = await submitted({ legalName })
    await seal(world(), job)
    await expectOneOfEach(job.personId)
    const text = plain((await sealedFile(job.personId)).bytes)
    const letters = [...new Set(legalName.replace(/[\s-]/g, ''))]
    expect(letters.filter((letter) => text.includes(letter)).length).toBeGreaterThan(letters.length / 2)
  }, 120_000)
})

function plain(pdf: Uint8Array): string {
  const place = at.pki.path(`text-${process.hrtime.bigint()}.pdf`)
  writeFileSync(place, pdf)
  return run('pdftotext', [place, '-']).normalize('NFKC').replace(/\s+/g, ' ')
}

describe('the mail with the signed copy (MO-01, AD-08)', () => {
  test.each(['en', 'nl'] as const)('holds the sealed file, the fee, the withdrawal form and its link, the same words in both parts (%s)',
    async (language) => {
    const { email, job } = await submitted({}, language)
    await seal(world(), job)
    const [mail] = await copies(job.personId)
    const mailer = smtpMailer(smtp.url, 'no-reply@voorbeeld.example')
    await sendMail({ ...world(), mailer }, { personId: job.personId, mailId: mail!.id })
    await sendMail({ ...world(), mailer }, { personId: job.personId, mailId: mail!.id })
    mailer.close()
    expect(smtp.taken).toHaveLength(1)
    const got = await new PostalMime().parse(smtp.taken[0]!)
    expect(got.to?.[0]?.address).toBe(email)
    expect(got.replyTo?.[0]?.address, 'the mail says that it may be answered').toBe(organisation.email)
    const { bytes, row } = await sealedFile(job.personId)
    expect(got.attachments).toHaveLength(1)
    expect(Buffer.from(got.attachments[0]!.content as ArrayBuffer).equals(Buffer.from(bytes))).toBe(true)
    expect(got.attachments[0]).toMatchObject({ mimeType: 'application/pdf', filename: expect.stringMatching(/\.pdf$/) })
    const fee = await site.db.selectFrom('fee').selectAll().where('person_id', '=', job.personId).executeTakeFirstOrThrow()
    const form = { en: 'I hereby withdraw', nl: 'herroep' }[language]
    for (const said of [fee.reference!.replace(/(.{4})(?=.)/g, '$1 '), '17', row.sha256.toString('hex'),
      `http://localhost:8080/${language}/tiktok/withdraw`]) {
      expect(oneLine(got.text!)).toContain(said)
      expect(oneLine(words(got.html!))).toContain(said)
    }
    expect(oneLine(got.text!).toLowerCase()).toContain(form.toLowerCase())
    expect(letters(got.text!)).toBe(letters(words(got.html!)))
  }, 120_000)
})

const words = (html: string) => html.slice(html.indexOf('<body')).replace(/<div style="display:none[^>]*>[^<]*<\/div>/, '')
  .replace(/<[^>]+>/g, ' ')
  .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&')
const oneLine = (text: string) => text.replace(/\s+/g, ' ')
const letters = (text: string) => text.replace(/^[=-]+$/gm, '').replace(/[\s:=-]+/g, '')

test('every scope that a claim grants has words in both languages', () => {
  const claims = readdirSync('content/claims')
  const spoken = Object.fromEntries(['en',
    'nl'].map((language) => [language, JSON.parse(readFileSync(`src/words/${language}.json`, 'utf8')) as Record<string, string>]))
  const scopes = claims.flatMap((slug) => {
    const { capacities } = parse(readFileSync(path.join('content/claims', slug, 'claim.yaml'),
      'utf8')) as { capacities: { scope: string[] }[] }
    return capacities.flatMap(({ scope }) => scope)
  })
  expect(scopes.length).toBeGreaterThan(10)
  for (const scope of scopes) for (const language of ['en', 'nl']) expect(spoken[language]?.[`scope.${scope}`], `${scope} in ${language}`)
    .toMatch(/\w/)
})

test('the document says what was signed, also when the details are corrected before it is sealed (SG-06)', async () => {
  const { job } = await submitted()
  const safe = await site.vault.open(site.db, job.personId)
  await site.db.updateTable('participant').set({ legal_name: safe.seal('participant.legal_name', 'Later Corrected') })
    .where('person_id', '=', job.personId).execute()
  const row = await site.db.selectFrom('signature').select('evidence').where('person_id', '=', job.personId).executeTakeFirstOrThrow()
  const signing = JSON.parse(safe.text('signature.evidence', row.evidence)) as SigningRecord
  const { document } = await gather(site.ctx(), { ...job, signing, origin: 'http://localhost:8080' })
  expect(document.signer.name).toBe(details.legalName)
  expect(document.fee[0]).toContain('17.50')
})
