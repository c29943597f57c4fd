import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { roles } from '#organisers/roles.ts'
import { listOrganisers } from '#organisers/queries.ts'
import { optionsAt, wait } from './account-builders.ts'
import { newestMail, testSite, visitor, type TestSite } from './builders.ts'
import { deskVisitor, type DeskVisitor } from './desk.ts'
import { passkeyDevice } from './passkey-device.ts'

let site: TestSite
let chief: DeskVisitor
beforeAll(async () => {
  site = await testSite()
  chief = await deskVisitor(site, ['administrator'], { name: 'Beheerder Voorbeeld' })
})
afterAll(() => site.close())
beforeEach(() => wait(site, 1))

const at = (personId: string) => `/en/desk/organisers/${personId}`
const textOf = async (answer: Response | Promise<Response>) => (await (await answer).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('an administrator invites in the browser, and sees how it stands', async () => {
  const wrong = await chief.post('/en/desk/organisers/invite', { name: '', email: 'x' })
  expect(wrong.status).toBe(422)
  expect(await textOf(wrong)).toContain('Choose a language')
  const without = await chief.post('/en/desk/organisers/invite', { name: 'Nico', email: 'nico@voorbeeld.example', language: 'nl' })
  expect(await textOf(without)).toContain('Choose at least one role')
  const sent = await chief.post('/en/desk/organisers/invite', {
    name: 'Nico Nieuw', email: 'nico@voorbeeld.example', language: 'nl', 'role-treasurer': 'yes',
  })
  expect([sent.status, sent.headers.get('location')]).toEqual([
    303, expect.stringMatching(/^\/en\/desk\/organisers\/[0-9a-f-]{36}\?done=invite$/),
  ])
  const page = await textOf(chief.get(sent.headers.get('location')!))
  for (const said of ['Nico Nieuw', 'nico@voorbeeld.example', 'Treasurer', 'Invited', 'Take the invitation back', 'on its way'])
    expect(page).toContain(said)
  expect(page).not.toContain('Pause access')
  expect(await textOf(chief.get('/nl/desk/organisers'))).toContain('Er werken 2 mensen op de werkplek')
  expect((await newestMail(site, 'nico@voorbeeld.example'))?.subject).toContain('uitnodiging')
})

test('an auditor sees it all and changes nothing; everybody else sees nothing of it', async () => {
  const { personId } = (await listOrganisers(site.ctx())).find(({ name }) => name === 'Nico Nieuw')!
  const auditor = await deskVisitor(site, ['auditor'])
  const page = await (await auditor.get(at(personId))).text()
  expect([page.includes('Nico Nieuw'), page.includes('<form method="post" action="/en/desk/organisers')]).toEqual([true, false])
  expect((await auditor.post(at(personId), { act: 'suspend' })).status).toBe(403)
  for (const role of roles.filter((each) => each !== 'administrator' && each !== 'auditor')) {
    const other = await deskVisitor(site, [role])
    expect([
      (await other.get('/en/desk/organisers')).status, (await other.get(at(personId))).status,
      (await other.get(at(other.organiser.personId))).status,
    ]).toEqual([403, 403, 403])
  }
})

test('roles count from the next page on', async () => {
  const other = await deskVisitor(site, ['treasurer'])
  expect([(await other.get('/en/desk/payments')).status, (await other.get('/en/desk/organisers')).status]).toEqual([200, 403])
  expect((await chief.post(at(other.organiser.personId), { act: 'roles', 'role-auditor': 'yes', 'role-lawyer': 'yes' })).status).toBe(303)
  expect((await other.get('/en/desk/organisers')).status).toBe(200)
  expect((await chief.post(at(other.organiser.personId), { act: 'roles', 'role-lawyer': 'yes' })).status).toBe(303)
  expect((await other.get('/en/desk/organisers')).status).toBe(403)
  expect((await chief.post(at(other.organiser.personId), { act: 'roles' })).status).toBe(422)
})

test('whoever is paused is out at once, and reads why where they come back', async () => {
  const other = await deskVisitor(site, ['lawyer'])
  expect((await other.get('/en/desk/me')).status).toBe(200)
  expect((await chief.post(at(other.organiser.personId), { act: 'suspend' })).status).toBe(303)
  expect((await other.get('/en/desk/me')).status).toBe(403)
  expect(await textOf(chief.get(at(other.organiser.personId)))).toContain('Open access again')
  expect((await chief.post(at(other.organiser.personId), { act: 'lift' })).status).toBe(303)
  // The session is over for good; signing in again is what opens the desk.
  expect((await other.get('/en/desk/me')).status).toBe(403)
})

test('an administrator signs another one out, one device or everywhere; nobody does it to oneself there', async () => {
  const other = await deskVisitor(site, ['lawyer'])
  const session = await site.db.selectFrom('session').select('id').where('person_id', '=', other.organiser.personId)
    .executeTakeFirstOrThrow()
  const strange = await site.db.selectFrom('session').select('id').where('person_id', '=', chief.organiser.personId)
    .executeTakeFirstOrThrow()
  expect((await chief.post(at(other.organiser.personId), { act: 'end-sessions', which: strange.id })).status).toBe(422)
  expect((await chief.post(at(other.organiser.personId), { act: 'end-sessions', which: session.id })).status).toBe(303)
  expect((await other.get('/en/desk/me')).status).toBe(403)
  expect(await textOf(chief.post(at(chief.organiser.personId), { act: 'suspend' }))).toContain('Nobody decides about their own access')
})

test('what belongs to nobody does not exist, whatever is asked', async () => {
  for (const nobody of ['x', '00000000-0000-4000-8000-000000000000', '%00']) {
    expect((await chief.get(at(nobody))).status).toBe(404)
    expect((await chief.post(at(nobody), { act: 'suspend' })).status).toBe(404)
  }
  expect((await chief.post(at(chief.organiser.personId), { act: 'make-me-king' })).status).toBe(422)
})

describe('one’s own access', () => {
  test('another device is signed out, this one stays', async () => {
    const one = await deskVisitor(site, ['campaigner'])
    const { personId, email } = one.organiser
    const two = visitor(site)
    await two.post('/en/desk/sign-in', { email })
    const code = /^\s+(\d{6})$/m.exec((await newestMail(site, email))!.text)![1]!
    await two.post('/en/desk/sign-in/code', { code })
    expect(await textOf(one.get('/en/desk/me'))).toContain('Signed in on 2 devices')
    expect((await one.post('/en/desk/me', { act: 'end-sessions', which: 'others' })).status).toBe(303)
    expect([(await one.get('/en/desk/me')).status, (await two.get('/en/desk/me')).status]).toEqual([200, 403])
    expect((await one.post('/en/desk/me', { act: 'end-sessions', which: '00000000-0000-4000-8000-000000000000' })).status).toBe(422)
    await one.post('/en/desk/me', { act: 'language', language: 'nl' })
    expect((await listOrganisers(site.ctx(), [personId]))[0]?.language).toBe('nl')
  })

  test('a second passkey is added and one removed, never the last; both ask for a sign-in of the last 15 minutes', async () => {
    const who = await deskVisitor(site, ['campaigner'])
    const [first, second] = [passkeyDevice(), passkeyDevice()]
    const add = async (device: typeof first) =>
      (await who.post('/en/desk/me/passkey', { answer: device.add(await optionsAt(who, '/en/desk/me/passkey/options')) })).status
    const drop = async () => {
      const { id } = await site.db.selectFrom('passkey').select('id').where('person_id', '=', who.organiser.personId)
        .orderBy('added_at').executeTakeFirstOrThrow()
      return who.post('/en/desk/me', { act: 'remove-passkey', which: id })
    }
    expect(await add(first)).toBe(303)
    expect(await textOf(await drop())).toContain('This is your only passkey')
    wait(site, 1)
    expect(await add(second)).toBe(303)
    expect((await drop()).status).toBe(303)
    const signing = async (device: typeof first) =>
      (
        await visitor(site).post('/en/desk/sign-in/passkey', {
          answer: device.sign(await optionsAt(visitor(site), '/en/desk/sign-in/passkey/options')),
        })
      ).status
    expect([await signing(first), await signing(second)]).toEqual([422, 303])
    wait(site, 16)
    expect(await add(passkeyDevice())).toBe(422)
    expect(await textOf(await drop())).toContain('more than 15 minutes ago')
    const other = await deskVisitor(site, ['campaigner'])
    const { id } = await site.db.selectFrom('passkey').select('id').where('person_id', '=', who.organiser.personId)
      .executeTakeFirstOrThrow()
    expect((await other.post('/en/desk/me', { act: 'remove-passkey', which: id })).status).toBe(422)
  })
})

test.each(['en', 'nl'])('the table of roles is there for everybody at the desk, in words (%s)', async (language) => {
  for (const role of roles) expect((await (await deskVisitor(site, [role])).get(`/${language}/desk/roles`)).status).toBe(200)
  expect((await visitor(site).get(`/${language}/desk/roles`)).status).toBe(403)
})
