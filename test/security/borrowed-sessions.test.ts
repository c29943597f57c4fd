import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { listReached } from '#accounts/reach.ts'
import { openSession } from '#identity/sessions.ts'
import { codeFor, join, testSite, visitor, type TestSite } from '../builders.ts'
import { signedIn } from '../account-builders.ts'
import { at, born, family, indexOf, type Family } from '../families.ts'

let site: TestSite
let of: Family
const victim = 'slachtoffer@voorbeeld.example'
beforeAll(async () => {
  site = await testSite({ at: '2027-12-01T10:00:00Z' })
  at(site, '2027-12-01')
  await join(site, visitor(site), { email: victim })
  at(site, '2027-12-02')
  of = await family(site, 'belager', '2011-05-05')
  at(site, '2028-01-02')
})
afterAll(() => site.close())

test('a code that went to one address proves no other, though both were asked for the same child', async () => {
  const first = visitor(site)
  await first.post('/en/own-access', { reference: of.reference, ...born('2011-05-05'), email: victim })
  at(site, '2028-01-02', '08:00:00Z')
  const second = visitor(site)
  await second.post('/en/own-access', { reference: of.reference, ...born('2011-05-05'), email: 'tweede.bus@voorbeeld.example' })
  const code = await codeFor(site, 'tweede.bus@voorbeeld.example')
  expect((await first.post('/en/sign-in/code', { code })).status).toBe(422)
  expect((await first.get('/en/account')).status).toBe(403)
  expect((await second.post('/en/sign-in/code', { code })).status).toBe(303)
  expect((await listReached(site.ctx(), indexOf(site, victim))).map(({ person }) => person.legalName)).toEqual(['Voorbeeld Deelnemer'])
})

test.each([
  ['signing in', '/en/sign-in', (email: string) => ({ email })],
  ['withdrawing', '/en/tiktok/withdraw', (email: string) => ({ name: 'Iemand', email, statement: 'yes' })],
])('whoever typed an address for %s learns at no other door whether somebody joined with it', async (_, door, form) => {
  const answers = []
  for (const [at_, email] of [['08:30:00Z', victim], ['08:40:00Z', `niemand${door.length}@voorbeeld.example`]] as const) {
    at(site, door === '/en/sign-in' ? '2028-01-03' : '2028-01-04', at_)
    const who = visitor(site)
    const begun = await who.post(door, form(email))
    expect(begun.status).toBe(303)
    const seen = []
    for (const path of ['/en/tiktok/join/code', '/en/tiktok/join/details', '/en/tiktok/join/done', '/en/account', '/en/zoom/join/code',
      '/en/sign-in/code', '/en/tiktok/withdraw/confirm', '/en/tiktok/withdraw/receipt']) {
      const answer = await who.get(path)
      seen.push([path, answer.status, answer.headers.get('location')])
    }
    for (const path of ['/en/tiktok/join/code/again', '/en/tiktok/join/code', '/en/sign-in/code',
      '/en/tiktok/withdraw/code']) seen.push([path, (await who.post(path, { code: '12345' })).status])
    answers.push(seen)
  }
  expect(answers[0]).toEqual(answers[1])
})

test('signing in still works', async () => {
  at(site, '2028-01-05')
  expect((await (await signedIn(site, victim)).get('/en/account')).status).toBe(200)
})

test('who proved an address as the other parent is in no account: a passkey there would not be asked for, nor its way back told',
  async () => {
  at(site, '2028-01-06')
  const emailIndex = indexOf(site, victim)
  const { person_id: personId } = await site.db.selectFrom('participant').select('person_id').where('email_index', '=', emailIndex)
    .executeTakeFirstOrThrow()
  const who = visitor(site)
  who.cookies.set('session', await openSession(site.ctx(), { personId, emailIndex, proven: true, openedFor: 'guardian' }))
  for (const path of ['/en/account', '/en/account/my-data', '/en/account/sign-in', '/en/tiktok/join/done', '/en/account/confirm',
    '/en/sign-in/code']) expect([path, (await who.get(path)).status]).toEqual([path, 403])
})

test.each([
  ['/en/sign-in', '2028-01-10', (email: string) => ({ email })],
  ['/en/tiktok/withdraw', '2028-01-11', (email: string) => ({ name: 'Iemand', email })],
])('%s answers an address that takes part and one that does not alike, with as much work', async (door, day, form) => {
  // The first of each kind also prepares what later ones find ready.
  const asked = async (time: string, email: string) => {
    at(site, day, time)
    const queries = vi.spyOn(pg.Client.prototype, 'query')
    const who = visitor(site)
    const answer = await who.post(door, form(email))
    const work = queries.mock.calls.length
    queries.mockRestore()
    const page = await (await who.get(answer.headers.get('location')!)).text()
    return {
      work,
      told: [answer.status, answer.headers.get('location'), page.replaceAll(email, 'EMAIL').replace(/\d{1,2}:\d{2}/g, 'TIME')],
    }
  }
  await asked('08:00:00Z', victim)
  await asked('08:01:00Z', `eerst@${door.length}.example`)
  const [known, unknown] = [await asked('09:10:00Z', victim), await asked('09:20:00Z', `niemand@${door.length}.example`)]
  expect(known.told).toEqual(unknown.told)
  expect(Math.abs(known.work - unknown.work)).toBeLessThanOrEqual(3)
})
