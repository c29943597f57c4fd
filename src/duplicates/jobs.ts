import { changedBy } from '#journal/changes.ts'
import type { Followed } from '#journal/follow.ts'
import { follow } from '#journal/follow.ts'
import { jobKind } from '#platform/jobs.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Ground } from '#platform/world.ts'
import { lookFor } from './look.ts'

/** The look at who was added or changed, at once and each minute. */
export const lookForDuplicates = jobKind<Record<string, never>>('duplicates.look', { expireSeconds: 3600 })

/**
 * Follows the journal: whoever joined, was corrected, left or was erased is compared with everybody else, by index. Answers how many
 * entries it read.
 */
export const followForDuplicates = (ground: Pick<Ground, 'db' | 'clock' | 'vault' | 'jobs'>): Promise<number> =>
  follow(ground, 'duplicates', handle, { batch: 200 })

async function handle(ctx: Ctx, entries: Followed[]): Promise<void> {
  const changed = changedBy(entries, 'likeness')
  if (changed.length) await lookFor(ctx, changed)
}
