import { randomUUID } from 'node:crypto'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'

export type SuspensionReason = 'custody-objection' | 'identity-disputed' | 'nobody-represents' | 'review'

/**
 * Suspends every act for a person until somebody of the foundation has decided (SG-07). Suspended already for this reason: it changes
 * nothing. Answers the id of the suspension.
 */
export async function suspend(ctx: Ctx, personId: string, reason: SuspensionReason): Promise<string> {
  const living = await ctx.db.selectFrom('suspension').leftJoin('suspension_lift', (on) => on
    .onRef('suspension_lift.person_id', '=', 'suspension.person_id').onRef('suspension_lift.suspension_id', '=', 'suspension.id'))
    .select('id').where('suspension.person_id', '=', personId).where('suspension.reason', '=', reason).where('lifted_at', 'is', null)
      .executeTakeFirst()
  if (living) return living.id
  const id = randomUUID()
  await ctx.db.insertInto('suspension').values({ person_id: personId, id, reason, suspended_at: ctx.now }).execute()
  await record(ctx, 'guardians.suspended', personId, { reason })
  return id
}
