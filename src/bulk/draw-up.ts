import { randomUUID } from 'node:crypto'
import { record } from '#journal/record.ts'
import { actingOrganiser } from '#organisers/acting.ts'
import { propose } from '#organisers/four-eyes/propose.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import type { Filter } from '#search/filter.ts'
import { countSegment, sampleSegment } from '#search/segments.ts'
import { bulkActs, type BulkActName, type BulkReason } from './acts.ts'
import { findPlan } from './plans.ts'

/** How many people are shown as examples. */
export const sampleSize = 20

/** Characters that an explanation to people has at least. */
export const shortestExplanation = 20

/** By how many people a segment may differ between counting and approving: `percent` of it, rounded up, at least one. */
export const mayMoveBy = (counted: number, percent: number): number => Math.max(1, Math.ceil((counted * percent) / 100))

/**
 * Draws up one act on a segment: counts it and picks the people who are shown as examples. Nothing happens to anybody yet. Answers the id
 * of the plan. Refused: `segment-nobody`, `parameters-wrong`, `explanation-missing` where the people are told why.
 */
export async function drawUp(ctx: Ctx, { act, filter, params, because, explanation, movePercent }: {
  act: BulkActName; filter: Filter; params: Record<string, unknown>; because: BulkReason; explanation?: string; movePercent: number
}) {
  const by = actingOrganiser(ctx)
  const entry = bulkActs[act]
  const read = entry.params.safeParse(params)
  if (!read.success) return refused('parameters-wrong')
  const words = entry.tells === 'nothing' ? '' : explanation?.trim() ?? ''
  if (words.length < shortestExplanation && (entry.tells === 'must' || read.data['defect'] === 'other'))
    return refused('explanation-missing')
  const counted = await countSegment(ctx, filter)
  if (!counted) return refused('segment-nobody')
  const id = randomUUID()
  const sealed = words ? (await ctx.vault.open(ctx.db, by)).seal('bulk_plan.explanation', words) : null
  await ctx.db.insertInto('bulk_plan').values({
    id, act, filter: JSON.stringify(filter), params: JSON.stringify(read.data), because,
    explanation: sealed, counted, may_move: mayMoveBy(counted, movePercent),
    drawn_up_by: by, drawn_up_at: ctx.now,
  }).execute()
  const sample = await sampleSegment(ctx, filter, sampleSize)
  if (sample.length) await ctx.db.insertInto('bulk_sample').values(sample.map((person_id) => ({ person_id, plan_id: id }))).execute()
  await record(ctx, 'bulk.drawn-up', null, { planId: id, act, counted })
  return done(id)
}

/**
 * Proposes a plan to somebody else. Refused: `no-plan`, `not-own-plan`, `proposed-already` (declined, it is drawn up and counted anew).
 */
export async function proposePlan(ctx: Ctx, planId: string) {
  const plan = await findPlan(ctx, planId)
  if (!plan) return refused('no-plan')
  if (plan.drawnUpBy !== actingOrganiser(ctx)) return refused('not-own-plan')
  if (plan.proposalId) return refused('proposed-already')
  const proposal = await propose(ctx, { act: 'bulk', subject: { planId } })
  await ctx.db.insertInto('bulk_proposed').values({ plan_id: planId, proposal_id: proposal.value }).execute()
  return proposal
}
