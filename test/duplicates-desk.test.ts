import { afterAll, beforeAll, expect, test } from 'vitest'
import { followForDuplicates } from '#duplicates/jobs.ts'
import { personOf } from '#duplicates/people.fixture.ts'
import { approve } from '#organisers/four-eyes/answer-proposal.ts'
import { carryingOut } from '#web/pages/desk/proposals/carry-out.ts'
import { listMerged } from '#participants/merged.ts'
import { listPersons } from '#participants/queries.ts'
import { countJoined } from '#figures/live.ts'
import { inAccount } from './account-builders.ts'
import { join, testSite, visitor, type TestSite } from './builders.ts'
import { deskVisitor, type DeskVisitor } from './desk.ts'
import { personAt } from './families.ts'

let site: TestSite
let handler: DeskVisitor
let lawyer: DeskVisitor
let auditor: DeskVisitor
let two: [string, string]
let at: string
const same = { legalName: 'Dubbele Deelnemer', 'account-username': 'dubbel' }
beforeAll(async () => {
  site = await testSite()
  await join(site, visitor(site), { email: 'eerst@voorbeeld.example', answers: same })
  site.clock.moveTo('2026-11-23T11:00:00Z')
  await join(site, visitor(site), { email: 'daarna@voorbeeld.example', answers: { ...same, legalName: 'DEELNEMER, Dubbele' } })
  await join(site, visitor(site), {
    email: 'ander@voorbeeld.example',
    answers: { legalName: 'Heel Anders', 'account-username': 'anders', 'birthDate-day': '1' },
  })
  await followForDuplicates(site)
  two = [await personAt(site, 'eerst@voorbeeld.example'), await personAt(site, 'daarna@voorbeeld.example')].sort() as [string, string]
  at = `/en/desk/duplicates/${two.join('/')}`
  handler = await deskVisitor(site, ['case-handler'])
  lawyer = await deskVisitor(site, ['lawyer'])
  auditor = await deskVisitor(site, ['auditor'])
})
afterAll(() => site.close())

const opened = () => site.db.selectFrom('journal_entry').select(['person_id', 'actor']).where('event', '=', 'duplicates.opened').execute()
/** Approves and carries out in one transaction, as the page of a proposal does. */
const approvedBy = ({ organiser }: DeskVisitor, id: string) => site.db.transaction().execute(async (db) => {
  const ctx = { ...site.ctx(`organiser:${organiser.personId}`), db }
  const approved = await approve(ctx, id)
  return approved.ok ? carryingOut[approved.value.act]!.carryOut(ctx, approved.value, { site: site.world.site } as never) : approved
})
const proposals = () => site.db.selectFrom('proposal').selectAll().orderBy('proposed_at', 'desc').execute()

test('the queue shows the pair with its reasons, and who shares nothing is not in it (AD-03)', async () => {
  const html = await (await handler.get('/en/desk/duplicates')).text()
  expect(html).toContain('Dubbele Deelnemer')
  expect(html).toContain('the same account with the company')
  expect(html).toContain('the same name and date of birth')
  expect(html).not.toContain('Heel Anders')
  expect(await (await handler.get('/en/desk/duplicates?reason=iban')).text()).toContain('No pair waits')
})

test('both stand side by side with what agrees in words, and opening it is journaled for both', async () => {
  const html = await (await handler.get(at)).text()
  for (const said of ['eerst@voorbeeld.example', 'daarna@voorbeeld.example', '>the same<', '>different<', '>not known<'])
    expect(html).toContain(said)
  // Claims stand there by name, references as people read them out.
  expect(html).not.toMatch(/\(tiktok\)|>tiktok,/)
  expect(html).toMatch(/TikTok[^<]*, 23 November 2026, [0-9A-Z]{4}.[0-9A-Z]{4}/)
  expect((await opened()).map(({ person_id, actor }) => [person_id, actor]).sort())
    .toEqual(two.map((id) => [id, `organiser:${handler.organiser.personId}`]).sort())
  const [dutch, other] = [
    await handler.get(at.replace('/en/', '/nl/')),
    await handler.get(`/en/desk/duplicates/${two.toReversed().join('/')}`),
  ]
  expect([dutch.status, other.status]).toEqual([200, 200])
  for (const none of ['/en/desk/duplicates/x/y', `/en/desk/duplicates/${two[0]}/${two[0]}`])
    expect((await handler.get(none)).status).toBe(404)
})

