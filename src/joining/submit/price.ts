import type { ClaimFacts } from '#claims/bundle.ts'
import { owesAny, type Waiver } from '#fees/owe.ts'
import { listFees } from '#fees/queries.ts'
import { vatWithin } from '#fees/registration-fee.ts'
import { listSamePerson } from '#participants/same-person.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Draft } from '#joining/queries.ts'

export interface Price { cents: number; vatCents: number; waiver: Waiver | undefined }

/**
 * What the last button binds to pay, in cents, VAT included, or why it costs nothing: one fee for one human being across all claims, and
 * one for a representative and the children together (MO-09, clause 4.4 of the participation agreements).
 */
export async function priceOf(reader: Pick<Ctx, 'db' | 'vault'>, draft: Draft,
  { registrationFee, vatPercent }: ClaimFacts['money']): Promise<Price> {
  // Who signs anew takes part already: that joining has its own row of what it costs.
  if (draft.purpose === 'renew') return { cents: 0, vatCents: 0, waiver: undefined }
  const waiver = registrationFee === 0 ? 'none-asked' : await whyFree(reader, draft)
  const cents = waiver ? 0 : registrationFee
  return { cents, vatCents: vatWithin(cents, vatPercent), waiver }
}

async function whyFree(reader: Pick<Ctx, 'db' | 'vault'>,
  { personId, emailIndex, answers: { details } }: Draft): Promise<Waiver | undefined> {
  const own = await listFees(reader, [personId])
  if (own.some(({ reason }) => reason === 'paid-by-representative')) return 'stays-after-18'
  const same = details ? await listSamePerson(reader, emailIndex, details) : []
  return (await owesAny(reader, [personId, ...same])) ? 'owed-for-another-claim' : undefined
}
