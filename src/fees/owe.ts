import type { Ctx } from '#platform/ctx.ts'
import { record } from '#journal/record.ts'
import { creditorReference, vatWithin } from './registration-fee.ts'

/**
 * The one-off registration fee: owed once per person across the foundation's claims (MO-09). The reason why it is owed is kept.
 * Amounts in cents, VAT included. Does nothing for a person who owes or paid it for another claim.
 */
export async function owe(ctx: Ctx, personId: string, fee: { claim: string; cents: number; vatPercent: number; participation: string }): Promise<void> {
  const written = await ctx.db.insertInto('fee').values({
    person_id: personId, kind: 'registration', claim: fee.claim, cents: fee.cents, vat_cents: vatWithin(fee.cents, fee.vatPercent),
    reference: creditorReference(`JN${fee.participation}`), reason: 'first-claim-of-this-person', owed_at: ctx.now,
  }).onConflict((conflict) => conflict.columns(['person_id', 'kind']).doNothing()).returning('reference').executeTakeFirst()
  await record(ctx, written ? 'fees.owed' : 'fees.waived', personId, { claim: fee.claim, rule: 'MO-09' })
}

/** Writes down that this joining costs no registration fee: it is owed or paid through another claim (MO-09), or this claim asks none. */
export const waive = (ctx: Ctx, personId: string, { claim }: { claim: string }): Promise<void> => record(ctx, 'fees.waived', personId, { claim, rule: 'MO-09' })

/** Whether one of these persons owes or owed the registration fee. */
export const owesAny = async ({ db }: Pick<Ctx, 'db'>, personIds: readonly string[]): Promise<boolean> =>
  personIds.length > 0 && (await db.selectFrom('fee').select('cents').where('person_id', 'in', personIds).where('kind', '=', 'registration').where('cents', '>', 0).limit(1).executeTakeFirst()) !== undefined

/** What a person owes or owed as registration fee. */
export async function findFee({ db }: Pick<Ctx, 'db'>, personId: string) {
  const row = await db.selectFrom('fee').selectAll().where('person_id', '=', personId).where('kind', '=', 'registration').executeTakeFirst()
  return row && { claim: row.claim, cents: row.cents, vatCents: row.vat_cents, reference: row.reference, reason: row.reason, owedAt: row.owed_at }
}
