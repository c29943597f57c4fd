import type { Ctx } from '#platform/ctx.ts'
import { record } from '#journal/record.ts'
import type { AgreedSuccessFee } from './admit.ts'

/**
 * Who came of age and signs agrees anew to the success fee, in the language it was read in: from now on these count (clauses 5 and 16.3).
 * What was agreed before stays in the record of the signature before (decision 19).
 */
export async function renewTerms(ctx: Ctx, personId: string, { claim, round, language, successFee }: {
  claim: string; round: number; language: 'en' | 'nl'; successFee: AgreedSuccessFee
}): Promise<void> {
  await ctx.db.updateTable('participation').set({
    language, success_fee: successFee.choice, success_fixed_cents: successFee.fixedCents, success_percent: successFee.percent,
  }).where('person_id', '=', personId).where('claim', '=', claim).where('round', '=', round).execute()
  await record(ctx, 'participants.terms-renewed', personId, { claim, round, choice: successFee.choice })
}
