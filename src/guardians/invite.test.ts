import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeFor, join, joinWithChildren, newestMail, testSite, visitor, type TestSite, type Visitor } from '../../test/builders.ts'
import { listSuspensions } from './suspensions.ts'

let site: TestSite
beforeAll(async () => { site = await testSite() })
afterAll(() => site.close())
let minutes = 0
beforeEach(() => site.clock.moveTo(new Date(Date.parse('2026-11-23T10:00:00Z') + (minutes += 5) * 60_000).toISOString()))

/** A family in which the other parent was invited; answers the address of the invitation's page and the child. */
async function invited(name: string, more: { language?: 'en' | 'nl' } = {}) {
  const [parent, other] = [`${name}@voorbeeld.example`, `ander-${name}@voorbeeld.example`]
  await joinWithChildren(site, visitor(site), { email: parent, children: [{ otherName: 'Andere Ouder', otherEmail: other }], ...more })
  const mail = (await newestMail(site, other))!
  const path = /\/(?:en|nl)\/guardian\/[0-9a-f-]{36}/.exec(mail.text)![0]
  const row = await site.db.selectFrom('guardian_invitation').selectAll().where('id', '=', path.slice(-36)).executeTakeFirstOrThrow()
  return { parent, other, mail, path, childId: row.person_id }
}
const later = () => site.clock.moveTo(new Date(site.clock.now().getTime() + 10_000).toISOString())
/** Proves the invited address in a browser. */
async function prove(who: Visitor, path: string, other: string): Promise<Response> {
  later()
  await who.post(path)
  later()
  return who.post(`${path}/code`, { code: await codeFor(site, other) })
}
const answersOf = (person: string) => site.db.selectFrom('guardian_answer').select(['answer']).where('person_id', '=', person).execute()

test('the mail names the inviting parent and the first name of the child; opening the page does nothing and tells nothing (SG-07)',
  async () => {
  const { mail, path, childId, other } = await invited('uitnodiging')
  expect(mail.subject).toBe('Ouder Voorbeeld signed up Noor for the TikTok claim: what do you think?')
  for (const secret of ['Noor Voorbeeld', '2013', 'noor.v']) expect([secret, `${mail.text}${mail.html}`.includes(secret)])
    .toEqual([secret, false])
  const page = await (await visitor(site).get(path)).text()
  for (const secret of ['Noor', 'Ouder Voorbeeld', other]) expect([secret, page.includes(secret)]).toEqual([secret, false])
  expect([await answersOf(childId), await listSuspensions(site.ctx(), [childId])]).toEqual([[], []])
})

test('whoever types the code does not sign in, and the button does not say so', async () => {
  const [{ path }, who] = [await invited('verder'), visitor(site)]
  await who.post(path)
  const buttons = [...(await (await who.get(`${path}/code`)).text()).matchAll(/<button[^>]*>(.*?)<\/button>/gs)].map(([, words]) => words)
  expect([buttons.some((words) => words!.includes('Go on')), buttons.some((words) => words!.includes('Sign in'))]).toEqual([true, false])
})

