import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { giveUpAdministrators } from '#organisers/entrance/give-up-administrators.ts'
import { listOrganisers } from '#organisers/queries.ts'
import { transact } from '#platform/world.ts'
import { joined, optionsAt, signedIn, wait } from './account-builders.ts'
import { asked, invited, link, typed } from './at-the-door.ts'
import { codeFor, newestMail, testSite, visitor, type TestSite, type Visitor } from './builders.ts'
import { deskVisitor } from './desk.ts'
import { personAt } from './families.ts'
import { passkeyDevice } from './passkey-device.ts'

const https = { origin: 'https://desk.voorbeeld.example', production: true, localMailbox: true }
const noCode = (site: TestSite, email: string) => codeFor(site, email).then(() => 'a code', () => 'none')

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
    const add = `/en/account/passkeys/add/${person}`
    await account.post(add, { answer: ofAccount.add(await optionsAt(account, `${add}/options`)) })
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
    for (const path of ['/en/account', '/en/account/sign-in', '/en/desk/passkey', '/en/desk/sign-in/code'])
      expect([path, (await swapped.get(path)).status]).toEqual([path, 403])
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
  const options = async (browser: Visitor, path: string) =>
    ((await (await browser.post(path, {}, from)).json()) as { options: never }).options
  const newDevice = () => passkeyDevice({ origin: https.origin, rpId: 'desk.voorbeeld.example' })
  const enrols = async (who: Visitor, device: ReturnType<typeof newDevice>) =>
    (await who.post('/en/desk/passkey', { answer: device.add(await options(who, '/en/desk/passkey/options')) }, from)).status
  const signsIn = async (device: ReturnType<typeof newDevice>, who = visitor(site)) => {
    const answer = device.sign(await options(who, '/en/desk/sign-in/passkey/options'))
    return { who, status: (await who.post('/en/desk/sign-in/passkey', { answer }, from)).status }
  }
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
    expect(await site.db.selectFrom('journal_entry').select('actor').where('event', '=', 'organisers.given-up').execute())
      .toEqual([{ actor: 'operator' }])
    wait(site, 2)
  })

  test('the same person comes back by it, under the same id and with the same roles; others are told', async () => {
    const before = (await listOrganisers(site.ctx())).find(({ email }) => email === ada)!
    const { who, status } = await byLink(ada)
    expect([status, await enrols(who, found), (await signsIn(found)).status]).toEqual([303, 303, 303])
    expect((await listOrganisers(site.ctx())).find(({ email }) => email === ada)).toMatchObject({
      personId: before.personId, roles: ['administrator'], expiresAt: null,
    })
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
