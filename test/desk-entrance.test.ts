import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { giveUpAdministrators, makeFirstLink } from '#organisers/entrance/first-link.ts'
import { invite } from '#organisers/invite.ts'
import { listOrganisers } from '#organisers/queries.ts'
import type { Role } from '#organisers/roles.ts'
import { suspend } from '#organisers/suspend.ts'
import { transact } from '#platform/world.ts'
import { joined, optionsAt, signedIn, wait } from './account-builders.ts'
import { codeFor, newestMail, testSite, visitor, type TestSite, type Visitor } from './builders.ts'
import { deskVisitor } from './desk.ts'
import { personAt } from './families.ts'
import { passkeyDevice } from './passkey-device.ts'

const sending = { sender: { name: 'Voorbeeldstichting', address: [], email: 'info@voorbeeld.example', origin: 'http://localhost:8080' } }
const https = { origin: 'https://desk.voorbeeld.example', production: true, localMailbox: true }
const deskCookieOf = (who: Visitor) => who.cookies.get('session-desk') ?? who.cookies.get('__Host-session-desk')
const link = (site: TestSite) => transact(site, makeFirstLink, 'system')
const invited = (site: TestSite, by: string, email: string, roles: readonly Role[] = ['lawyer']) =>
  transact(site, (ctx) => invite(ctx, sending, { name: 'Uitgenodigd Voorbeeld', email, language: 'en', roles }), `organiser:${by}`)

/** Asks for a code at the desk; answers the browser and where it was led. */
async function asked(site: TestSite, email: string, who = visitor(site), headers = {}) {
  const answer = await who.post('/en/desk/sign-in', { email }, headers)
  return { who, status: answer.status, to: answer.headers.get('location') }
}
const typed = async (site: TestSite, who: Visitor, email: string, headers = {}) => who.post('/en/desk/sign-in/code', { code: await codeFor(site, email) }, headers)
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
    expect((await who.post(`/en/desk/first/${token}`, { name: 'Ada Eerst', email: 'verkeerd@voorbeeld.example' })).headers.get('location')).toBe('/en/desk/sign-in/code')
    expect(await listOrganisers(site.ctx())).toEqual([])
    // Whoever gets that mail has a code, and no session in which it counts.
    wait(site, 2)
    expect((await asked(site, 'verkeerd@voorbeeld.example')).status).toBe(303)
    expect((await newestMail(site, 'verkeerd@voorbeeld.example'))?.subject).toBe('No code for the desk')
    expect((await who.get('/en/desk/passkey')).status).toBe(403)
    wait(site, 2)
    await who.post(`/en/desk/first/${token}`, { name: 'Ada Eerst', email: 'Ada@voorbeeld.example' })
    expect((await typed(site, who, 'ada@voorbeeld.example')).headers.get('location')).toBe('/en/desk/passkey')
    expect(await listOrganisers(site.ctx())).toMatchObject([{ name: 'Ada Eerst', email: 'ada@voorbeeld.example', roles: ['administrator'], expiresAt: null }])
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
  const options = async (browser: Visitor, path: string) => ((await (await browser.post(path, {}, from)).json()) as { options: never }).options
  const bySigning = async (answer: string, browser = visitor(site)) => ({ browser, answer: await browser.post('/en/desk/sign-in/passkey', { answer }, from) })

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
    expect((await listOrganisers(site.ctx())).find(({ email }) => email === nora)).toMatchObject({ expiresAt: null, enrolledAt: site.clock.now() })
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
    expect((await late.post('/en/desk/passkey', { answer: own.add(await options(late, '/en/desk/passkey/options')) }, from)).status).toBe(303)
    expect((await thief.post('/en/desk/passkey', { answer: passkeyDevice({ origin: https.origin, rpId: 'desk.voorbeeld.example' }).add(stolen) }, from)).status).toBe(403)
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