describe('an answer', () => {
  test('an objection suspends every act for the child at once, and the representative is told kindly and without the words (1:253i BW)',
    async () => {
    const { parent, other, path, childId } = await invited('bezwaar', { language: 'nl' })
    const who = visitor(site)
    expect((await prove(who, path, other)).headers.get('location')).toBe(`${path}/answer`)
    const page = await (await who.get(`${path}/answer`)).text()
    for (const words of ['Noor', 'Ouder Voorbeeld', 'samen met de andere ouder het gezag']) expect(page.includes(words), words).toBe(true)
    for (const secret of ['Noor Voorbeeld', '2013', 'noor.v']) expect(page.includes(secret), secret).toBe(false)
    expect((await who.post(`${path}/answer`, {})).status).toBe(422)
    expect((await who.post(`${path}/answer`, { answer: 'objected', word: 'Wij liggen in scheiding' })).status).toBe(303)
    expect(await listSuspensions(site.ctx(), [childId])).toMatchObject([{ reason: 'custody-objection' }])
    const told = (await newestMail(site, parent))!
    expect([told.subject, told.text.includes('scheiding'), told.text.includes('Ouder Voorbeeld')])
      .toEqual(['Gepauzeerd: Noor in de TikTok-claim', false, true])
    expect(await (await who.get(`${path}/answer`)).text()).toContain('Je maakt bezwaar')
    await who.post(`${path}/answer`, { answer: 'agreed' })
    expect(await answersOf(childId)).toEqual([{ answer: 'objected' }])
  })

  test.each([['agreed', 'The other parent agrees: Noor'],
    ['unknown', 'About Noor: the address']] as const)('%s is kept and suspends nothing', async (answer, subject) => {
    const { parent, other, path, childId } = await invited(`antwoord-${answer}`)
    const who = visitor(site)
    await prove(who, path, other)
    expect((await who.post(`${path}/answer`, { answer })).status).toBe(303)
    expect([await answersOf(childId), await listSuspensions(site.ctx(), [childId])]).toEqual([[{ answer }], []])
    expect((await newestMail(site, parent))!.subject.startsWith(subject)).toBe(true)
  })

  test('after 30 days the page says that it is over; not answering blocked nothing', async () => {
    const { path, other, childId } = await invited('te-laat')
    const early = visitor(site)
    await prove(early, path, other)
    site.clock.moveTo(new Date(site.clock.now().getTime() + 30 * 86_400_000).toISOString())
    expect(await (await visitor(site).get(path)).text()).toContain('This invitation is over')
    const who = visitor(site)
    expect([(await who.post(path)).status, (await early.post(`${path}/answer`, { answer: 'objected' })).status]).toEqual([422, 403])
    expect([await answersOf(childId), await listSuspensions(site.ctx(), [childId])]).toEqual([[], []])
    minutes += 60 * 24 * 31
  })
})

describe('kept out', () => {
  test('another family, the inviting parent, somebody unproven and nobody see no question and answer nothing', async () => {
    const { path, childId, parent } = await invited('dicht')
    const stranger = visitor(site)
    await join(site, stranger, { email: 'vreemde@voorbeeld.example' })
    const inviting = visitor(site)
    site.clock.moveTo(new Date(site.clock.now().getTime() + 120_000).toISOString())
    await inviting.post('/en/sign-in', { email: parent })
    await inviting.post('/en/sign-in/code', { code: await codeFor(site, parent) })
    const unproven = visitor(site)
    await unproven.post(path)
    for (const [who, status] of [[stranger, 404], [inviting, 404], [unproven, 404], [visitor(site), 403]] as const) {
      expect((await who.get(`${path}/answer`)).status).toBe(status)
      expect((await who.post(`${path}/answer`, { answer: 'objected' })).status).toBe(status)
    }
    expect((await stranger.post(`${path}/code`, { code: '123456' })).status).toBe(404)
    expect(await answersOf(childId)).toEqual([])
  })

  test('whoever proved the invited address sees nothing of the child but the question', async () => {
    const { path, other, childId } = await invited('blik')
    const who = visitor(site)
    await prove(who, path, other)
    for (const page of [`/en/account/children/${childId}`, `/en/account/details/${childId}`, '/en/tiktok/join/done',
      '/en/tiktok/join/children']) {
      expect([page, [403, 404].includes((await who.get(page)).status)]).toEqual([page, true])
    }
    expect(await (await who.get('/en/account')).text()).not.toContain('Noor')
  })

  test('an invitation that does not exist is not there', async () => {
    for (const id of ['00000000-0000-4000-8000-000000000000', 'x']) expect((await visitor(site).get(`/en/guardian/${id}`)).status).toBe(404)
  })
})
