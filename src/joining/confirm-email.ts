import type { OrganisationContent } from '#claims/queries.ts'
import { wayBack } from '#accounts/way-back.ts'
import { record } from '#journal/record.ts'
import { proveCode } from '#identity/prove-code.ts'
import { renewProven, type Session } from '#identity/sessions.ts'
import { takesPart } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done } from '#platform/outcome.ts'
import { keep } from './keep.ts'
import type { Draft } from './queries.ts'

/**
 * The code comes back: the address is proven and the session gets a new token, which lasts 12 hours: what began as a form is a way into the
 * account from now on, and nobody asked to remember this device. `known` says that somebody with this address takes
 * part already; only the holder of the mailbox learns it. Refused: `code-wrong`, `code-expired`, `code-used-up`, `too-many-wrong-codes`.
 */
export async function confirmEmail(ctx: Ctx, organisation: OrganisationContent, session: Session, draft: Draft,
  { typed, ip, origin }: { typed: string; ip: string; origin: string }) {
  const proof = await proveCode(ctx, { personId: draft.personId, purpose: 'join', emailIndex: session.emailIndex, typed, ip })
  if (!proof.ok) return proof
  await wayBack(ctx, { organisation, origin, emailIndex: draft.emailIndex })
  const { sentAt, provenAt, attempts } = proof.value
  await ctx.db.updateTable('draft').set({ confirmed_at: draft.confirmedAt ?? ctx.now }).where('person_id', '=', draft.personId)
    .where('claim', '=', draft.claim).execute()
  if (!draft.confirmedAt) await record(ctx, 'joining.confirmed', draft.personId, { claim: draft.claim })
  const confirmed = await keep(ctx, draft, 'code', { code: { sentAt: sentAt.toISOString(), provenAt: provenAt.toISOString(), attempts } })
  const token = await renewProven(ctx, session, undefined, { lasting: false })
  return done({ draft: confirmed, token, known: await takesPart(ctx, draft.emailIndex, draft.claim) })
}
