import type { UndoReason } from '#casework/reasons.ts'
import { record } from '#journal/record.ts'
import { actingOrganiser } from '#organisers/acting.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { bulkActs } from './acts.ts'
import { shortestExplanation } from './draw-up.ts'
import { goOnWithBulk } from './jobs.ts'
import { findPlan } from './plans.ts'
import { answeredOn, ordersIn, type OrderWord } from './progress.ts'

/** Why a run goes back, and what the people it told are told now. */
interface GoingBack { reason: UndoReason; explanation: string }

/**
 * Orders a run to pause, go on, stop for good, or go back. It takes effect before the next batch of people, for the batch under way holds
 * the row of the run. Refused: `no-run`; `order-senseless` where the run stands otherwise by now; `not-undoable` where the act cannot be
 * taken back; `explanation-missing` where going back tells people something.
 */
export async function order(ctx: Ctx, planId: string, word: OrderWord, back?: GoingBack) {
  const by = actingOrganiser(ctx)
  await ctx.db.selectFrom('bulk_run').select('plan_id').where('plan_id', '=', planId).forUpdate().executeTakeFirst()
  const plan = await findPlan(ctx, planId)
  if (!plan?.progress) return refused('no-run')
  if (!ordersIn[plan.progress.state].includes(word)) return refused('order-senseless')
  const { undoing } = bulkActs[plan.act]
  if (word === 'undo' && undoing === 'never') return refused('not-undoable')
  if (word === 'undo' && (!back || (undoing === 'told' && back.explanation.trim().length < shortestExplanation)))
    return refused('explanation-missing')
  await writeOrder(ctx, planId, word, { by, because: word === 'undo' ? back?.reason : undefined,
    explanation: word === 'undo' ? back?.explanation : undefined })
  if (word === 'go-on' || word === 'undo') {
    const backwards = word === 'undo' || plan.progress.orders.some((each) => each.word === 'undo')
    await ctx.db.updateTable('bulk_run').set({ going_since: ctx.now, answered_before: answeredOn(plan.progress, backwards) })
      .where('plan_id', '=', planId).execute()
    await ctx.jobs.queue(ctx.db, goOnWithBulk, { planId })
  }
  return done()
}

/** Writes an order down; the caller holds the row of the run. Without `by` it is the program itself. */
export async function writeOrder(ctx: Ctx, planId: string, word: OrderWord,
  { by, because, explanation }: { by?: string; because?: string | undefined; explanation?: string | undefined }): Promise<void> {
  const { last } = await ctx.db.selectFrom('bulk_order').select((row) => row.fn.max('number').as('last')).where('plan_id', '=', planId)
    .executeTakeFirstOrThrow()
  const words = explanation?.trim()
  const sealed = by && words ? (await ctx.vault.open(ctx.db, by)).seal('bulk_order.explanation', words) : null
  await ctx.db.insertInto('bulk_order').values({
    plan_id: planId, number: Number(last ?? 0) + 1, word, because: because ?? null,
    explanation: sealed, ordered_by: by ?? null, ordered_at: ctx.now,
  }).execute()
  await record(ctx, 'bulk.ordered', null, { planId, word, ...(because && { because }) })
}
