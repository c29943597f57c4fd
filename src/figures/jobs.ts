import { follow } from '#journal/follow.ts'
import { jobKind } from '#platform/jobs.ts'
import type { Ground } from '#platform/world.ts'
import { foldTallies } from './fold.ts'
import { tallyEntries } from './tally-entries.ts'

/** Keeps the tallies up to date, each minute. */
export const keepTallies = jobKind<Record<string, never>>('figures.tally', { expireSeconds: 900 })

/** The name under which the tallies follow the journal. */
export const follower = 'figures'

/** Counts what happened since the last time, each thing exactly once. */
export async function tally(ground: Pick<Ground, 'db' | 'clock' | 'vault' | 'jobs'>): Promise<void> {
  await foldTallies(ground.db)
  await follow(ground, follower, tallyEntries)
}
