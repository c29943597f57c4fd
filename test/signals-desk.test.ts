import { afterAll, beforeAll, expect, test } from 'vitest'
import { followForDuplicates } from '#duplicates/jobs.ts'
import { listSuspensions } from '#guardians/suspensions.ts'
import { followForSignals } from '#signals/jobs.ts'
import { join, testSite, visitor, type TestSite } from './builders.ts'
import { deskVisitor, type DeskVisitor } from './desk.ts'
import { personAt } from './families.ts'

let site: TestSite
let handler: DeskVisitor
let auditor: DeskVisitor
let person: string
beforeAll(async () => {
  site = await testSite()
  await join(site, visitor(site), { email: 'vluchtig@yopmail.com', answers: { legalName: 'Vluchtige Voorbeeld' } })
  person = await personAt(site, 'vluchtig@yopmail.com')
  await followForDuplicates(site)
  await followForSignals(site)
  handler = await deskVisitor(site, ['case-handler'])
  auditor = await deskVisitor(site, ['auditor'])
})
afterAll(() => site.close())

test('the queue names who and what stands out; the page explains each sign by its figures; looking is journaled (AD-05)', async () => {
  const list = await (await auditor.get('/en/desk/signals')).text()
  for (const said of ['Vluchtige Voorbeeld', 'Throw-away mailbox', 'Signed very fast', `/en/desk/signals/${person}`])
    expect(list).toContain(said)
  const html = await (await auditor.get(`/en/desk/signals/${person}`)).text()
  for (const said of [
    'took 0 seconds; the limit is 45', 'Often innocent', 'nothing was decided or changed by it',
    `/en/desk/people/${person}`,
  ])
    expect(html).toContain(said)
  expect(html).not.toContain('Your decision')
  expect((await site.db.selectFrom('journal_entry').select(['person_id', 'actor']).where('event', '=', 'signals.opened').execute()))
    .toEqual([{ person_id: person, actor: `organiser:${auditor.organiser.personId}` }])
  expect((await auditor.post(`/en/desk/signals/${person}`, { decision: 'watch', ground: 'one-hand' })).status).toBe(403)
  expect((await handler.get('/en/desk/signals/nobody')).status).toBe(404)
})

test('a decision needs a ground, and to suspend an explanation, which the person gets by mail', async () => {
  const at = `/nl/desk/signals/${person}`
  expect((await handler.post(at, {})).status).toBe(422)
  const without = await handler.post(at, { decision: 'suspended', ground: 'looks-invented' })
  expect([without.status, await without.text()]).toEqual([422, expect.stringContaining('20')])
  expect(await listSuspensions(site, [person])).toEqual([])
  expect((await handler.post(at, { decision: 'watch', ground: 'one-hand' })).status).toBe(303)
  expect(await (await handler.get('/nl/desk/signals')).text()).toContain('Er hoeft niemand te worden bekeken')
  expect(await (await handler.get('/nl/desk/signals?view=watched')).text()).toContain('Vluchtige Voorbeeld')
  const explanation = 'Wij willen zeker weten dat u het bent, en bellen u.'
  expect((await handler.post(at, { decision: 'suspended', ground: 'looks-invented', explanation })).status).toBe(303)
  expect((await listSuspensions(site, [person])).map(({ reason }) => reason)).toEqual(['review'])
  expect(await (await handler.get(at)).text()).toContain('Opschorten voor onderzoek, door')
})
