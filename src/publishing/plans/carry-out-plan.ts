import { record } from '#journal/record.ts'
import { findOrganiser } from '#organisers/queries.ts'
import { mayDo } from '#organisers/roles.ts'
import type { Ctx } from '#platform/ctx.ts'
import { transact, type World } from '#platform/world.ts'
import { endPlan } from './end-plan.ts'
import { inTheWayOf } from './in-the-way.ts'
import { findPlan, type Plan } from './plans.ts'
import { holdContent, keepRest, putOut } from '#publishing/put-out.ts'
import { findStanding } from '#publishing/standing.ts'

/**
 * Publishes what was planned, once, in the name of who planned it. Where that is not possible any more (the draft was changed, something
 * else was published, the planner may not publish now), it says so at the desk and publishes nothing.
 */
export const carryOutPlan = (world: World, { plan: id }: { plan: string }): Promise<void> => transact(world, async (ctx) => {
  const found = await findPlan(ctx.db, id)
  if (!found || found.end) return
  await holdContent(ctx, found.slug)
  const plan = await findPlan(ctx.db, id)
  if (!plan || plan.end) return
  // The queue goes by the database's clock: a job that comes too early comes again.
  if (plan.dueAt > ctx.now) throw new Error(`plan ${id} is not due yet`)
  const outcome = await publish(ctx, plan)
  if (typeof outcome === 'number') return endPlan(ctx, plan, { outcome: 'published', version: outcome })
  await endPlan(ctx, plan, { outcome: 'failed', because: outcome })
  await record(ctx, 'publishing.failed', null, { slug: plan.slug, planId: id, because: outcome })
})

/** The version, or why there is none. */
async function publish(ctx: Ctx, plan: Plan): Promise<number | string> {
  const planner = await findOrganiser(ctx, plan.plannedBy)
  if (!planner || planner.suspended || !mayDo(planner.roles, 'claims.publish')) return 'planner-may-not'
  const standing = await findStanding(ctx.db, plan.slug)
  const inTheWay = inTheWayOf(plan, standing)
  if (inTheWay || !standing?.bundle) return inTheWay ?? 'no-draft'
  const published = await putOut(ctx, standing.bundle, plan.plannedBy)
  if (!published.ok) return published.because
  await keepRest(ctx, plan.slug)
  return published.value.version
}