describe('desk and account', () => {
  let site: TestSite
  const both = 'beide@voorbeeld.example'
  const [ofAccount, ofDesk] = [passkeyDevice(), passkeyDevice()]
  beforeAll(async () => {
    site = await testSite()
    const chief = (await deskVisitor(site, ['administrator'])).organiser.personId
    await joined(site, both)
    const account = await signedIn(site, both)
    const person = await personAt(site, both)
    await account.post(`/en/account/passkeys/add/${person}`, { answer: ofAccount.add(await optionsAt(account, `/en/account/passkeys/add/${person}/options`)) })
    // The same human being also works here, with the same address.
    await invited(site, chief, both)
    wait(site, 60)
    const { who } = await asked(site, both)
    await typed(site, who, both)
    expect((await who.post('/en/desk/passkey', { answer: ofDesk.add(await optionsAt(who, '/en/desk/passkey/options')) })).status).toBe(303)
  })
  afterAll(() => site.close())

  const atDesk = async (answer: string) => (await visitor(site).post('/en/desk/sign-in/passkey', { answer })).status
  const atAccount = async (answer: string) => (await visitor(site).post('/en/sign-in/passkey', { answer })).status
  const deskOptions = () => optionsAt(visitor(site), '/en/desk/sign-in/passkey/options')
  const accountOptions = () => optionsAt(visitor(site), '/en/sign-in/passkey/options')

  test('a passkey of the one never opens the other, nor does a challenge made for the other', async () => {
    expect([await atDesk(ofDesk.sign(await deskOptions())), await atAccount(ofAccount.sign(await accountOptions()))]).toEqual([303, 303])
    expect([await atDesk(ofAccount.sign(await deskOptions())), await atAccount(ofDesk.sign(await accountOptions()))]).toEqual([422, 422])
    expect([await atDesk(ofDesk.sign(await accountOptions())), await atAccount(ofAccount.sign(await deskOptions()))]).toEqual([422, 422])
  })

  test('a session of the one opens nothing of the other, in whichever cookie it comes', async () => {
    wait(site, 60)
    const account = await signedIn(site, both)
    wait(site, 2)
    const { who: desk } = await asked(site, both)
    await typed(site, desk, both)
    expect([(await account.get('/en/account')).status, (await desk.get('/en/desk/passkey')).status]).toEqual([200, 200])
    const swapped = visitor(site)
    swapped.cookies.set('session', desk.cookies.get('session-desk')!)
    swapped.cookies.set('session-desk', account.cookies.get('session')!)
    for (const path of ['/en/account', '/en/account/sign-in', '/en/desk/passkey', '/en/desk/sign-in/code']) expect([path, (await swapped.get(path)).status]).toEqual([path, 403])
    expect((await swapped.post('/en/desk/passkey/options')).status).toBe(403)
    expect((await swapped.post('/en/account/confirm', { to: '/account' })).status).toBe(403)
  })

  test('signing out of all devices in the account leaves the desk open, and is not listed there', async () => {
    wait(site, 60)
    const { who: desk } = await asked(site, both)
    await typed(site, desk, both)
    wait(site, 2)
    const account = await signedIn(site, both)
    await account.post('/en/account/sign-in/end/others')
    expect((await desk.get('/en/desk/passkey')).status).toBe(200)
    expect((await desk.post('/en/desk/sign-out')).headers.get('location')).toBe('/en/desk/sign-in')
    expect([(await desk.get('/en/desk/passkey')).status, (await account.get('/en/account')).status]).toEqual([403, 200])
  })

  test('who only typed an address opens nothing and writes nothing about its owner', async () => {
    wait(site, 60)
    const { who } = await asked(site, both)
    for (const path of ['/en/desk/passkey', '/en/desk/me', '/en/desk/proposals']) expect((await who.get(path)).status).toBe(403)
    const outs = () => site.db.selectFrom('journal_entry').select('id').where('event', '=', 'organisers.signed-out').execute()
    const before = await outs()
    expect((await who.post('/en/desk/sign-out')).status).toBe(303)
    expect(await outs()).toEqual(before)
  })

  test('a code of the one does not prove the other', async () => {
    wait(site, 60)
    const account = visitor(site)
    await account.post('/en/sign-in', { email: both })
    const code = await codeFor(site, both)
    wait(site, 2)
    const { who: desk } = await asked(site, both)
    expect((await desk.post('/en/desk/sign-in/code', { code })).status).toBe(422)
    const ofTheDesk = await codeFor(site, both)
    expect((await account.post('/en/sign-in/code', { code: ofTheDesk === code ? '000000' : ofTheDesk })).status).toBe(422)
  })
})

