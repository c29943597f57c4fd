import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countOpenPairs } from '#duplicates/pairs.ts'
import type { World } from '#platform/world.ts'
import { find } from '#search/find.ts'
import { jobs } from '#worker.ts'
import { join, testSite, visitor, type TestSite } from './builders.ts'

let site: TestSite
beforeAll(async () => {
  site = await testSite({ works: true })
  // Without the timetable: nothing here waits for the next minute.
  const reading = ['journal.wake', 'search.follow', 'duplicates.look', 'figures.tally']
  for (const { kind, run } of jobs.filter(({ kind: { name } }) => reading.includes(name)))
    await site.jobs.work(kind, async (payload) => void (await run(site as unknown as World, payload)), { concurrency: 1 })
}, 120_000)
afterAll(() => site.close())

async function within<T>(seconds: number, what: () => Promise<T | undefined>): Promise<T> {
  for (const until = performance.now() + seconds * 1000; performance.now() < until; await pause(100)) {
    const found = await what()
    if (found !== undefined) return found
  }
  throw new Error(`not within ${seconds} seconds`)
}

const listed = async (text: string) => (await find(site.ctx(), { text, filter: {} })).people[0]?.personId

test('who joins is in the list, compared with others and counted seconds later, not with the next minute (AD-03, AD-05)', async () => {
  await join(site, visitor(site), { email: 'een@voorbeeld.example', answers: { legalName: 'Jolijn Voorbeeldsma' } })
  await within(10, () => listed('jolijn'))
  site.clock.moveTo('2026-11-23T10:10:00Z')
  await join(site, visitor(site), { email: 'twee@voorbeeld.example', answers: { legalName: 'Jolijn Voorbeeldsma' } })
  await within(10, async () => ((await countOpenPairs(site)) === 1 || undefined))
  const ids = await within(10, async () => {
    const { people } = await find(site.ctx(), { text: 'jolijn', filter: {} })
    return people.length > 1 ? people.map(({ personId }) => personId) : undefined
  })
  expect(new Set(ids).size).toBe(2)
  const aged = () => site.db.selectFrom('tally').select((q) => q.fn.sum<string>('n').as('n')).where('what', '=', 'age').executeTakeFirst()
  await within(10, async () => (Number((await aged())?.n) === 2 || undefined))
}, 120_000)
