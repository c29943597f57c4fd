import { afterAll, beforeAll, expect, test } from 'vitest'
import { join, newestMail, testSite, visitor, type TestSite } from '../../test/builders.ts'
import { personsAt, takesPart } from './queries.ts'

let site: TestSite
beforeAll(async () => { site = await testSite() })
afterAll(() => site.close())

const email = 'gezin@voorbeeld.example'

test('who was erased is nobody at their address: the account shows the rest of the household, then nobody', async () => {
  const [one, other] = [visitor(site), visitor(site)]
  await join(site, one, { email, answers: { legalName: 'Eerste Voorbeeld' } })
  site.clock.moveTo('2026-11-23T10:10:00Z')
  await join(site, other, { email, answers: { legalName: 'Tweede Voorbeeld' } })
  const index = site.vault.index('email', email)
  const [first, second] = await personsAt(site, index)
  await site.vault.erase(site.db, first!, 'on-request', site.clock.now())
  const account = await other.get('/en/account')
  const shown = await account.text()
  expect([account.status, shown.includes('Eerste'), shown.includes('Tweede')]).toEqual([200, false, true])

  await site.vault.erase(site.db, second!, 'on-request', site.clock.now())
  expect((await other.get('/en/account')).status).toBe(200)
  expect([await personsAt(site, index), await takesPart(site, index, 'tiktok')]).toEqual([[], false])
  site.clock.moveTo('2026-11-23T10:20:00Z')
  expect((await visitor(site).post('/en/sign-in', { email })).status).toBe(303)
  expect((await newestMail(site, email))?.text).not.toMatch(/^\s+\d{6}$/m)
  site.clock.moveTo('2026-11-23T10:30:00Z')
  await join(site, visitor(site), { email })
  expect(await personsAt(site, index)).toHaveLength(1)
})