describe('when every administrator has lost the way in', () => {
  let site: TestSite
  const from = { origin: https.origin }
  const ada = 'ada@voorbeeld.example'
  const options = async (browser: Visitor, path: string) => ((await (await browser.post(path, {}, from)).json()) as { options: never }).options
  const newDevice = () => passkeyDevice({ origin: https.origin, rpId: 'desk.voorbeeld.example' })
  const enrols = async (who: Visitor, device: ReturnType<typeof newDevice>) =>
    (await who.post('/en/desk/passkey', { answer: device.add(await options(who, '/en/desk/passkey/options')) }, from)).status
  const signsIn = async (device: ReturnType<typeof newDevice>, who = visitor(site)) =>
    ({ who, status: (await who.post('/en/desk/sign-in/passkey', { answer: device.sign(await options(who, '/en/desk/sign-in/passkey/options')) }, from)).status })
  const byLink = async (email: string) => {
    const who = visitor(site)
    await who.post(`/en/desk/first/${await link(site)}`, { name: 'Door de Link', email }, from)
    return { who, status: (await typed(site, who, email, from)).status }
  }
  const [lost, found, auditor] = [newDevice(), newDevice(), newDevice()]
  beforeAll(async () => {
    site = await testSite(https)
    const { who } = await byLink(ada)
    await enrols(who, lost)
    wait(site, 2)
    const chief = (await listOrganisers(site.ctx()))[0]!.personId
    await invited(site, chief, 'controle@voorbeeld.example', ['auditor'])
    const other = (await asked(site, 'controle@voorbeeld.example', visitor(site), from)).who
    await typed(site, other, 'controle@voorbeeld.example', from)
    await enrols(other, auditor)
    wait(site, 2)
  })
  afterAll(() => site.close())

  test('the operator gives their ways in up; the old passkey opens nothing, and a first link can be made', async () => {
    expect(await link(site)).toBeUndefined()
    expect(await transact(site, giveUpAdministrators, 'operator')).toBe(1)
    expect((await signsIn(lost)).status).toBe(422)
    await asked(site, ada, visitor(site), from)
    expect(await noCode(site, ada)).toBe('a code')
    expect((await newestMail(site, ada))?.subject).toBe('No code for the desk')
    expect(await site.db.selectFrom('journal_entry').select('actor').where('event', '=', 'organisers.given-up').execute()).toEqual([{ actor: 'operator' }])
    wait(site, 2)
  })

  test('the same person comes back by it, under the same id and with the same roles; others are told', async () => {
    const before = (await listOrganisers(site.ctx())).find(({ email }) => email === ada)!
    const { who, status } = await byLink(ada)
    expect([status, await enrols(who, found), (await signsIn(found)).status]).toEqual([303, 303, 303])
    expect((await listOrganisers(site.ctx())).find(({ email }) => email === ada)).toMatchObject({ personId: before.personId, roles: ['administrator'], expiresAt: null })
    expect((await newestMail(site, 'controle@voorbeeld.example'))?.subject).toBe('Somebody came in by the first link')
    wait(site, 2)
  })

  test('who works here and has a passkey gets the role by it, and goes on with that passkey alone', async () => {
    await transact(site, giveUpAdministrators, 'operator')
    const { who, status } = await byLink('controle@voorbeeld.example')
    expect([status, (await who.get('/en/desk/me')).status]).toEqual([303, 403])
    expect(await (await who.get('/en/desk/passkey')).text()).toContain('You have a passkey already')
    expect((await who.post('/en/desk/passkey', { answer: newDevice().add({ challenge: 'x', user: { id: 'x' } }) }, from)).status).toBe(422)
    const signed = await signsIn(auditor)
    expect([signed.status, (await signed.who.get('/en/desk/organisers/invite')).status]).toEqual([303, 200])
    expect(await link(site)).toBeUndefined()
  })
})
