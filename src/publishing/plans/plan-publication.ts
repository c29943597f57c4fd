import { randomUUID } from 'node:crypto'
import { record } from '#journal/record.ts'
import { actingOrganiser } from '#organisers/acting.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { endPlan } from './end-plan.ts'
import { publishPlanned } from './jobs.ts'
import { findPlan, findWaitingPlan } from './plans.ts'
import { holdContent } from '#publishing/put-out.ts'
import { findStanding } from '#publishing/standing.ts'

/** The furthest one can plan: after that a draft is old anyway, and the queue keeps nothing longer than 90 days. */
export const planDays = 60

/**
 * Plans that the draft, exactly as it is now (`seen`), is published at a moment. Refuses what `publishDraft` refuses, a moment that is past
 * or more than 60 days ahead, and a second plan while one waits. Answers the id of the plan.
 */
export async function planPublication(ctx: Ctx, slug: string, { dueAt, seen }: { dueAt: Date; seen: string }) {
  const by = actingOrganiser(ctx)
  if (dueAt <= ctx.now) return refused('moment-past')
  if (dueAt.getTime() > ctx.now.getTime() + planDays * 86_400_000) return refused('moment-too-far')
  await holdContent(ctx, slug)
  if (await findWaitingPlan(ctx.db, slug)) return refused('planned-already')
  const standing = await findStanding(ctx.db, slug)
  if (!standing) return refused('no-draft')
  const [obstacle] = standing.obstacles
  if (obstacle) return refused(obstacle)
  if (standing.bundle?.sha256 !== seen) return refused('draft-changed-meanwhile')
  const id = randomUUID()
  await ctx.db.insertInto('publication_plan')
    .values({ id, slug, sha256: seen, due_at: dueAt, planned_by: by, planned_at: ctx.now }).execute()
  await ctx.jobs.queue(ctx.db, publishPlanned, { plan: id }, { notBefore: dueAt })
  await record(ctx, 'publishing.planned', null, { slug, planId: id, dueAt: dueAt.toISOString() })
  return done(id)
}

/** Calls off a plan. Refuses where it was carried out, failed, or was called off already. */
export async function cancelPlan(ctx: Ctx, id: string) {
  actingOrganiser(ctx)
  const found = await findPlan(ctx.db, id)
  if (!found) return refused('no-publication-plan')
  await holdContent(ctx, found.slug)
  const plan = await findPlan(ctx.db, id)
  if (plan?.end) return refused('plan-over')
  await endPlan(ctx, found, { outcome: 'cancelled' })
  await record(ctx, 'publishing.cancelled', null, { slug: found.slug, planId: id })
  return done()
}
