import type { Ctx } from '#platform/ctx.ts'
import type { Plan } from './plans.ts'

type Ended = { outcome: 'published'; version: number } | { outcome: 'cancelled' } | { outcome: 'failed'; because: string }

/** Writes how a plan ended. A second end of one plan is an exception: the row is what makes it happen once. */
export async function endPlan(ctx: Ctx, { id }: Pick<Plan, 'id'>, ended: Ended): Promise<void> {
  const by = ctx.actor.startsWith('organiser:') ? ctx.actor.slice('organiser:'.length) : null
  await ctx.db.insertInto('publication_plan_end').values({
    plan_id: id, outcome: ended.outcome, version: ended.outcome === 'published' ? ended.version : null,
    because: ended.outcome === 'failed' ? ended.because : null, ended_by: by, ended_at: ctx.now,
  }).execute()
}
