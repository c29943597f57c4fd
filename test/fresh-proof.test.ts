import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '#web/pages.ts'
import { confirmed, joined, signedIn, wait } from './account-builders.ts'
import { personAt } from './families.ts'
import { codeFor, newestMail, testSite, visitor, type TestSite, type Visitor } from './builders.ts'

let site: TestSite
let who: Visitor
let person: string
const email = 'vers@voorbeeld.example'
beforeAll(async () => {
  site = await testSite()
  await joined(site, email)
  who = await signedIn(site, email)
  person = await personAt(site, email)
})
afterAll(() => site.close())

const asking = pages.filter((page) => page.who === 'freshly-proven')
const pathOf = (path: string) => path.replace(/^\/:lang\{[^/]+\}/, '').replace(':person', person).replace(':session', 'others')
  .replace(':claim', 'tiktok').replace(/:\w+/g, '00000000-0000-4000-8000-000000000000')
const entries = async () => (await site.db.selectFrom('journal_entry').select((q) => q.fn.countAll<number>().as('n'))
  .executeTakeFirstOrThrow()).n

test('there are pages that ask for it', () => expect(asking.map(({ path }) => path))
  .toContain('/:lang{(?:en|nl)}/account/bank-account/:person'))

describe('a page that asks for a proof younger than 15 minutes', () => {
  test.each(asking.map((page) => [page.path, page] as const))('%s leads others to prove it once more, and takes nothing from them',
    async (_, page) => {
    if (site.clock.now().getTime() < Date.parse('2026-11-23T11:20:00Z')) wait(site, 16)
    const path = pathOf(page.path)
    const [shown, before] = [await who.get(`/en${path}`), await entries()]
    expect([shown.status, shown.headers.get('location')]).toEqual([303, `/en/account/confirm?to=${encodeURIComponent(path)}`])
    if (!page.send) return
    const sent = await who.post(`/nl${path}`,
      { email: 'nieuw@voorbeeld.example', holder: 'Dief', iban: 'NL91ABNA0417164300', own: 'yes', answer: '{}', code: '123456' })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/nl/account/confirm?to=${encodeURIComponent(path)}`])
    expect(await entries()).toBe(before)
    for (const table of ['bank_account', 'email_change_ask', 'passkey'] as const) expect(await site.db.selectFrom(table).select('person_id')
      .execute()).toEqual([])
  })

  test('opens for 15 minutes after a code to the account’s own address, under a new token, and leads back', async () => {
    const to = `/account/bank-account/${person}`
    const before = who.cookies.get('session')!
    const page = await (await who.get(`/en/account/confirm?to=${encodeURIComponent(to)}`)).text()
    expect(page).toContain(`name="to" value="${to}"`)
    const sent = await who.post('/en/account/confirm', { to })
    expect(sent.headers.get('location')).toBe(`/en/account/confirm/code?to=${encodeURIComponent(to)}`)
    expect((await newestMail(site, email))?.subject).toMatch(/^\d{6} is your code to confirm that it is you$/)
    const done = await who.post('/en/account/confirm/code', { to, code: await codeFor(site, email) })
    expect([done.status, done.headers.get('location')]).toEqual([303, `/en${to}`])
    expect(done.headers.getSetCookie()[0]).not.toContain('Max-Age')
    expect(who.cookies.get('session')).not.toBe(before)
    expect((await site.app.request(`/en${to}`, { headers: { host: 'localhost:8080', cookie: `session=${before}` } })).status).toBe(403)
    wait(site, 14)
    expect((await who.get(`/en${to}`)).status).toBe(200)
    wait(site, 1)
    expect((await who.get(`/en${to}`)).status).toBe(303)
  })

  test.each(['', '//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example', '/account', '/sign-out',
    '/account/email/../../sign-out', '/account/bank-account/x?y=1', '/account/bank-account/x\r\nset-cookie: a=b',
    `/account/email/${'x'.repeat(300)}`])(
    'never leads to %j', async (to) => {
      wait(site, 20)
      expect((await confirmed(site, who, email, to)).headers.get('location')).toBe('/en/account')
    })

  test('is not opened by a code that was sent for something else, and the sign-in is not by this one', async () => {
    wait(site, 20)
    const other = visitor(site)
    await other.post('/en/sign-in', { email })
    const forSignIn = await codeFor(site, email)
    expect((await who.post('/en/account/confirm/code', { to: '', code: forSignIn })).status).toBe(422)
    wait(site, 2)
    await who.post('/en/account/confirm', { to: '' })
    const forConfirming = await codeFor(site, email)
    if (forConfirming !== forSignIn) expect((await other.post('/en/sign-in/code', { code: forConfirming })).status).toBe(422)
    expect((await who.post('/en/account/confirm/code', { to: '', code: forConfirming })).status).toBe(303)
  })
})

test('nobody is led there who is not signed in', async () => {
  for (const path of ['/en/account/confirm', '/en/account/confirm/code', `/en/account/email/${person}`]) expect((await visitor(site)
    .get(path)).status).toBe(403)
  expect((await visitor(site).post('/en/account/confirm')).status).toBe(403)
})
