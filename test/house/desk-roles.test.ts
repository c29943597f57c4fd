import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findProposal } from '#organisers/four-eyes/proposals.ts'
import { propose } from '#organisers/four-eyes/propose.ts'
import { deskActs, fourEyes, mayDo, roles, type FourEyesAct, type Role } from '#organisers/roles.ts'
import type { Page } from '#web/page.ts'
import { pages } from '#web/pages.ts'
import { deskVisitor, type DeskVisitor } from '../desk.ts'
import { testSite, type TestSite } from '../builders.ts'

const desk = pages.filter((page) => page.who === 'organiser')
const plain = (path: string) => path.replace('{(?:en|nl)}', '')
const anyId = '00000000-0000-4000-8000-000000000000'
/** What stands for a name in a path: an id of nothing, but for what leads to published content. */
const values: Record<string, string> = { lang: 'en', slug: 'tiktok', a: '1', b: '1', language: 'en', version: '1', position: '0' }
const addressOf = ({ path }: Page) => plain(path).replace(/:(\w+)/g, (_, name: string) => values[name] ?? anyId)
const sending = ({ act, sendAct }: Page) => sendAct ?? act!

let site: TestSite
const who = {} as Record<Role | 'none', DeskVisitor>
beforeAll(async () => {
  site = await testSite()
  for (const role of roles) who[role] = await deskVisitor(site, [role])
  who['none'] = await deskVisitor(site, [])
})
afterAll(() => site.close())

async function written() {
  const { last } = await site.db.selectFrom('journal_entry').select((q) => q.fn.max('id').as('last')).executeTakeFirstOrThrow()
  return last
}

describe.each([...roles, 'none'] as const)('%s, as the table of roles says (SE-03)', (role) => {
  const has = role === 'none' ? [] : [role]

  test.each(desk.map((page) => [plain(page.path), page] as const))('GET %s', async (_, page) => {
    const { status } = await who[role].get(addressOf(page))
    expect(status).not.toBe(500)
    expect({ refused: status === 403 }).toEqual({ refused: !mayDo(has, page.act!) })
  })

  test.each(desk.filter((page) => page.send).map((page) => [plain(page.path), page] as const))('POST %s', async (_, page) => {
    const allowed = mayDo(has, sending(page))
    const before = await written()
    const { status } = await who[role].post(addressOf(page), {})
    expect(status).not.toBe(500)
    expect({ refused: status === 403 }).toEqual({ refused: !allowed })
    if (!allowed) expect(await written()).toBe(before)
  })
})

describe.each(Object.keys(fourEyes) as FourEyesAct[])('a proposal of %s', (act) => {
  // Declining asks for the same role as approving, and carries nothing out.
  test.each(roles)('is answered by %s as the table says', async (role) => {
    const proposer = await deskVisitor(site, roles)
    const proposed = await propose(site.ctx(`organiser:${proposer.organiser.personId}`), { act, subject: {} })
    const { status } = await who[role].post(`/en/desk/proposals/${proposed.value}`, { answer: 'decline' })
    const may = mayDo([role], fourEyes[act].approve)
    expect(may ? [303] : [404, 422]).toContain(status)
    expect((await findProposal(site, proposed.value))?.answer?.answer).toBe(may ? 'declined' : undefined)
  })
})

test('every act of the table opens at least one page, so that no role is given what nothing asks for', () => {
  // Approving is asked on the page of a proposal, by what it proposes.
  const asked = new Set([...desk.flatMap((page) => [page.act, ...(page.send ? [sending(page)] : [])]),
    ...Object.values(fourEyes).map(({ approve }) => approve)])
  expect(Object.keys(deskActs).filter((act) => !asked.has(act as never))).toEqual([])
})
