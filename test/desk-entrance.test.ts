import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listOrganisers } from '#organisers/queries.ts'
import { suspend } from '#organisers/suspend.ts'
import { transact } from '#platform/world.ts'
import { wait } from './account-builders.ts'
import { asked, invited, link, sending, typed } from './at-the-door.ts'
import { codeFor, newestMail, testSite, visitor, type TestSite, type Visitor } from './builders.ts'
import { deskVisitor } from './desk.ts'
import { passkeyDevice } from './passkey-device.ts'

const https = { origin: 'https://desk.voorbeeld.example', production: true, localMailbox: true }
const deskCookieOf = (who: Visitor) => who.cookies.get('session-desk') ?? who.cookies.get('__Host-session-desk')
const noCode = (site: TestSite, email: string) => codeFor(site, email).then(() => 'a code', () => 'none')

describe('the first link', () => {
  let site: TestSite
  beforeAll(async () => { site = await testSite() })
  afterAll(() => site.close())

  test('is kept as a hash; a newer one voids it; opening it uses nothing up', async () => {
    const [old, now] = [(await link(site))!, (await link(site))!]
    expect((await visitor(site).get(`/en/desk/first/${old}`)).status).toBe(404)
    for (let times = 0; times < 3; times += 1) expect((await visitor(site).get(`/nl/desk/first/${now}`)).status).toBe(200)
    expect((await visitor(site).get(`/en/desk/first/${'A'.repeat(43)}`)).status).toBe(404)
    expect(JSON.stringify(await site.db.selectFrom('first_link').selectAll().execute())).not.toContain(now)
    expect((await visitor(site).post(`/en/desk/first/${old}`, { name: 'Dief', email: 'dief@voorbeeld.example' })).status).toBe(404)
    expect(await newestMail(site, 'dief@voorbeeld.example')).toBeUndefined()
  })

  test('makes nobody an organiser before the code came back, also where the address was mistyped', async () => {
    const token = (await link(site))!
    const who = visitor(site)
    const mistyped = await who.post(`/en/desk/first/${token}`, { name: 'Ada Eerst', email: 'verkeerd@voorbeeld.example' })
    expect(mistyped.headers.get('location')).toBe('/en/desk/sign-in/code')
    expect(await listOrganisers(site.ctx())).toEqual([])
    // Whoever gets that mail has a code, and no session in which it counts.
    wait(site, 2)
    expect((await asked(site, 'verkeerd@voorbeeld.example')).status).toBe(303)
    expect((await newestMail(site, 'verkeerd@voorbeeld.example'))?.subject).toBe('No code for the desk')
    expect((await who.get('/en/desk/passkey')).status).toBe(403)
    wait(site, 2)
    await who.post(`/en/desk/first/${token}`, { name: 'Ada Eerst', email: 'Ada@voorbeeld.example' })
    expect((await typed(site, who, 'ada@voorbeeld.example')).headers.get('location')).toBe('/en/desk/passkey')
    expect(await listOrganisers(site.ctx())).toMatchObject([
      { name: 'Ada Eerst', email: 'ada@voorbeeld.example', roles: ['administrator'], expiresAt: null },
    ])
  })

  test('is used up then, for everybody, and no other is made while somebody administers', async () => {
    const rows = await site.db.selectFrom('first_link').selectAll().execute()
    expect(rows).toMatchObject([{ used_at: expect.any(Date), person_id: null, email: null, name: null }])
    expect(await link(site)).toBeUndefined()
  })

  test('given out twice makes one administrator', async () => {
    const other = await testSite()
    const token = (await link(other))!
    const [one, two] = [visitor(other), visitor(other)]
    await one.post(`/en/desk/first/${token}`, { name: 'Een', email: 'een@voorbeeld.example' })
    await two.post(`/en/desk/first/${token}`, { name: 'Twee', email: 'twee@voorbeeld.example' })
    const answers = await Promise.all([typed(other, one, 'een@voorbeeld.example'), typed(other, two, 'twee@voorbeeld.example')])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await listOrganisers(other.ctx())).toHaveLength(1)
    await other.close()
  })
})

