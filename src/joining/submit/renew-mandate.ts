import type { ClaimContent } from '#claims/queries.ts'
import { waive } from '#fees/owe.ts'
import { birthdayOf } from '#guardians/birthdays.ts'
import { lift } from '#guardians/lift.ts'
import { revoke } from '#mandates/revoke.ts'
import type { KnownParticipation } from '#participants/queries.ts'
import { renewTerms } from '#participants/renew-terms.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { grantFor, signingRecord, type CompleteDraft, type Joined, type Shown } from './admit-all.ts'

/**
 * Grants a new mandate in a participation that lives, and ends the capacities it replaces from that day on; fees are not touched (SG-06).
 * Who takes over at 18 owes no registration fee (clause 4.4) and agrees to the success fee anew (decision 19): what the parent or guardian
 * granted has ended on the birthday, and what was suspended for want or dispute of a representative goes on.
 */
export async function renewMandate(ctx: Ctx, draft: CompleteDraft, claim: ClaimContent, { round, reference }: KnownParticipation,
  shown: Shown): Promise<Joined> {
  const { personId, language, answers } = draft
  const { successFixed, successPercent, registrationFee } = claim.facts.money
  const joined = { personId, reference, round }
  const record = signingRecord(ctx, draft, { cents: 0, vatCents: 0 }, shown)
  const mandateId = await grantFor(ctx, draft, claim, joined, draft.purpose === 'renew' ? { ...record, renewal: true } : record)
  const replaced = { claim: draft.claim, reason: 'replaced', effectiveOn: dayIn(claim.facts.timeZone, ctx.now), except: mandateId } as const
  if (draft.purpose !== 'come-of-age') {
    await revoke(ctx, personId, replaced)
    return joined
  }
  await renewTerms(ctx, personId, {
    claim: draft.claim, round, language,
    successFee: { choice: answers.agreed.successFee.choice, fixedCents: successFixed, percent: successPercent },
  })
  await revoke(ctx, personId, { ...replaced, reason: 'came-of-age', effectiveOn: birthdayOf(answers.details.birthDate, 18) })
  await lift(ctx, personId, ['custody-objection', 'nobody-represents'], 'came-of-age')
  await waive(ctx, personId, { claim: draft.claim, round }, registrationFee === 0 ? 'none-asked' : 'stays-after-18')
  return joined
}
