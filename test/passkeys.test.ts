import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { provePasskey } from '#identity/passkeys.ts'
import { sweep } from '#identity/jobs.ts'
import { reachAt } from '#participants/reach-at.ts'
import { confirmed, joined, optionsAt, signedIn, wait } from './account-builders.ts'
import { personAt } from './families.ts'
import { codeFor, newestMail, testSite, visitor, type TestSite, type Visitor } from './builders.ts'
import { passkeyDevice } from './passkey-device.ts'

let site: TestSite
let owner: Visitor
let person: string
const email = 'sleutel@voorbeeld.example'
const device = passkeyDevice()
const add = () => `/en/account/passkeys/add/${person}`
const signInWith = async (answer: string,
  who = visitor(site)) => ({ who, status: (await who.post('/en/sign-in/passkey', { answer, remember: 'yes' })).status })
const asked = (who: Visitor = visitor(site)) => optionsAt(who, '/en/sign-in/passkey/options')

beforeAll(async () => {
  site = await testSite()
  await joined(site, email)
  owner = await signedIn(site, email)
  person = await personAt(site, email)
})
afterAll(() => site.close())

describe('adding a passkey', () => {
  test('is for the site’s one address, for the person, and never twice on one device', async () => {
    const options = await optionsAt(owner,
      `${add()}/options`) as unknown as { rp: { id: string }; user: { id: string; name: string }; authenticatorSelection: object }
    expect(options.rp.id).toBe('localhost')
    expect(Buffer.from(options.user.id, 'base64url').toString()).toBe(person)
    expect(options.authenticatorSelection).toMatchObject({ residentKey: 'required', userVerification: 'required' })
  })

  test.each([
    ['made on a claim’s own host', { origin: 'http://tiktokclaim.localhost:8080' }],
    ['made for another site', { rpId: 'elsewhere.example' }],
    ['without showing that the owner is there', { verified: false }], ['with an invented challenge', { challenge: 'A'.repeat(43) }],
  ])('is refused when it was %s', async (_, bend) => {
    const answer = passkeyDevice().add(await optionsAt(owner, `${add()}/options`), bend)
    expect((await owner.post(add(), { answer })).status).toBe(422)
    expect(await site.db.selectFrom('passkey').selectAll().execute()).toEqual([])
  })

  test('is refused in another session than the one that asked, after 5 minutes, and of another person', async () => {
    const other = await joined(site, 'ander@voorbeeld.example').then(() => signedIn(site, 'ander@voorbeeld.example'))
    await confirmed(site, owner, email)
    const options = await optionsAt(owner, `${add()}/options`)
    expect((await other.post(add(), { answer: passkeyDevice().add(options) })).status).toBe(404)
    expect((await other.post(`${add()}/options`)).status).toBe(404)
    expect((await other.post(`/en/account/passkeys/add/${await personAt(site, 'ander@voorbeeld.example')}`,
      { answer: passkeyDevice().add(options) })).status).toBe(422)
    const late = await optionsAt(owner, `${add()}/options`)
    wait(site, 6)
    expect((await owner.post(add(), { answer: passkeyDevice().add(late) })).status).toBe(422)
    for (const answer of ['', '{}', 'null', '[]', '{"id":"x","response":{}}',
      'x'.repeat(5000)]) expect((await owner.post(add(), { answer })).status).toBe(422)
  })

  test('works once, is told by mail, and the list tells the device and nothing else of it', async () => {
    const answer = device.add(await optionsAt(owner, `${add()}/options`))
    expect((await owner.post(add(), { answer })).headers.get('location')).toBe('/en/account/sign-in')
    expect((await owner.post(add(), { answer })).status).toBe(422)
    expect((await newestMail(site, email))?.subject).toBe('A passkey was added')
    expect(await site.db.selectFrom('passkey').select(['browser', 'system', 'transports']).execute())
      .toEqual([{ browser: 'other', system: 'other', transports: ['internal'] }])
    expect(await site.db.selectFrom('passkey_challenge').select('hash').where('purpose', '=', 'add').execute()).not.toHaveLength(0)
  })
})

