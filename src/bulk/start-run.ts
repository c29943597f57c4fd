import { record } from '#journal/record.ts'
import { actingOrganiser } from '#organisers/acting.ts'
import type { Proposal } from '#organisers/four-eyes/proposals.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { countSegment } from '#search/segments.ts'
import { goOnWithBulk } from './jobs.ts'
import { findPlan } from './plans.ts'

/**
 * Starts what two people agreed on, in the transaction of the approval. Refused: `segment-moved` where the segment has grown or shrunk by
 * more than the plan allows, for then nobody has seen whom it is about; `no-plan`.
 */
export async function carryOutBulk(ctx: Ctx, proposal: Proposal) {
  const plan = await findPlan(ctx, String(proposal.subject['planId']))
  if (!plan || plan.proposalId !== proposal.id) return refused('no-plan')
  const now = await countSegment(ctx, plan.filter)
  if (Math.abs(now - plan.counted) > plan.mayMove) return refused('segment-moved')
  await ctx.db.insertInto('bulk_run').values({
    plan_id: plan.id, proposal_id: proposal.id, approved_by: actingOrganiser(ctx), started_at: ctx.now, going_since: ctx.now,
  }).execute()
  await ctx.jobs.queue(ctx.db, goOnWithBulk, { planId: plan.id })
  await record(ctx, 'bulk.started', null, { planId: plan.id, act: plan.act, counted: now })
  return done({ planId: plan.id })
}
