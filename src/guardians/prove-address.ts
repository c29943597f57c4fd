import { getContent, getOrganisation } from '#claims/queries.ts'
import type { Language } from '#claims/bundle.ts'
import { queueFirstMail } from '#identity/first-mail.ts'
import { issueCode } from '#identity/issue-code.ts'
import { proveCode } from '#identity/prove-code.ts'
import { openSession, renewProven, type Session } from '#identity/sessions.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { invitedCodeMail } from './invitation-emails.ts'
import type { Invitation } from './invitations.ts'

/**
 * Sends a code to the address that was invited and opens a session that is worth nothing until it comes back. The session belongs to the
 * invitation, never to the child. Refused: `invitation-over`, `too-many-codes` (with the instant from which it is possible).
 */
export async function askInvited(ctx: Ctx, { id, personId, emailIndex, contact, over }: Invitation,
  { language, ip, origin }: { language: Language; ip: string; origin: string }) {
  if (over) return refused('invitation-over')
  const code = await issueCode(ctx, { personId: id, purpose: 'guardian', emailIndex, ip })
  if (!code.ok) return code
  const [organisation, claim] = await Promise.all([getOrganisation(ctx.db, language), getContent(ctx.db, contact.claim, language)])
  // Never held back: who said before the invitation that some other mail was not theirs may still want to object.
  await queueFirstMail(ctx, {
    personId, emailIndex, origin, always: true, once: `code:${code.value.id}`, kind: 'guardian-code', language, to: contact.email,
    message: (notMe) => invitedCodeMail({ organisation, claim, origin, notMe, code: code.value.code, expiresAt: code.value.expiresAt }),
  })
  return done(await openSession(ctx, { personId: id, emailIndex, proven: false, lasting: false, openedFor: 'guardian' }))
}

/** The code comes back: the session is proven under a new token. Refused: as `proveCode`. */
export async function proveInvited(ctx: Ctx, session: Session, { typed, ip }: { typed: string; ip: string }) {
  const proof = await proveCode(ctx, { personId: session.personId, purpose: 'guardian', emailIndex: session.emailIndex, typed, ip })
  return proof.ok ? done(await renewProven(ctx, session)) : proof
}
