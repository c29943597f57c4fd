import { afterEach, beforeEach, expect, test } from 'vitest'
import { suspend } from '#guardians/suspend.ts'
import { finish } from '#erasure/finish-erasure.ts'
import { retain } from '#retention/retain.ts'
import { countHoldsDue } from '#erasure/look-at-hold.ts'
import { family } from './admitted.ts'
import { newestMail, testSite, type TestSite } from './builders.ts'
import { deskVisitor, type DeskVisitor } from './desk.ts'

let site: TestSite
let handler: DeskVisitor
let administrator: DeskVisitor
beforeEach(async () => {
  site = await testSite()
  handler = await deskVisitor(site, ['case-handler'])
  administrator = await deskVisitor(site, ['administrator'])
})
afterEach(() => site.close())

const email = 'wis@voorbeeld.example'
async function participant(address = email) {
  const { person, joins } = family(site)
  const id = await person(address, { name: 'Wil Weg' })
  await joins(id)
  return id
}
const asked = {
  because: 'asked', cameBy: 'letter', identity: 'known-address', answerBy: 'mail', 'askedOn-day': '20',
  'askedOn-month': '11', 'askedOn-year': '2026',
}
const propose = (id: string, fields: Record<string, string> = {}) => handler.post(`/en/desk/people/${id}/erase`, { ...asked, ...fields })

test('shows what goes and what is kept and why, and opening it is journaled', async () => {
  const id = await participant()
  const html = await (await handler.get(`/en/desk/people/${id}/erase`)).text()
  for (const said of [/Erase Wil Weg/, /This ends taking part in/, /17\(3\)|article 17/i]) expect(html).toMatch(said)
  expect(await site.db.selectFrom('journal_entry').select(['person_id', 'actor']).where('event', '=', 'casework.opened').execute())
    .toEqual([{ person_id: id, actor: `organiser:${handler.organiser.personId}` }])
  expect((await handler.get('/en/desk/people/00000000-0000-4000-8000-000000000000/erase')).status).toBe(404)
})

test('approved by another: the erasure of the account, in part with reasons, and its receipt (SE-06)', async () => {
  const id = await participant()
  const proposal = (await propose(id)).headers.get('location')!
  const told = await (await administrator.get(proposal)).text()
  expect([told.includes('The person asked for it. It came: By letter.'), told.includes('Wil Weg')]).toEqual([true, false])
  expect((await handler.post(proposal, { answer: 'approve' })).status).toBe(422)
  expect(await site.db.selectFrom('erasure_request').selectAll().execute()).toEqual([])
  expect((await administrator.post(proposal, { answer: 'approve' })).status).toBe(303)
  expect(await site.db.selectFrom('erasure_request').select(['person_id', 'whole']).execute()).toEqual([{ person_id: id, whole: false }])
  expect(await site.db.selectFrom('participation_end').select(['kind', 'channel']).execute()).toEqual([{ kind: 'erased', channel: 'desk' }])
  expect((await newestMail(site, email))!.text).toContain('artikel 17 lid 3 onder e')
  await finish(site, { personId: id })
  const { facts } = await site.db.selectFrom('journal_entry').select('facts').where('event', '=', 'erasure.asked').executeTakeFirstOrThrow()
  expect(facts).toMatchObject({ channel: 'desk', because: 'asked', whole: false })
  expect(await (await handler.get(`/en/desk/people/${id}/erase`)).text()).toContain('This person was erased already')
})

test('who asked must have an answer within a month, also when declined; carried out, its task goes (art. 12(3), (4) GDPR)', async () => {
  const id = await participant()
  expect(await (await handler.get(`/en/desk/people/${id}/erase`)).text()).toContain('this person can still withdraw from the agreement')
  const proposal = (await propose(id)).headers.get('location')!
  expect(await (await administrator.get(proposal)).text()).toContain('must have an answer by 21 December 2026')
  const tasks = () => site.db.selectFrom('case_task').select(['kind', 'for_role', 'due_on']).where('person_id', '=', id).execute()
  expect(await tasks()).toEqual([{ kind: 'write', for_role: 'case-handler', due_on: '2026-12-14' }])
  await administrator.post(proposal, { answer: 'decline' })
  expect(await tasks()).toHaveLength(1)
  const again = (await propose(id, { cameBy: 'found', identity: 'not-needed', because: 'test-entry' })).headers.get('location')!
  expect(await (await administrator.get(again)).text()).not.toContain('must have an answer')
  await administrator.post(again, { answer: 'approve' })
  expect(await tasks()).toEqual([])
})

