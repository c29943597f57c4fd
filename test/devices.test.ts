import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmed, joined, signedIn, wait } from './account-builders.ts'
import { codeFor, testSite, visitor, type TestSite } from './builders.ts'

let site: TestSite
const [email, other] = ['apparaat@voorbeeld.example', 'buren@voorbeeld.example']
beforeAll(async () => {
  site = await testSite()
  await joined(site, email)
  await joined(site, other)
})
afterAll(() => site.close())

const chrome = 'Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.7339.51 Mobile Safari/537.36'
const living = async () => site.db.selectFrom('session').select(['id', 'lasting', 'browser', 'system', 'seen_at', 'expires_at'])
  .where('email_index', '=', site.vault.index('email', email)).where('ended_at', 'is', null).where('proven_at', 'is not', null)
    .where('expires_at', '>', site.clock.now()).orderBy('created_at').execute()
const fromCookie = (answer: Response) => answer.headers.getSetCookie()[0]!

test('without “remember this device” the session ends after 12 hours and its cookie with the browser; with it after 30 days', async () => {
  wait(site, 31 * 24 * 60)
  const [brief, lasting] = [visitor(site), visitor(site)]
  expect(fromCookie(await brief.post('/en/sign-in', { email }))).not.toContain('Max-Age')
  expect(fromCookie(await brief.post('/en/sign-in/code', { code: await codeFor(site, email) }))).not.toContain('Max-Age')
  wait(site, 2)
  await lasting.post('/en/sign-in', { email })
  expect(fromCookie(await lasting.post('/en/sign-in/code', { code: await codeFor(site, email), remember: 'yes' })))
    .toContain('Max-Age=2592000')
  expect((await living()).map((row) => row.lasting)).toEqual([false, true])
  wait(site, 12 * 60 - 3)
  expect((await brief.get('/en/account')).status).toBe(200)
  wait(site, 3)
  expect([(await brief.get('/en/account')).status, (await lasting.get('/en/account')).status]).toEqual([403, 200])
  wait(site, 30 * 24 * 60 - 12 * 60)
  expect((await lasting.get('/en/account')).status).toBe(403)
})

test('of the device two coarse words are kept, and when it was used last once an hour at most', async () => {
  const who = await signedIn(site, email)
  const get = () => site.app.request('/en/account/sign-in',
    { headers: { host: 'localhost:8080', cookie: `session=${who.cookies.get('session')}`, 'user-agent': chrome } })
  await get()
  const [first] = await living()
  expect([first?.browser, first?.system]).toEqual(['chrome', 'android'])
  wait(site, 59)
  await get()
  expect((await living())[0]!.seen_at).toEqual(first!.seen_at)
  wait(site, 1)
  const page = await (await get()).text()
  expect((await living())[0]!.seen_at!.getTime()).toBe(first!.seen_at!.getTime() + 3_600_000)
  expect(page).toContain('Chrome on Android')
  expect(page).toContain('This device')
  const columns = await site.db.selectFrom('session').selectAll().execute()
  expect(JSON.stringify(columns)).not.toMatch(/Mozilla|SM-S911B|140\.0/)
})

test('a page shows the devices of its own address only, and never a token or its hash', async () => {
  wait(site, 2)
  const mine = await signedIn(site, email)
  const neighbour = await signedIn(site, other)
  await neighbour.get('/en/account')
  const theirs = await site.db.selectFrom('session').select(['id', 'token_hash'])
    .where('email_index', '=', site.vault.index('email', other)).execute()
  const page = await (await mine.get('/en/account/sign-in')).text()
  const own = await site.db.selectFrom('session').select('token_hash').execute()
  for (const { id } of theirs) expect(page).not.toContain(id)
  for (const { token_hash } of own) for (const form of ['hex', 'base64',
    'base64url'] as const) expect(page).not.toContain(token_hash.toString(form))
})

test('one other device is signed out, or all others; never one of somebody else', async () => {
  wait(site, 13 * 60)
  const first = await signedIn(site, email)
  wait(site, 2)
  const second = await signedIn(site, email)
  wait(site, 2)
  const third = await signedIn(site, email)
  const neighbour = await signedIn(site, other)
  const [one, two] = await living()
  const [theirs] = await site.db.selectFrom('session').select('id').where('email_index', '=', site.vault.index('email', other))
    .where('ended_at', 'is', null).orderBy('created_at', 'desc').limit(1).execute()
  for (const id of [theirs!.id, 'x', '00000000-0000-4000-8000-000000000000', (await living())[2]!.id]) {
    expect((await third.get(`/en/account/sign-in/end/${id}`)).status).toBe(404)
    expect((await third.post(`/en/account/sign-in/end/${id}`)).status).toBe(404)
  }
  expect((await third.post(`/en/account/sign-in/end/${one!.id}`)).status).toBe(303)
  expect([(await first.get('/en/account')).status, (await second.get('/en/account')).status]).toEqual([403, 200])
  expect((await third.get('/en/account/sign-in/end/others')).status).toBe(200)
  expect((await third.post('/en/account/sign-in/end/others')).status).toBe(303)
  expect([(await second.get('/en/account')).status, (await third.get('/en/account')).status, (await neighbour.get('/en/account')).status])
    .toEqual([403, 200, 200])
  expect((await living()).map(({ id }) => id)).not.toContain(two!.id)
})

test('ending others needs a fresh proof; joining a second claim or going on for somebody else gives none', async () => {
  wait(site, 13 * 60)
  const who = await signedIn(site, email)
  wait(site, 16)
  expect((await who.post('/en/account/sign-in/end/others')).headers.get('location'))
    .toBe('/en/account/confirm?to=%2Faccount%2Fsign-in%2Fend%2Fothers')
  expect((await confirmed(site, who, email, '/account/sign-in/end/others')).headers.get('location')).toBe('/en/account/sign-in/end/others')
  const { findSession, isFresh, renewProven } = await import('#identity/sessions.ts')
  wait(site, 16)
  const session = (await findSession(site.ctx(), who.cookies.get('session')!))!
  const renewed = (await findSession(site.ctx(), await renewProven(site.ctx(), session, session.personId)))!
  expect([isFresh(renewed, site.clock.now()), renewed.provenAt]).toEqual([false, session.provenAt])
})
