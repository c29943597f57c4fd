import { randomUUID } from 'node:crypto'
import type { OrganisationContent } from '#claims/queries.ts'
import { normaliseEmail } from '#identity/address.ts'
import { queueFirstMail } from '#identity/first-mail.ts'
import { issueCode } from '#identity/issue-code.ts'
import { provePasskey, type RelyingParty } from '#identity/passkeys.ts'
import { proveCode } from '#identity/prove-code.ts'
import { openSession, renewProven, type Session } from '#identity/sessions.ts'
import { record } from '#journal/record.ts'
import { listPersons, personsAt } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { codeMail, unknownMail } from './emails.ts'
import { bindInvited, invitedAt } from './own-access.ts'
import { wayBack } from './way-back.ts'

interface Asking { email: string; ip: string; origin: string }

/**
 * Sends a code to sign in. An address nobody joined with gets the same answer; its mail says so and holds no code.
 * Refused: `email-wrong`, `too-many-codes` (with the instant from which it is possible).
 */
export async function askToSignIn(ctx: Ctx, organisation: OrganisationContent, { email, ip, origin }: Asking) {
  const address = normaliseEmail(email)
  if (!address) return refused('email-wrong')
  const emailIndex = ctx.vault.index('email', address)
  // A child that was invited at this address has not made it its own yet.
  const [known] = [...(await personsAt(ctx, emailIndex)), ...(await invitedAt(ctx, emailIndex))]
  const personId = known ?? randomUUID()
  const code = await issueCode(ctx, { personId, purpose: 'sign-in', emailIndex, ip })
  if (!code.ok) return code
  if (!known) await ctx.vault.create(ctx.db, personId, ctx.now)
  const about = { organisation, origin }
  await queueFirstMail(ctx, {
    personId, emailIndex, origin, always: known !== undefined, once: `code:${code.value.id}`, kind: known ? 'sign-in-code'
      : 'sign-in-unknown', language: organisation.language, to: address,
    message: (notMe) => (known ? codeMail({ ...about, notMe }, 'signIn', code.value) : unknownMail({ ...about, notMe })),
  })
  return done(await openSession(ctx, { personId, emailIndex, proven: false, lasting: false }))
}

/**
 * The code comes back: the session is proven under a new token, for 30 days where the device is to be remembered, otherwise for 12 hours.
 * Refused: `code-wrong`, `code-expired`, `code-used-up`, `too-many-wrong-codes` (with the instant from which it is possible).
 */
export async function signIn(ctx: Ctx, organisation: OrganisationContent, session: Session,
  { typed, remember, ip, origin }: { typed: string; remember: boolean; ip: string; origin: string }) {
  const proof = await proveCode(ctx, { personId: session.personId, purpose: 'sign-in', emailIndex: session.emailIndex, typed, ip })
  if (!proof.ok) return proof
  await bindInvited(ctx, organisation, session, origin)
  await record(ctx, 'accounts.signed-in', session.personId, { by: 'code' })
  await wayBack(ctx, { organisation, origin, emailIndex: session.emailIndex })
  return done(await renewProven(ctx, session, undefined, { lasting: remember }))
}

/** A passkey signed: opens the account of the address its person has today. Refused: `passkey-failed`. */
export async function signInByPasskey(ctx: Ctx, rp: RelyingParty, { answer, remember }: { answer: string; remember: boolean }) {
  const proof = await provePasskey(ctx, rp, { answer, purpose: 'sign-in' })
  if (!proof.ok) return proof
  const personId = proof.value
  const [person] = await listPersons(ctx, [personId])
  if (person?.email === undefined) return refused('passkey-failed')
  await record(ctx, 'accounts.signed-in', personId, { by: 'passkey' })
  return done(await openSession(ctx,
    { personId, emailIndex: ctx.vault.index('email', person.email), proven: true, by: 'passkey', lasting: remember }))
}
