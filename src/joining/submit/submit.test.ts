import { afterAll, beforeAll, expect, test } from 'vitest'
import { getContent } from '#claims/queries.ts'
import { evidenceRows } from '#mandates/evidence-rows.ts'
import type { SigningRecord } from '#mandates/signing-record.ts'
import { findParticipation } from '#participants/queries.ts'
import { details, join, testSite, visitor, type TestSite } from '../../../test/builders.ts'
import { keep } from '#joining/keep.ts'
import { findDraft } from '#joining/queries.ts'
import { signedContent } from '#joining/steps.ts'

let site: TestSite
beforeAll(async () => { site = await testSite() })
afterAll(() => site.close())

const feesOf = (person: string) => site.db.selectFrom('fee').select(['cents', 'reason']).where('person_id', '=', person).execute()
const personOf = async (email: string) =>
  (await site.db.selectFrom('draft').select('person_id').where('email_index', '=', site.vault.index('email', email))
    .orderBy('started_at', 'desc').executeTakeFirstOrThrow()).person_id

test('the record of the signing names person, texts and price, in the language of the contract (SG-04, AX-06)', async () => {
  const who = visitor(site)
  await join(site, who, { email: 'bewijs@voorbeeld.example', until: 'agreements' })
  expect((await who.post('/nl/tiktok/join/sign', { 'signature-typed': details.legalName, 'signature-ticked': 'yes' })).status).toBe(303)
  await who.post('/en/tiktok/join/check')
  const person = await personOf('bewijs@voorbeeld.example')
  const [row] = await site.db.selectFrom('signature').selectAll().where('person_id', '=', person).execute()
  const signing = JSON.parse((await site.vault.open(site.db, person)).text('signature.evidence', row!.evidence)) as SigningRecord
  expect(signing.details).toMatchObject({ legalName: details.legalName, birthDate: '1994-03-27', address: { city: details.city },
    usage: { from: '2019-03', until: null } })
  expect(signing.registrationFee).toEqual({ cents: 1750, vatCents: 304 })
  expect(signing.texts.filter(({ act }) => act === 'sign')).toHaveLength(3)
  for (const { title, act } of signing.texts) expect(signing.signature.sentence.includes(title)).toBe(act === 'sign')
  expect(signing.signature.sentence).toMatch(/^I sign/)
  expect(signing.screens.map(({ screen }) => screen)).toEqual(['start', 'code', 'details', 'agreements', 'sign', 'check'])
})

test('a second claim asks no registration fee, and the button says so; another of the household owes it (MO-09, MO-02)', async () => {
  const email = 'tweeclaims@voorbeeld.example'
  const [first, second, other] = [visitor(site), visitor(site), visitor(site)]
  await join(site, first, { email })
  site.clock.moveTo('2026-11-23T10:01:30Z')
  await join(site, second, { email, claim: 'zoom', until: 'sign', answers: { legalName: 'VOORBEELD DEELNEMÉR' } })
  const check = await (await second.get('/en/zoom/join/check')).text()
  expect(check).toContain('Now: nothing. You owe or paid the registration fee once already')
  expect(check).not.toContain('Join and pay €')
  expect(check).toContain('Join and pay only if I receive money')
  await second.post('/en/zoom/join/check')
  expect(await feesOf(await personOf(email))).toEqual([{ cents: 0, reason: 'owed-for-another-claim' }])
  expect(await (await second.get('/en/zoom/join/done')).text()).not.toContain('IBAN')
  site.clock.moveTo('2026-11-23T10:02:40Z')
  await join(site, other, { email, claim: 'zoom', answers: { legalName: 'Ander Mens' } })
  expect(await feesOf(await personOf(email))).toEqual([{ cents: 1750, reason: 'first-claim-of-this-person' }])
})

