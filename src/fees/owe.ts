import { randomUUID } from 'node:crypto'
import type { Ctx } from '#platform/ctx.ts'
import { record } from '#journal/record.ts'
import { creditorReference, vatWithin } from './registration-fee.ts'

/** For which participation a fee is owed or not. */
export interface FeeFor { claim: string; round: number }

/** Why a joining costs no registration fee. */
export type Waiver = 'owed-for-another-claim' | 'paid-by-representative' | 'none-asked' | 'stays-after-18'

/**
 * The one-off registration fee: owed once per person across the foundation's claims (MO-09). The reason why it is owed is kept.
 * Amounts in cents, VAT included. Somebody who owes or paid one already owes no second; after a refund it may be owed anew.
 */
export async function owe(ctx: Ctx, personId: string,
  fee: FeeFor & { cents: number; vatPercent: number; participation: string }): Promise<void> {
  const refunded = await ctx.db.selectFrom('fee_refund').select((count) => count.fn.countAll<string>().as('n'))
    .where('person_id', '=', personId).executeTakeFirstOrThrow()
  const written = await ctx.db.insertInto('fee').values({
    person_id: personId, id: randomUUID(), kind: 'registration', claim: fee.claim, round: fee.round, turn: Number(refunded.n) + 1,
    cents: fee.cents, vat_cents: vatWithin(fee.cents, fee.vatPercent),
    reference: creditorReference(`JN${fee.participation}`), reason: 'first-claim-of-this-person', owed_at: ctx.now,
  }).onConflict((conflict) => conflict.columns(['person_id', 'kind', 'turn']).where('cents', '>', 0).doNothing()).returning('id')
    .executeTakeFirst()
  if (written) await record(ctx, 'fees.owed', personId, { claim: fee.claim, rule: 'MO-09' })
  else await waive(ctx, personId, fee, 'owed-for-another-claim')
}

/** Writes down that this joining costs no registration fee, and why (MO-09). */
export async function waive(ctx: Ctx, personId: string, { claim, round }: FeeFor, why: Waiver): Promise<void> {
  await ctx.db.insertInto('fee').values({
    person_id: personId, id: randomUUID(), kind: 'registration', claim, round, turn: 1, cents: 0, vat_cents: 0, reference: null,
    reason: why, owed_at: ctx.now,
  }).execute()
  await record(ctx, 'fees.waived', personId, { claim, rule: 'MO-09', why })
}

/** Whether one of these persons owes or paid a registration fee that is not given back. */
export const owesAny = async ({ db }: Pick<Ctx, 'db'>, personIds: readonly string[]): Promise<boolean> =>
  personIds.length > 0 && (await db.selectFrom('fee')
    .leftJoin('fee_refund', (on) => on.onRef('fee_refund.person_id', '=', 'fee.person_id').onRef('fee_refund.fee_id', '=', 'fee.id'))
    .select('cents').where('fee.person_id', 'in', personIds).where('kind', '=', 'registration').where('cents', '>', 0)
      .where('fee_refund.fee_id', 'is', null).limit(1).executeTakeFirst()) !== undefined