describe('signing in with a passkey', () => {
  test('opens the account without any address being typed', async () => {
    const who = visitor(site)
    const signed = await signInWith(device.sign(await asked(who)), who)
    expect(signed.status).toBe(303)
    expect(await (await who.get('/en/account/sign-in')).text()).toContain(email)
    expect(await site.db.selectFrom('session').select('proven_by').orderBy('created_at', 'desc').limit(1).executeTakeFirstOrThrow())
      .toEqual({ proven_by: 'passkey' })
  })

  test('tells nobody who has one: what the site asks of a device is the same for everybody', async () => {
    const { challenge: one, ...rest } = await asked() as { challenge: string }
    const { challenge: other, ...same } = await asked() as { challenge: string }
    expect(one).not.toBe(other)
    expect(rest).toEqual(same)
    expect(rest).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
  })

  test('takes an answer once', async () => {
    const answer = device.sign(await asked())
    expect((await signInWith(answer)).status).toBe(303)
    expect((await signInWith(answer)).status).toBe(422)
  })

  test('takes one of many that come at once', async () => {
    const answer = device.sign(await asked())
    const statuses = await Promise.all(Array.from({ length: 6 }, async () => (await signInWith(answer)).status))
    expect(statuses.filter((status) => status === 303)).toHaveLength(1)
  })

  test.each([
    ['on a claim’s own host', { origin: 'http://tiktokclaim.localhost:8080' }], ['on another site', { origin: 'http://elsewhere.example' }],
    ['for another site', { rpId: 'elsewhere.example' }], ['without its owner', { verified: false }],
    ['with a counter that does not rise', { counter: 1 }],
    ['for another person', { userHandle: Buffer.from('00000000-0000-4000-8000-000000000000').toString('base64url') }],
    ['for nobody', { userHandle: '' }],
  ])('is refused when it was signed %s', async (_, bend) => {
    const { who, status } = await signInWith(device.sign(await asked(), bend))
    expect([status, (await who.get('/en/account')).status]).toEqual([422, 403])
  })

  test('is refused after 5 minutes, by the key of another device, and for a challenge that was made to add or to confirm', async () => {
    const late = device.sign(await asked())
    wait(site, 6)
    expect((await signInWith(late)).status).toBe(422)
    const stranger = passkeyDevice()
    stranger.add(await optionsAt(owner, `${add()}/options`)
      .catch(() => ({ challenge: 'x', user: { id: Buffer.from(person).toString('base64url') } })))
    expect((await signInWith(stranger.sign(await asked()))).status).toBe(422)
    const forConfirming = await optionsAt(owner, '/en/account/confirm/passkey/options')
    expect((await signInWith(device.sign(forConfirming))).status).toBe(422)
  })

  test('is refused from elsewhere and on the host of a claim, which has no such page', async () => {
    const answer = device.sign(await asked())
    expect((await visitor(site).post('/en/sign-in/passkey', { answer }, { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await visitor(site, { host: 'tiktokclaim.localhost:8080' }).post('/en/sign-in/passkey', { answer })).status).toBe(404)
  })
})

test('a code although there is a passkey lets in, is told by mail, and is noted (decision 16)', async () => {
  wait(site, 60)
  const who = visitor(site)
  await who.post('/en/sign-in', { email })
  const code = await codeFor(site, email)
  wait(site, 1)
  expect((await who.post('/en/sign-in/code', { code })).status).toBe(303)
  expect((await newestMail(site, email))?.subject).toBe('Somebody got into your account with a code')
  expect(await site.db.selectFrom('way_back').select('person_id').execute()).toEqual([{ person_id: person }])
})

test('a passkey makes a proof fresh; one of another account does not', async () => {
  wait(site, 60)
  const { who } = await signInWith(device.sign(await asked()))
  wait(site, 16)
  const to = `/account/email/${person}`
  expect((await who.get(`/en${to}`)).headers.get('location')).toBe(`/en/account/confirm?to=${encodeURIComponent(to)}`)
  const thief = await signedIn(site, 'ander@voorbeeld.example')
  wait(site, 16)
  const theirs = await optionsAt(thief, '/en/account/confirm/passkey/options')
  expect((await thief.post('/en/account/confirm/passkey', { to, answer: device.sign(theirs) })).status).toBe(422)
  const answer = device.sign(await optionsAt(who, '/en/account/confirm/passkey/options'))
  expect((await who.post('/en/account/confirm/passkey', { to, answer })).headers.get('location')).toBe(`/en${to}`)
  expect((await who.get(`/en${to}`)).status).toBe(200)
})

test('a passkey stays with its person at a new address, and opens nothing of the old one', async () => {
  await joined(site, email, { legalName: 'Huisgenoot Voorbeeld' })
  await reachAt(site.ctx(), person, 'verhuisd@voorbeeld.example')
  const { who } = await signInWith(device.sign(await asked()))
  const page = await (await who.get('/en/account/sign-in')).text()
  expect([page.includes('verhuisd@voorbeeld.example'), page.includes(email)]).toEqual([true, false])
  await reachAt(site.ctx(), person, email)
})

test('only its owner removes a passkey; then it opens nothing', async () => {
  const passkey = (await site.db.selectFrom('passkey').select('id').executeTakeFirstOrThrow()).id
  const other = await signedIn(site, 'ander@voorbeeld.example', { who: visitor(site) })
    .catch(async () => { wait(site, 2); return signedIn(site, 'ander@voorbeeld.example') })
  expect((await other.post(`/en/account/passkeys/remove/${passkey}`)).status).toBe(404)
  const { who } = await signInWith(device.sign(await asked()))
  expect((await who.get(`/en/account/passkeys/remove/${passkey}`)).status).toBe(200)
  expect((await who.post(`/en/account/passkeys/remove/${passkey}`)).status).toBe(303)
  expect((await newestMail(site, email))?.subject).toBe('A passkey was removed')
  expect((await signInWith(device.sign(await asked()))).status).toBe(422)
  const rp = { name: 'x', origin: site.world.site.origin }
  expect(await provePasskey(site.ctx(), rp, { answer: device.sign(await asked()), purpose: 'sign-in' }))
    .toMatchObject({ ok: false, because: 'passkey-failed' })
})

test('challenges that nobody signed are swept', async () => {
  await asked()
  wait(site, 60)
  await sweep(site)
  expect(await site.db.selectFrom('passkey_challenge').select('hash').execute()).toEqual([])
})