test('answered by letter nobody is mailed, and the key goes at once where nothing is kept', async () => {
  const { person } = family(site)
  const id = await person('alleen@voorbeeld.example')
  const proposed = await propose(id, { because: 'test-entry', cameBy: 'found', identity: 'not-needed', answerBy: 'letter' })
  await administrator.post(proposed.headers.get('location')!, { answer: 'approve' })
  expect(await site.db.selectFrom('mail').select('id').where('kind', '=', 'erasure-receipt').execute()).toEqual([])
  await finish(site, { personId: id })
  expect(await site.vault.find(site.db, id)).toBeUndefined()
})

test.each([
  ['nobody made sure who asked', { identity: 'not-needed' }, 'Say how you made sure'],
  ['a day to come', { 'askedOn-year': '2027' }, 'still to come'],
  ['no day', { 'askedOn-day': '31' }, 'Enter a real date'],
  ['no reason', { because: '' }, 'Choose one'],
])('refused: %s', async (_, fields, words) => {
  const answer = await propose(await participant(), fields)
  expect([answer.status, (await answer.text()).includes(words)]).toEqual([422, true])
})

test('a request of today is no day to come, also in the first hour after a Dutch midnight (GDPR 12(3))', async () => {
  const id = await participant()
  site.clock.moveTo('2026-11-23T23:30:00Z')
  handler = await deskVisitor(site, ['case-handler'])
  expect((await propose(id, { 'askedOn-day': '25' })).status).toBe(422)
  expect((await propose(id, { 'askedOn-day': '24' })).status).toBe(303)
})

test('one proposal at a time, and none for who represents children', async () => {
  const { person, child, joins } = family(site)
  const parent = await person('ouder@voorbeeld.example')
  const kid = await child(parent)
  await joins(kid, { by: parent })
  expect(await (await propose(parent)).text()).toContain('child')
  expect((await propose(kid)).status).toBe(303)
  expect(await (await propose(kid)).text()).toContain('proposed already')
})

test('“it was not me”: the person is on hold, and somebody else’s sign-up is the only reason that erases', async () => {
  const id = await participant()
  await suspend(site.ctx(), id, 'identity-disputed')
  expect((await propose(id)).status).toBe(422)
  const proposal = (await propose(id, { because: 'not-theirs', answerBy: 'letter' })).headers.get('location')!
  expect((await administrator.post(proposal, { answer: 'approve' })).status).toBe(303)
})

test('a child that joined alone is erased for that reason, and for no other', async () => {
  const { person, joins } = family(site)
  const id = await person('jong@voorbeeld.example', { born: '2014-01-01' })
  await joins(id)
  expect((await propose(id)).status).toBe(422)
  expect((await propose(id, { because: 'minor-without-parent' })).status).toBe(303)
})

test('what is locked stands in the list by number and without a name; that somebody looked is recorded', async () => {
  const id = await participant()
  await administrator.post((await propose(id)).headers.get('location')!, { answer: 'approve' })
  await finish(site, { personId: id })
  const list = async (who: DeskVisitor) => (await who.get('/en/desk/erasures')).text()
  const seen = await list(administrator)
  for (const said of [id.slice(0, 8), 'the agreement and its proof']) expect(seen).toContain(said)
  expect(seen).not.toContain('Wil Weg')
  expect((await administrator.post('/en/desk/erasures', { person: id, because: 'dispute' })).status).toBe(403)
  expect((await handler.post('/en/desk/erasures', { person: id, because: '' })).status).toBe(422)
  site.clock.moveTo('2027-11-24T10:00:00Z')
  expect(await countHoldsDue(site.ctx())).toBe(1)
  handler = await deskVisitor(site, ['case-handler'])
  expect((await handler.post('/en/desk/erasures', { person: id, because: 'claim-goes-on' })).status).toBe(303)
  expect(await list(handler)).toContain('the claim goes on')
  expect(await countHoldsDue(site.ctx())).toBe(0)
  await retain(site)
  expect(await site.vault.find(site.db, id)).toBeDefined()
})
