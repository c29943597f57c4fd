import type { UndoReason } from '#casework/reasons.ts'
import { record } from '#journal/record.ts'
import { listObjections } from '#participants/objections.ts'
import type { Ctx } from '#platform/ctx.ts'
import { refused } from '#platform/outcome.ts'
import { bulkActs, type Applied } from './acts.ts'
import type { Plan } from './plans.ts'

/** One person of a run, with what was done to it. */
export interface Item { personId: string; applied: Applied }

/** Does the act of a plan for one person, or takes it back, and writes down what became of it. The caller holds the person's lock. */
export async function answerFor(ctx: Ctx, origin: string, plan: Plan, { personId, applied }: Item,
  back: boolean): Promise<'done' | 'refused' | 'undone' | 'kept'> {
  const entry = bulkActs[plan.act]
  const item = ctx.db.updateTable('bulk_item').where('person_id', '=', personId).where('plan_id', '=', plan.id)
  if (back) {
    const asked = plan.progress!.orders.findLast(({ word }) => word === 'undo')!
    const undone = await entry.undo(ctx, personId, { params: plan.params, applied, origin, reason: asked.because as UndoReason,
      explanation: asked.explanation ?? '' })
    await item.set({ undo: undone.ok ? 'undone' : 'kept', undo_because: undone.ok ? null : undone.because, undone_at: ctx.now }).execute()
    if (undone.ok) await record(ctx, 'bulk.taken-back', personId, { planId: plan.id, act: plan.act })
    return undone.ok ? 'undone' : 'kept'
  }
  const changed = await changedSince(ctx, personId)
  const answer = changed ? refused(changed) : await entry.apply(ctx, personId, { params: plan.params, origin,
    explanation: plan.explanation ?? '' })
  await item.set(answer.ok ? { outcome: 'done', applied: JSON.stringify(answer.value), answered_at: ctx.now }
    : { outcome: 'refused', because: answer.because, answered_at: ctx.now }).execute()
  if (answer.ok) await record(ctx, 'bulk.applied', personId, { planId: plan.id, act: plan.act })
  return answer.ok ? 'done' : 'refused'
}

/** What happened after the set of people was fixed: erased or locked (17, 18), or an objection (UAVG 37, GD-09). */
async function changedSince({ db }: Ctx, personId: string): Promise<'person-gone' | 'objects' | undefined> {
  const row = await db.selectFrom('vault_key').leftJoin('erasure_request', 'erasure_request.person_id', 'vault_key.person_id')
    .select('erasure_request.asked_at').where('vault_key.person_id', '=', personId).executeTakeFirst()
  if (!row || row.asked_at !== null) return 'person-gone'
  return (await listObjections({ db }, [personId])).length ? 'objects' : undefined
}
