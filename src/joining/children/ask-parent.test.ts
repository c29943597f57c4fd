import { afterAll, beforeAll, expect, test } from 'vitest'
import { rememberAll } from '../../../test/account-builders.ts'
import { details, join, newestMail, testSite, visitor, type TestSite } from '../../../test/builders.ts'
import { eraseStale, remind } from '#joining/jobs.ts'
import { findDraft } from '#joining/queries.ts'

let site: TestSite
beforeAll(async () => { site = await testSite() })
afterAll(() => site.close())

const email = 'pip@voorbeeld.example'
const draftOf = async () => {
  const row = await site.db.selectFrom('draft').select('person_id').where('email_index', '=', site.vault.index('email', email))
    .executeTakeFirst()
  return row && findDraft(site.ctx(), row.person_id, 'tiktok')
}

test('a child who begins alone asks a parent: the mail names the first name only, and of the draft the first form is left (1:234 BW)',
  async () => {
  const who = visitor(site)
  await who.post('/en/tiktok/join', { name: 'Pip van Geheimenstein', email, statement: 'yes', terms: 'yes' })
  const code = /^\s+(\d{6})$/m.exec((await newestMail(site, email))!.text)![1]!
  await who.post('/en/tiktok/join/code', { code })
  await who.post('/en/tiktok/join/who', { who: 'self' })
  expect((await who.post('/en/tiktok/join/details',
    { ...details, legalName: 'Pip van Geheimenstein', 'birthDate-year': '2014' })).headers.get('location')).toBe('/en/tiktok/join/parent')
  const page = await (await who.get('/en/tiktok/join/parent')).text()
  for (const words of ['You are not yet 18', 'on 24 December 2026', '/en/privacy/children']) expect(page.includes(words), words).toBe(true)
  expect((await who.post('/en/tiktok/join/parent', { parent: 'geen adres' })).status).toBe(422)
  expect((await who.post('/en/tiktok/join/parent', { parent: 'Ouder@voorbeeld.example' })).headers.get('location'))
    .toBe('/en/tiktok/join/parent-asked')
  expect((await who.get('/en/tiktok/join/parent-asked')).status).toBe(200)
  const mail = (await newestMail(site, 'ouder@voorbeeld.example'))!
  expect(mail.subject).toBe('Pip asks you to look at the TikTok claim')
  for (const secret of ['Geheimenstein', email, '2014', details['account-username']]) expect([secret,
    `${mail.text}${mail.html}`.includes(secret)]).toEqual([secret, false])
  const left = (await draftOf())!.answers
  expect(Object.keys(left).sort()).toEqual(['code', 'email', 'name', 'screens', 'statement'])
  expect(JSON.stringify(left)).not.toContain('ouder@voorbeeld.example')
})

test('it is not reminded, and erased with its mails when nobody acts within 30 days (SE-07)', async () => {
  site.clock.moveTo('2026-12-01T10:00:00Z')
  expect(await remind(site)).toBe(0)
  const { personId } = (await draftOf())!
  site.clock.moveTo('2026-12-24T03:10:00Z')
  expect(await eraseStale(site)).toBe(1)
  expect([await draftOf(), await site.vault.find(site.db, personId)]).toEqual([undefined, undefined])
})

test('a name that is an address or a message is not passed on, and nobody is asked often', async () => {
  const who = visitor(site)
  await join(site, who, { email: 'grap@voorbeeld.example', until: 'start' })
  await who.post('/en/tiktok/join', { name: 'www.kwaad.example klik', email: 'kwaad@voorbeeld.example', statement: 'yes', terms: 'yes' })
  await who.post('/en/tiktok/join/code', { code: /^\s+(\d{6})$/m.exec((await newestMail(site, 'kwaad@voorbeeld.example'))!.text)![1]! })
  const ask = (parent: string) => who.post('/en/tiktok/join/parent', { parent })
  expect((await ask('vader@voorbeeld.example')).status).toBe(303)
  expect((await newestMail(site, 'vader@voorbeeld.example'))!.subject).toBe('a child asks you to look at the TikTok claim')
  expect([(await ask('vader@voorbeeld.example')).status, (await ask('moeder@voorbeeld.example')).status,
    (await ask('oom@voorbeeld.example')).status]).toEqual([303, 303, 429])
  await rememberAll(site)
  site.clock.moveTo('2026-12-26T10:00:00Z')
  expect((await ask('oom@voorbeeld.example')).status).toBe(303)
})
