import { expect, test } from 'vitest'
import type { Ctx } from '#platform/ctx.ts'
import { changedBy, isFollowed } from './changes.ts'
import type { JournalEvent } from './events.ts'
import { wake } from './wake.ts'

const at = (second: number) => new Date(Date.parse('2026-11-23T10:00:00Z') + second * 1000)

/** The queue of one process, and when each waking that it was handed is due, in seconds. */
function process() {
  const due: (number | 'now')[] = []
  const jobs: Ctx['jobs'] = { queue: async (_db, _kind, _payload, { notBefore } = {}) => {
    due.push(notBefore === undefined ? 'now' : (notBefore.getTime() - at(0).getTime()) / 1000)
  } }
  return { due, happens: (second: number) => wake({ db: undefined as never, jobs, now: at(second) }) }
}

test('the followers are woken at once, and for all that happens in the next seconds once more', async () => {
  const { due, happens } = process()
  await happens(0)
  for (const second of [0.1, 0.5, 2.9]) await happens(second)
  expect(due).toEqual(['now', 3])
  for (const second of [3.1, 4, 5.9]) await happens(second)
  expect(due).toEqual(['now', 3, 6])
  await happens(60)
  expect(due).toEqual(['now', 3, 6, 'now'])
})

test('each process wakes them by itself', async () => {
  const [one, other] = [process(), process()]
  await one.happens(0)
  await other.happens(0)
  expect([one.due, other.due]).toEqual([['now'], ['now']])
})

test('an event tells what it changes of a person; looking at a record, a note or a task change nothing', () => {
  const beside: JournalEvent[] = ['casework.opened', 'casework.read', 'casework.note-added', 'accounts.signed-in', 'joining.started',
    'search.looked', 'fees.owed']
  expect(beside.filter(isFollowed)).toEqual([])
  const entries = (['participants.admitted', 'casework.decided', 'casework.opened', 'participants.admitted'] as const)
    .map((event, place) => ({ event, personId: place < 3 ? `person-${place}` : 'person-0' }))
  expect(changedBy(entries, 'listing')).toEqual(['person-0', 'person-1'])
  expect(changedBy(entries, 'likeness')).toEqual(['person-0'])
  expect(changedBy([{ event: 'participants.admitted', personId: null }], 'listing')).toEqual([])
})
