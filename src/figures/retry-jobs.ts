import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { countJobs, retryFailed } from '#platform/job-list.ts'
import { jobKind } from '#platform/jobs.ts'
import { done, refused } from '#platform/outcome.ts'
import type { World } from '#platform/world.ts'

/** Sets the failed jobs of one kind going again. */
export const redrive = jobKind<{ kind: string }>('figures.redrive', { expireSeconds: 1800 })

/** An operator's wish at the desk: every failed job of a kind gets fresh tries. Refused: `no-failed-jobs`. */
export async function retryJobs(ctx: Ctx, kind: string) {
  const found = (await countJobs(ctx.db, ctx.now)).find((each) => each.kind === kind)
  if (!found?.failed) return refused('no-failed-jobs')
  await ctx.jobs.queue(ctx.db, redrive, { kind })
  await record(ctx, 'figures.jobs-retried', null, { kind, failed: found.failed })
  return done(found.failed)
}

/** The job that does it: outside any transaction, a thousand at a time. */
export const setGoing = (world: Pick<World, 'jobs'>, { kind }: { kind: string }): Promise<number> => retryFailed(world.jobs, kind)
