import type { ClaimContent } from '#claims/queries.ts'
import { isSuspended } from '#guardians/suspensions.ts'
import { revoke } from '#mandates/revoke.ts'
import { isExcluded } from '#participants/hindrances.ts'
import { findNewest } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { asRepresentative, grantFor, recordOf, signingRecord, type CompleteDraft, type Joined, type Shown } from './admit-all.ts'
import { findKnownChild } from '#joining/children/known-child.ts'

/**
 * A representative signs anew for children who take part and whom they represent: each gets a new mandate, the capacities it replaces end,
 * fees are not touched (SG-06, SG-07). Refused: `takes-no-part` for a child that is not known or has left, `child-suspended`, `excluded`.
 */
export async function renewForChildren(ctx: Ctx, draft: CompleteDraft, claim: ClaimContent, shown: Shown) {
  const found: Joined[] = []
  for (const child of draft.answers.children ?? []) {
    const personId = await findKnownChild(ctx, draft, child)
    const newest = personId && (await findNewest(ctx, personId, draft.claim))
    if (!newest || newest.end) return refused('takes-no-part')
    if (await isSuspended(ctx, newest.personId)) return refused('child-suspended')
    if (await isExcluded(ctx, newest.personId, draft.claim)) return refused('excluded')
    found.push({ personId: newest.personId, round: newest.round, reference: newest.reference })
  }
  for (const [at, joined] of found.entries()) {
    const record = recordOf(signingRecord(ctx, draft, { cents: 0, vatCents: 0 }, shown), draft, at)
    const mandateId = await grantFor(ctx, draft, claim, joined, {
      ...record, ...asRepresentative(draft, joined.personId, at), renewal: true,
    })
    await revoke(ctx, joined.personId,
      { claim: draft.claim, reason: 'replaced', effectiveOn: dayIn(claim.facts.timeZone, ctx.now), except: mandateId })
  }
  return done(found)
}
