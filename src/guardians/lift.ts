import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { SuspensionReason } from './suspend.ts'
import { listSuspensions } from './suspensions.ts'

/** Ends what suspends a person for these reasons; nothing where nothing does. `why` is kept with it. */
export async function lift(ctx: Ctx, personId: string, reasons: readonly SuspensionReason[],
  why: 'represented-again' | 'came-of-age' | 'decided' | 'taken-back'): Promise<void> {
  for (const { id, reason } of (await listSuspensions(ctx, [personId])).filter((each) => reasons.includes(each.reason))) {
    await ctx.db.insertInto('suspension_lift').values({ person_id: personId, suspension_id: id, reason: why, lifted_at: ctx.now })
      .onConflict((conflict) => conflict.doNothing()).execute()
    await record(ctx, 'guardians.lifted', personId, { reason, why })
  }
}
