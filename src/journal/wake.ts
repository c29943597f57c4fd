import type { Ctx } from '#platform/ctx.ts'
import { jobKind, type JobQueue } from '#platform/jobs.ts'

/** Has whoever follows the journal read on at once. */
export const wakeFollowers = jobKind<Record<string, never>>('journal.wake', { expireSeconds: 60 })

/** A process wakes the followers no more often than this: while many things happen, they are read together. */
const restMs = 3000
/** When a process may wake them next. */
const rested = new WeakMap<JobQueue, number>()

/**
 * Wakes the followers when the transaction of the caller is committed; where they were woken just now, a moment later and once for all that
 * happens until then. Were it rolled back, they read on with the next minute.
 */
export async function wake({ db, jobs, now }: Pick<Ctx, 'db' | 'jobs' | 'now'>): Promise<void> {
  const next = rested.get(jobs) ?? 0
  // They are on their way for what happened before, and will find this too.
  if (now.getTime() < next - restMs) return
  const at = Math.max(now.getTime(), next)
  rested.set(jobs, at + restMs)
  await jobs.queue(db, wakeFollowers, {}, at > now.getTime() ? { notBefore: new Date(at) } : {})
}
