import { lastDayToRefund } from '#deadlines/refund.ts'
import { record } from '#journal/record.ts'
import type { KnownParticipation } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { listFees } from './queries.ts'
import { listPayers, listReliant } from './reliance.ts'

/**
 * What a withdrawal does to the fee: given back by `dueOn`, or kept because somebody else still relies on it, or nothing was owed for it.
 */
export type Refunding =
  | { kind: 'refund'; feeId: string; cents: number; dueOn: string }
  | { kind: 'relied-on'; by: Pick<KnownParticipation, 'personId' | 'claim'>[] }
  | { kind: 'nothing-owed' }

/**
 * Marks a fee to be given back: once, whoever asks. Who pays out finds whether it was paid; one that was not is then no longer owed.
 * Answers whether it was marked now.
 */
export async function markRefund(ctx: Ctx, payerId: string,
  { feeId, reason, dueOn }: { feeId: string; reason: 'withdrawn' | 'identity-disputed'; dueOn: string }): Promise<boolean> {
  const written = await ctx.db.insertInto('fee_refund')
    .values({ person_id: payerId, fee_id: feeId, reason, due_on: dueOn, marked_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  if (!written.numInsertedOrUpdatedRows) return false
  await record(ctx, 'fees.refund-marked', payerId, { feeId, reason, dueOn })
  return true
}

/**
 * After a joining was withdrawn from: the fee that stood for it is given back within 14 days of the notice (6:230r BW), as soon as
 * everything it stood for was withdrawn. One fee stands for a parent and the children, and for every claim (clauses 4.3, 4.4): while one of
 * these lives, it is kept. A fee of a joining that ended otherwise than by withdrawal stays kept (clause 4.6). The caller holds the payers.
 */
export async function refundAfterWithdrawal(ctx: Ctx, withdrawn: Pick<KnownParticipation, 'personId' | 'claim' | 'round' | 'joinedAt'>,
  noticedOn: string): Promise<Refunding> {
  const payers = await listPayers(ctx, withdrawn)
  const fee = (await listFees(ctx, payers)).findLast((each) => each.cents > 0 && !each.refund && each.owedAt <= withdrawn.joinedAt)
  if (!fee) return { kind: 'nothing-owed' }
  const reliant = await listReliant(ctx, payers, fee)
  const living = reliant.filter(({ end }) => !end)
  if (living.length) return { kind: 'relied-on', by: living.map(({ personId, claim }) => ({ personId, claim })) }
  if (reliant.some(({ end }) => end!.kind !== 'withdrawn')) return { kind: 'nothing-owed' }
  const dueOn = lastDayToRefund(noticedOn)
  await markRefund(ctx, fee.personId, { feeId: fee.id, reason: 'withdrawn', dueOn })
  return { kind: 'refund', feeId: fee.id, cents: fee.cents, dueOn }
}