test('a drawn signature counts also where the browser filled in the name, and an address proven anew stands after the texts (SG-04, SG-05)',
  async () => {
  const email = 'getekend@voorbeeld.example'
  await join(site, visitor(site), { email, until: 'agreements' })
  site.clock.moveTo('2026-11-23T10:03:45Z')
  const who = visitor(site)
  await join(site, who, { email, until: 'code' })
  const strokes = JSON.stringify({ width: 400, height: 150, strokes: [{ points: [{ x: 10, y: 10, t: 0 }, { x: 90, y: 60, t: 40 }] }] })
  expect((await who.post('/en/tiktok/join/sign', { 'signature-typed': details.legalName })).status).toBe(422)
  expect((await who.post('/en/tiktok/join/sign', { 'signature-typed': details.legalName, signature: strokes })).status).toBe(303)
  await who.post('/en/tiktok/join/check')
  const person = await personOf(email)
  const row = await site.db.selectFrom('signature').selectAll().where('person_id', '=', person).executeTakeFirstOrThrow()
  expect(row.way).toBe('drawn')
  const told = evidenceRows(JSON.parse((await site.vault.open(site.db, person)).text('signature.evidence', row.evidence)) as SigningRecord)
  const place = (event: string) => told.findIndex((each) => each.event.startsWith(event))
  expect([place('Started'), place('Participation agreement') < place('E-mail address proven'),
    place('E-mail address proven') < place('Signed')]).toEqual([0, true, true])
})

test('whose agreed text was renewed before the last button is led back to the texts and told why', async () => {
  const who = visitor(site)
  await join(site, who, { email: 'vernieuwd@voorbeeld.example', until: 'sign' })
  const person = await personOf('vernieuwd@voorbeeld.example')
  expect(await (await who.get('/en/tiktok/join/agreements')).text()).not.toContain('One of the texts was renewed')
  const draft = (await findDraft(site.ctx(), person, 'tiktok'))!
  const agreed = { ...draft.answers.agreed!, texts: draft.answers.agreed!.texts.map((text) => ({ ...text, sha256: 'a'.repeat(64) })) }
  await keep(site.ctx(), draft, 'agreements',
    { agreed, signature: { ...draft.answers.signature!, over: signedContent({ ...draft.answers, agreed }) } })
  expect((await who.post('/en/tiktok/join/check')).headers.get('location')).toBe('/en/tiktok/join/agreements')
  expect(await (await who.get('/en/tiktok/join/agreements')).text()).toContain('One of the texts was renewed')
})

test('of two claims submitted in the same second one owes the registration fee, the other nothing (MO-09)', async () => {
  for (const at of [1, 2, 3]) {
    const email = `tegelijk-${at}@voorbeeld.example`
    const [one, other] = [visitor(site), visitor(site)]
    site.clock.moveTo(`2026-11-23T11:${at}0:00Z`)
    await join(site, one, { email, claim: 'zoom', until: 'sign' })
    site.clock.moveTo(`2026-11-23T11:${at}2:00Z`)
    await join(site, other, { email, claim: 'tiktok', until: 'sign' })
    const answers = await Promise.all([one.post('/en/zoom/join/check'), other.post('/en/tiktok/join/check')])
    expect(answers.map((answer) => answer.headers.get('location'))).toEqual(['/en/zoom/join/done', '/en/tiktok/join/done'])
    const owed = await site.db.selectFrom('fee').innerJoin('draft', 'draft.person_id', 'fee.person_id').select('cents')
      .where('email_index', '=', site.vault.index('email', email)).orderBy('cents').execute()
    expect(owed).toEqual([{ cents: 0 }, { cents: 1750 }])
  }
})

test('the success fee that was agreed stays what it was when the terms of the claim change (SF-01)', async () => {
  const email = 'afgesproken@voorbeeld.example'
  const who = visitor(site)
  site.clock.moveTo('2026-11-23T12:00:00Z')
  await join(site, who, { email })
  const newer = { successPercent: 35, successFixed: 9900 }
  const row = await site.db.selectFrom('content_version').selectAll().where('slug', '=', 'tiktok').orderBy('version', 'desc').limit(1)
    .executeTakeFirstOrThrow()
  const facts = row.facts as { money: object }
  await site.db.insertInto('content_version')
    .values({ ...row, version: row.version + 1, sha256: 'newer terms',
    facts: JSON.stringify({ ...facts, money: { ...facts.money, ...newer } }) }).execute()
  expect((await getContent(site.db, 'tiktok', 'en')).facts.money).toMatchObject(newer)
  expect((await findParticipation(site.ctx(), await personOf(email), 'tiktok'))?.successFee)
    .toEqual({ choice: 'percent', fixedCents: 5000, percent: 20 })
  const account = await (await who.get('/en/account')).text()
  expect([account.includes('20%'), account.includes('35%')]).toEqual([true, false])
})
