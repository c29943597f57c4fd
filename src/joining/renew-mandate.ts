import type { ClaimContent } from '#claims/queries.ts'
import { revoke } from '#mandates/revoke.ts'
import type { KnownParticipation } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { grantFor, signingRecord, type CompleteDraft, type Joined, type Shown } from './admit-all.ts'

/** Grants a new mandate in a participation that lives, and ends the capacities it replaces from that day on. The fee is not touched (SG-06). */
export async function renewMandate(ctx: Ctx, draft: CompleteDraft, claim: ClaimContent, { round, reference }: KnownParticipation, shown: Shown): Promise<Joined> {
  const joined = { personId: draft.personId, reference, round }
  const mandateId = await grantFor(ctx, draft, claim, joined, signingRecord(ctx, draft, { cents: 0, vatCents: 0 }, shown))
  await revoke(ctx, draft.personId, { claim: draft.claim, reason: 'replaced', effectiveOn: dayIn(claim.facts.timeZone, ctx.now), except: mandateId })
  return joined
}
