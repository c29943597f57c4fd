import { proveCode } from '#identity/prove-code.ts'
import { renewProven, type Session } from '#identity/sessions.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { actingAs } from '#organisers/acting.ts'
import { lockOrganiser } from '#organisers/administrators.ts'
import type { Sending } from '#organisers/emails.ts'
import { noteEnrolled } from '#organisers/enter-organiser.ts'
import { findOrganiser } from '#organisers/queries.ts'
import { whyNoCode } from './ask-at-desk.ts'
import { becomeFirst } from './become-first.ts'

/**
 * The code comes back: the session is proven under a new token, for 12 hours. In production it opens the page on which a passkey is made
 * and nothing else. Refused: `code-wrong`, `code-expired` (also who was suspended meanwhile), `code-used-up`, `too-many-wrong-codes`.
 */
export async function enterByCode(ctx: Ctx, sending: Sending, session: Session,
  { typed, ip, production }: { typed: string; ip: string; production: boolean }) {
  const { personId, emailIndex } = session
  const proof = await proveCode(ctx, { personId, purpose: 'desk', emailIndex, typed, ip })
  if (!proof.ok) return proof
  const first = await becomeFirst(ctx, sending, session)
  await lockOrganiser(ctx, personId)
  const organiser = await findOrganiser(ctx, personId)
  if (!organiser || (!first && (await whyNoCode(ctx, organiser, production)))) return refused('code-expired')
  if (!production) await noteEnrolled(ctx, personId)
  await record(actingAs(ctx, personId), 'organisers.signed-in', personId, { by: 'code' })
  return done(await renewProven(ctx, session))
}
