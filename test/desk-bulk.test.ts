import { afterEach, beforeEach, expect, test } from 'vitest'
import { bulkActs } from '#bulk/acts.ts'
import { goOn } from '#bulk/go-on.ts'
import { undoReasons } from '#casework/reasons.ts'
import { relist } from '#search/relist.ts'
import { valueWords } from '#web/pages/desk/bulk/bulk-words.tsx'
import { wordsIn } from '#words/words.ts'
import { family } from './admitted.ts'
import { testSite, type TestSite } from './builders.ts'
import { deskVisitor, type DeskVisitor } from './desk.ts'

let site: TestSite
let handler: DeskVisitor
beforeEach(async () => {
  site = await testSite()
  handler = await deskVisitor(site, ['case-handler'], { name: 'Bea Behandelaar' })
})
afterEach(() => site.close())

async function crowd(n: number, from = 0) {
  const { person, joins } = family(site)
  const ids: string[] = []
  for (let at = from; at < from + n; at += 1) {
    const id = await person(`menigte-${at}@voorbeeld.example`, { name: `Menigte Nummer${at}` })
    await joins(id)
    ids.push(id)
  }
  await site.db.transaction().execute((db) => relist({ ...site.ctx(), db }, ids))
  return ids
}

const tasks = async () => (await site.db.selectFrom('case_task').select('person_id').execute()).length
const task = { kind: 'call', role: 'case-handler', days: '5', because: 'data-incomplete' }

async function drawnUp(fields: Record<string, string> = task, act = 'task') {
  const answer = await handler.post(`/en/desk/bulk/new?claim=tiktok&act=${act}`, fields)
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!
}

async function proposed(at: string) {
  expect((await handler.post(`${at}/propose`)).status).toBe(303)
  return /href="([^"]*\/desk\/proposals\/[^"]+)"/.exec(await (await handler.get(at)).text())![1]!
}

test('counted, shown with the same examples to both, approved by somebody else, done, taken back', async () => {
  await crowd(22)
  expect(await (await handler.get('/en/desk/bulk/new?claim=tiktok&act=task')).text()).toContain('<dd>22</dd>')
  const at = await drawnUp()
  const seen = await (await handler.get(at)).text()
  const names = [...seen.matchAll(/Menigte Nummer\d+/g)].map(([name]) => name)
  expect([new Set(names).size, seen.includes('22 people; approving is refused once that differs by more than 1')]).toEqual([20, true])
  const proposal = await proposed(at)
  const lawyer = await deskVisitor(site, ['lawyer'])
  const asSeen = await (await lawyer.get(at)).text()
  expect([...asSeen.matchAll(/Menigte Nummer\d+/g)].map(([name]) => name)).toEqual(names)
  expect((await handler.post(proposal, { answer: 'approve' })).status).toBe(422)
  expect((await lawyer.post(proposal, { answer: 'approve' })).status).toBe(303)
  expect(await (await lawyer.get(at)).text()).toContain('Finding out who is in the segment')
  await goOn(site, { planId: at.split('/').at(-1)! })
  expect(await tasks()).toBe(22)
  expect(await (await handler.get(at)).text()).toContain('22 of 22')
  const undone = await handler.post(`${at}/order`, { word: 'undo', reason: '' })
  expect(undone.status).toBe(422)
  expect((await handler.post(`${at}/order`, { word: 'undo', reason: 'mistake' })).status).toBe(303)
  await goOn(site, { planId: at.split('/').at(-1)! })
  expect(await tasks()).toBe(0)
  expect(await (await handler.get('/nl/desk/bulk')).text()).toContain('teruggedraaid')
})