describe('in production', () => {
  let site: TestSite
  let chief: string
  const from = { origin: https.origin }
  const device = passkeyDevice({ origin: https.origin, rpId: 'desk.voorbeeld.example' })
  const nora = 'nora@voorbeeld.example'
  let who: Visitor
  const options = async (browser: Visitor, path: string) =>
    ((await (await browser.post(path, {}, from)).json()) as { options: never }).options
  const bySigning = async (answer: string, browser = visitor(site)) => ({
    browser, answer: await browser.post('/en/desk/sign-in/passkey', { answer }, from),
  })

  beforeAll(async () => {
    site = await testSite(https)
    chief = (await deskVisitor(site, ['administrator'])).organiser.personId
    await invited(site, chief, nora)
  })
  afterAll(() => site.close())

  test('a code opens the page on which the passkey is made and nothing else', async () => {
    who = (await asked(site, nora, visitor(site), from)).who
    const answer = await typed(site, who, nora, from)
    expect(answer.headers.get('location')).toBe('/en/desk/passkey')
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-session-desk=.+HttpOnly.*Secure.*SameSite=Lax/)
    const page = await (await who.get('/en/desk/passkey')).text()
    expect(page).not.toContain('Go on without')
    for (const path of ['/en/desk/payments', '/en/account', '/en/account/sign-in']) expect((await who.get(path)).status).toBe(403)
  })

  test('the passkey enrols, goes on under a new token, and is told by mail', async () => {
    const before = deskCookieOf(who)
    const elsewhere = await options(who, '/en/desk/passkey/options')
    expect((await who.post('/en/desk/passkey', { answer: passkeyDevice().add(elsewhere) }, from)).status).toBe(422)
    wait(site, 1)
    const made = await who.post('/en/desk/passkey', { answer: device.add(await options(who, '/en/desk/passkey/options')) }, from)
    expect(made.headers.get('location')).toBe('/en/desk')
    expect(deskCookieOf(who)).not.toBe(before)
    expect((await newestMail(site, nora))?.subject).toBe('A passkey for the desk was added')
    expect((await listOrganisers(site.ctx())).find(({ email }) => email === nora)).toMatchObject({
      expiresAt: null, enrolledAt: site.clock.now(),
    })
    const old = await site.app.request('/en/desk/passkey', { headers: { host: 'localhost:8080', cookie: `__Host-session-desk=${before}` } })
    expect(old.status).toBe(403)
  })

  test('from then on no code lets in; the mail says why, and the page says the same as to a stranger', async () => {
    wait(site, 2)
    const known = await asked(site, nora, visitor(site), from)
    const stranger = await asked(site, 'niemand@voorbeeld.example', visitor(site), from)
    expect([known.status, known.to]).toEqual([stranger.status, stranger.to])
    expect(await (await known.who.get('/en/desk/sign-in/code')).text()).toBe(await (await stranger.who.get('/en/desk/sign-in/code')).text())
    expect((await newestMail(site, nora))?.text).toContain('only that lets you in')
    expect((await newestMail(site, 'niemand@voorbeeld.example'))?.text).toContain('Nobody works there')
    expect(await noCode(site, 'niemand@voorbeeld.example')).toBe('none')
  })

  test('an older session by code cannot add a second passkey beside the first', async () => {
    const late = visitor(site)
    await invited(site, chief, 'laat@voorbeeld.example')
    await asked(site, 'laat@voorbeeld.example', late, from)
    await typed(site, late, 'laat@voorbeeld.example', from)
    const thief = visitor(site)
    thief.cookies.set('__Host-session-desk', deskCookieOf(late)!)
    const stolen = await options(thief, '/en/desk/passkey/options')
    const own = passkeyDevice({ origin: https.origin, rpId: 'desk.voorbeeld.example' })
    const others = passkeyDevice({ origin: https.origin, rpId: 'desk.voorbeeld.example' })
    const enrolled = await late.post('/en/desk/passkey', { answer: own.add(await options(late, '/en/desk/passkey/options')) }, from)
    expect([enrolled.status, (await thief.post('/en/desk/passkey', { answer: others.add(stolen) }, from)).status]).toEqual([303, 403])
  })

  test('an invitation that ran out lets nobody in, nor one who proved the address while it still counted', async () => {
    await invited(site, chief, 'over@voorbeeld.example')
    wait(site, 7 * 1440 - 5)
    const early = (await asked(site, 'over@voorbeeld.example', visitor(site), from)).who
    expect((await typed(site, early, 'over@voorbeeld.example', from)).status).toBe(303)
    const asking = await options(early, '/en/desk/passkey/options')
    wait(site, 6)
    const fresh = passkeyDevice({ origin: https.origin, rpId: 'desk.voorbeeld.example' })
    expect((await early.post('/en/desk/passkey', { answer: fresh.add(asking) }, from)).status).toBe(422)
    await asked(site, 'over@voorbeeld.example', visitor(site), from)
    expect((await newestMail(site, 'over@voorbeeld.example'))?.text).toContain('has run out')
  })

  test('the passkey opens the desk once per answer, for 12 hours, and is refused for who is paused', async () => {
    const signing = device.sign(await options(visitor(site), '/en/desk/sign-in/passkey/options'))
    const { browser, answer } = await bySigning(signing)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/en/desk'])
    expect((await bySigning(signing)).answer.status).toBe(422)
    expect((await browser.get('/en/desk/passkey')).status).toBe(200)
    wait(site, 12 * 60 + 1)
    expect((await browser.get('/en/desk/passkey')).status).toBe(403)
    const person = (await listOrganisers(site.ctx())).find(({ email }) => email === nora)!.personId
    const { browser: open } = await bySigning(device.sign(await options(visitor(site), '/en/desk/sign-in/passkey/options')))
    await transact(site, (ctx) => suspend(ctx, sending, person), `organiser:${chief}`)
    expect((await open.get('/en/desk/passkey')).status).toBe(403)
    const shut = await bySigning(device.sign(await options(visitor(site), '/en/desk/sign-in/passkey/options')))
    expect([shut.answer.status, deskCookieOf(shut.browser)]).toEqual([422, undefined])
    expect(await shut.answer.text()).toContain('This access is paused')
    wait(site, 2)
    await asked(site, nora, visitor(site), from)
    expect((await newestMail(site, nora))?.text).toContain('Your access is paused')
  })
})
