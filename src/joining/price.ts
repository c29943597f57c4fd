import type { ClaimFacts } from '#claims/bundle.ts'
import { owesAny } from '#fees/owe.ts'
import { vatWithin } from '#fees/registration-fee.ts'
import { listSamePerson } from '#participants/same-person.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Draft } from './queries.ts'

/** What the last button binds to pay, in cents, VAT included: nothing for who owes or paid the registration fee through another claim (MO-09). */
export async function priceOf(reader: Pick<Ctx, 'db' | 'vault'>, draft: Draft, { registrationFee, vatPercent }: ClaimFacts['money']) {
  const { details } = draft.answers
  const free = details !== undefined && (await owesAny(reader, await listSamePerson(reader, draft.emailIndex, details)))
  const cents = free ? 0 : registrationFee
  return { cents, vatCents: vatWithin(cents, vatPercent) }
}