test('who may open no files sees the number and no name; that the others saw the examples is journaled', async () => {
  await crowd(3)
  const at = await drawnUp()
  const looked = () => site.db.selectFrom('journal_entry').select('actor').where('event', '=', 'bulk.sample-seen').execute()
  const administrator = await deskVisitor(site, ['administrator'])
  const page = await (await administrator.get(at)).text()
  expect([page.includes('3 people'), page.includes('Menigte')]).toEqual([true, false])
  expect(await looked()).toEqual([])
  await handler.get(at)
  expect(await looked()).toEqual([{ actor: `organiser:${handler.organiser.personId}` }])
})

test('the segment moved too far: the approval is refused and does not count', async () => {
  await crowd(10)
  const proposal = await proposed(await drawnUp())
  await crowd(5, 50)
  const administrator = await deskVisitor(site, ['administrator'])
  const refused = await administrator.post(proposal, { answer: 'approve' })
  expect([refused.status, (await refused.text()).includes('has changed too much')]).toEqual([422, true])
  expect(await site.db.selectFrom('proposal_answer').selectAll().execute()).toEqual([])
})

test('what is missing in the form is told beside its field, and everybody is no segment', async () => {
  await crowd(1)
  const wrong = await handler.post('/nl/desk/bulk/new?claim=tiktok&act=suspend', {
    because: 'signals', suspendReason: '', explanation: 'kort',
  })
  const html = await wrong.text()
  expect([wrong.status, html.includes('Maak een keuze'), html.includes('>kort</textarea>')]).toEqual([422, true, true])
  const short = await handler.post('/en/desk/bulk/new?claim=tiktok&act=suspend', {
    because: 'signals', suspendReason: 'signals', explanation: 'kort',
  })
  expect([short.status, (await short.text()).includes('at least 20 characters')]).toEqual([422, true])
  expect((await handler.post('/en/desk/bulk/new?act=task', task)).status).toBe(422)
  expect((await handler.post('/en/desk/bulk/new?claim=tiktok&act=sing', task)).status).toBe(422)
})

test.each([
  ['campaigner', [403, 403, 403]], ['treasurer', [403, 403, 403]], ['auditor', [200, 403, 403]], ['administrator', [200, 403, 422]],
  ['lawyer', [200, 422, 422]],
] as const)('%s: may look, propose, steer', async (role, expected) => {
  await crowd(1)
  const at = await drawnUp()
  const who = await deskVisitor(site, [role])
  expect([(await who.get(at)).status, (await who.post(`${at}/propose`)).status, (await who.post(`${at}/order`, { word: 'pause' })).status])
    .toEqual(expected)
})

test('every choice of every act, and every reason it refuses with, has words in both languages', async () => {
  const codes = Object.values(bulkActs).flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([name, of]) => (Array.isArray(of) ? of.map((value) => [name, value as string] as const) : [])),
  )
  for (const language of ['en', 'nl'] as const)
    for (const [name, value] of [...codes, ...undoReasons.map((each) => ['undoReason', each] as const)])
      expect([name, value, valueWords(wordsIn(language), name, value)]).not.toEqual([name, value, value])
})

test('a deficiency notice to a segment, each by mail; taken back with a second mail', async () => {
  await crowd(3)
  const at = await drawnUp(
    { claim: 'tiktok', defect: 'address-incomplete', cureDays: '30', because: 'data-incomplete', explanation: '' },
    'notice',
  )
  const proposal = await proposed(at)
  await (await deskVisitor(site, ['lawyer'])).post(proposal, { answer: 'approve' })
  const planId = at.split('/').at(-1)!
  await goOn(site, { planId })
  const mails = async (kind: string) => (await site.db.selectFrom('mail').select('id').where('kind', '=', kind).execute()).length
  expect(await mails('deficiency-notice')).toBe(3)
  await handler.post(`${at}/order`, { word: 'undo', reason: 'mistake', explanation: 'Wij hebben u ten onrechte geschreven.' })
  await goOn(site, { planId })
  expect([await mails('deficiency-outcome'), await (await handler.get(at)).text()]).toEqual([3, expect.stringContaining('taken back')])
})
