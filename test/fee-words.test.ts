import { afterAll, beforeAll, expect, test } from 'vitest'
import { countJoined } from '#figures/live.ts'
import { inAccount } from './account-builders.ts'
import { details, join, testSite, ticks, visitor, type TestSite } from './builders.ts'
import { personAt } from './families.ts'
import { gather } from '#mandates/gather.ts'
import { sealedMail } from '#mandates/emails.ts'
import type { SigningRecord } from '#mandates/signing-record.ts'

let site: TestSite
const email = 'één-keer@voorbeeld.example'
let person: string
beforeAll(async () => {
  site = await testSite()
  await join(site, visitor(site), { email })
  person = await personAt(site, email)
})
afterAll(() => site.close())

/** What the newest document and its mail say about the registration fee. */
async function said() {
  const row = await site.db.selectFrom('mandate').innerJoin('signature', 'signature.id', 'mandate.signature_id')
    .select(['mandate.id', 'evidence']).where('mandate.person_id', '=', person).orderBy('granted_at', 'desc')
    .executeTakeFirstOrThrow()
  const signing = JSON.parse((await site.vault.open(site.db, person)).text('signature.evidence', row.evidence)) as SigningRecord
  const { document } = await gather(site.ctx(), { personId: person, mandateId: row.id, signing, origin: 'http://localhost:8080' })
  const mail = await sealedMail(site.ctx(), { personId: person, signing, sha256: 'f'.repeat(64), origin: 'http://localhost:8080' })
  return { document: document.fee[0], mail: mail.text.replace(/\s+/g, ' ') }
}

test('who signs anew is told that the fee stays as agreed, and gets no second right to withdraw (SG-06, MO-09)', async () => {
  const who = await inAccount(site, email)
  await who.post(`/en/account/details/${person}`, { ...details, legalName: 'Beter Gespeld' })
  expect((await who.post(`/en/account/details/${person}/tiktok/sign`, { terms: 'yes' })).status).toBe(303)
  await who.post('/en/tiktok/join/agreements', { ...(await ticks(who, '/en/tiktok/join')), successFee: 'percent' })
  await who.post('/en/tiktok/join/sign', { 'signature-typed': 'Beter Gespeld', 'signature-ticked': 'yes' })
  site.clock.moveTo('2026-11-23T10:01:00Z')
  expect((await who.post('/en/tiktok/join/check')).headers.get('location')).toBe('/en/tiktok/join/done')
  const { document, mail } = await said()
  expect(document).toContain('as agreed when joining')
  expect(mail).toContain('stays as it was')
  expect(mail).not.toContain('You can withdraw until')
  expect(await (await who.get('/en/account')).text()).toContain('How to pay €17.50')
})

test('the fee that a second claim rests on stays to be paid after the first was left, and the account leads to it', async () => {
  const who = await inAccount(site, email)
  expect((await who.post(`/en/account/claims/zoom/${person}`, { statement: 'yes', terms: 'yes' })).status).toBe(303)
  const at = '/en/zoom/join'
  await who.post(`${at}/details`, { ...details, 'account-email': 'zoom@voorbeeld.example' })
  await who.post(`${at}/agreements`, { ...(await ticks(who, at)), successFee: 'percent' })
  await who.post(`${at}/sign`, { 'signature-typed': 'Beter Gespeld', 'signature-ticked': 'yes' })
  site.clock.moveTo('2026-11-23T10:02:00Z')
  expect((await who.post(`${at}/check`)).headers.get('location')).toBe(`${at}/done`)
  expect((await said()).document).toContain('owed once')
  await who.post('/en/account/withdraw', { [`of-${person}-tiktok`]: 'yes' })
  const home = await (await who.get('/en/account')).text()
  expect(home).toContain('Pay the registration fee of €17.50')
  expect(home).toContain('That one fee covers this claim too')
  expect(home).toContain(`/en/account/fee/${person}/tiktok`)
})

test('who left is not counted among those who take part', async () => {
  expect([(await countJoined(site.db, 'tiktok')).signed, (await countJoined(site.db, 'zoom')).signed]).toEqual([0, 1])
})

test('nobody is bound to pay more than the button said: the new amount is shown first (MO-02)', async () => {
  const who = visitor(site)
  await join(site, who, { email: 'knop@voorbeeld.example', until: 'sign' })
  expect(await (await who.get('/en/tiktok/join/check')).text()).toContain('name="cents" value="1750"')
  const before = await who.post('/en/tiktok/join/check', { cents: '1250' })
  expect(before.status).toBe(422)
  const page = await before.text()
  expect(page).toContain('The registration fee was changed while you were reading')
  expect(page).toContain('name="cents" value="1750"')
  expect((await who.post('/en/tiktok/join/check', { cents: '1750' })).headers.get('location')).toBe('/en/tiktok/join/done')
})
