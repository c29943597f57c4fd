import { provePasskey, type RelyingParty } from '#identity/passkeys.ts'
import { openSession } from '#identity/sessions.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { actingAs } from '#organisers/acting.ts'
import { lockOrganiser } from '#organisers/administrators.ts'
import { organiserAddress } from '#organisers/enter-organiser.ts'
import { findOrganiser } from '#organisers/queries.ts'

/**
 * A passkey signed for the desk: opens it for 12 hours, if it is an organiser's. Refused: `passkey-failed`, `organiser-suspended` for who
 * is kept out.
 */
export async function enterByPasskey(ctx: Ctx, rp: RelyingParty, { answer }: { answer: string }) {
  const proof = await provePasskey(ctx, rp, { answer, purpose: 'desk' })
  if (!proof.ok) return proof
  const personId = proof.value
  await lockOrganiser(ctx, personId)
  const organiser = await findOrganiser(ctx, personId)
  const address = organiser && organiserAddress(ctx, organiser.email)
  if (!address) return refused('passkey-failed')
  if (organiser.suspended) return refused('organiser-suspended')
  await record(actingAs(ctx, personId), 'organisers.signed-in', personId, { by: 'passkey' })
  return done(await openSession(ctx, { personId, emailIndex: address.emailIndex, proven: true, by: 'passkey', openedFor: 'desk' }))
}
