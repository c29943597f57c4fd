import type { Ctx } from '#platform/ctx.ts'
import { walkSegment } from '#search/segments.ts'
import { writeOrder } from './order.ts'
import type { Plan } from './plans.ts'

const atOnce = 2000

/**
 * Fixes whom a run is about, before the first of them is touched: one transaction that sees the segment as it was at one instant
 * (`repeatable read`), in batches. Broken off, nothing of it stands and it is done anew. Stops the run where the set differs from what was
 * approved by more than the plan allows.
 */
export async function gather(ctx: Ctx, plan: Plan): Promise<void> {
  const run = await ctx.db.selectFrom('bulk_run').select('gathered_at').where('plan_id', '=', plan.id).forUpdate().executeTakeFirstOrThrow()
  if (run.gathered_at) return
  let [after, people]: [string | undefined, number] = [undefined, 0]
  do {
    const { personIds, after: next } = await walkSegment(ctx, plan.filter, after, atOnce)
    if (personIds.length) {
      const rows = [...new Set(personIds)].map((person_id) => ({ person_id, plan_id: plan.id }))
      const written = await ctx.db.insertInto('bulk_item').values(rows).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
      people += Number(written.numInsertedOrUpdatedRows)
    }
    after = next
  } while (after !== undefined)
  await ctx.db.updateTable('bulk_run').set({ gathered_at: ctx.now, people, going_since: ctx.now }).where('plan_id', '=', plan.id).execute()
  if (Math.abs(people - plan.counted) > plan.mayMove) await writeOrder(ctx, plan.id, 'stop', { because: 'segment-moved' })
}