test('an auditor looks and decides nothing', async () => {
  const html = await (await auditor.get(at)).text()
  expect(html).not.toContain('Propose to merge')
  for (const [where, fields] of [[at, { ground: 'twins' }], [`${at}/merge`, { keep: 'earlier' }], [`${at}/unmerge`, {}]] as const) {
    expect((await auditor.post(where, fields as Record<string, string>)).status).toBe(403)
  }
})

test('merging by two people, seen in both accounts, and undone by two', async () => {
  expect((await handler.post(`${at}/merge`, {})).status).toBe(422)
  expect(await (await handler.get(`${at}/merge`)).text()).toContain('Which registration stays?')
  const first = await personAt(site, 'eerst@voorbeeld.example')
  expect((await handler.post(`${at}/merge`, { keep: 'earlier' })).headers.get('location')).toBe(at)
  expect(await (await handler.get(at)).text()).toContain('the later registration would count under the earlier one')
  expect((await handler.post(`${at}/merge`, { keep: 'earlier' })).status).toBe(422)
  const { id } = (await proposals())[0]!
  expect(await approvedBy(handler, id)).toMatchObject({ because: 'own-proposal' })
  site.clock.moveTo('2026-11-23T12:00:00Z')
  expect((await approvedBy(lawyer, id)).ok).toBe(true)
  expect((await listMerged(site, two)).map(({ intoId }) => intoId)).toEqual([first])
  expect(await (await handler.get('/en/desk/duplicates')).text()).toContain('No pair waits')
  expect((await countJoined(site.db, 'tiktok')).signed).toBe(2)
  expect(await (await handler.get('/en/desk/duplicates?view=merged')).text()).toContain('Dubbele Deelnemer')
  for (const [email, not] of [['eerst@voorbeeld.example', 'daarna@'], ['daarna@voorbeeld.example', 'eerst@']] as const) {
    const account = await inAccount(site, email)
    const html = await (await account.get('/en/account')).text()
    expect(html).not.toContain(not)
    expect(html.includes('You signed up twice')).toBe(email === 'daarna@voorbeeld.example')
  }
  expect((await listPersons(site, two)).map(({ email }) => email).sort()).toEqual(['daarna@voorbeeld.example', 'eerst@voorbeeld.example'])
  await lawyer.post(`${at}/unmerge`)
  const { id: undo } = (await proposals())[0]!
  site.clock.moveTo('2026-11-23T13:00:00Z')
  expect((await approvedBy(handler, undo)).ok).toBe(true)
  expect(await listMerged(site, two)).toEqual([])
  expect(await (await handler.get('/en/desk/duplicates')).text()).toContain('Dubbele Deelnemer')
})

test('that they are two is decided with a reason, and the pair does not come back', async () => {
  expect((await handler.post(at, {})).status).toBe(422)
  expect((await handler.post(at, { ground: 'namesakes' })).status).toBe(303)
  expect(await (await handler.get('/en/desk/duplicates')).text()).toContain('No pair waits')
  expect(await (await handler.get(at)).text()).toContain('They only share a name')
  expect((await handler.post(at, { ground: 'namesakes' })).status).toBe(422)
})

test('with somebody erased there is nothing to compare, and a merge with that person can still be undone', async () => {
  const [goes, stays] = [await personOf(site, {}), await personOf(site, {})]
  const link = `/en/desk/duplicates/${[goes, stays].sort().join('/')}`
  await handler.post(`${link}/merge`, { keep: 'later' })
  expect((await approvedBy(lawyer, (await proposals())[0]!.id)).ok).toBe(true)
  const [merged] = await listMerged(site, [goes, stays])
  site.clock.moveTo('2026-11-23T14:00:00Z')
  await site.vault.erase(site.db, merged!.intoId, 'on-request', site.clock.now())
  expect(await (await handler.get(link)).text()).toContain('One of the two was erased')
  expect((await handler.get(`${link}/merge`)).status).toBe(404)
  expect((await handler.post(`${link}/unmerge`)).status).toBe(303)
  expect((await approvedBy(lawyer, (await proposals())[0]!.id)).ok).toBe(true)
  expect(await listMerged(site, [goes, stays])).toEqual([])
  expect((await handler.get(link)).status).toBe(404)
})
