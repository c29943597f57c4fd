import type { OrganisationContent } from '#claims/queries.ts'
import { issueCode } from '#identity/issue-code.ts'
import { askPasskeyToSign, provePasskey, type RelyingParty } from '#identity/passkeys.ts'
import { proveCode } from '#identity/prove-code.ts'
import { freshen, type Session } from '#identity/sessions.ts'
import { getPerson, personsAt } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { queueMail } from '#platform/mail/queue.ts'
import { done, refused } from '#platform/outcome.ts'
import { codeMail } from './emails.ts'
import { wayBack } from './way-back.ts'

type Of = Pick<Session, 'personId' | 'emailIndex'>

/**
 * The person to whom the account's codes go: who signed in, or who joined first with the address. Undefined where nobody takes part with
 * it.
 */
export async function holderOf(reader: Pick<Ctx, 'db'>, { personId, emailIndex }: Of): Promise<string | undefined> {
  const persons = await personsAt(reader, emailIndex)
  return persons.find((id) => id === personId) ?? persons[0]
}

/**
 * Sends a code to the account's own address, to prove it once more. Refused: `account-empty`, `too-many-codes` (with the instant from which
 * it is possible).
 */
export async function askToConfirm(ctx: Ctx, organisation: OrganisationContent, session: Of,
  { ip, origin }: { ip: string; origin: string }) {
  const personId = await holderOf(ctx, session)
  if (!personId) return refused('account-empty')
  const code = await issueCode(ctx, { personId, purpose: 'confirm', emailIndex: session.emailIndex, ip })
  if (!code.ok) return code
  const { email } = await getPerson(ctx, personId)
  await queueMail(ctx, {
    personId, once: `code:${code.value.id}`, kind: 'confirm-code', language: organisation.language, to: email!,
    message: codeMail({ organisation, origin }, 'confirm', code.value),
  })
  return done()
}

/**
 * The code comes back: the proof of the session is fresh, under a new token. Refused: `account-empty`, `code-wrong`, `code-expired`,
 * `code-used-up`, `too-many-wrong-codes` (with the instant from which it is possible).
 */
export async function confirmByCode(ctx: Ctx, organisation: OrganisationContent, session: Session,
  { typed, ip, origin }: { typed: string; ip: string; origin: string }) {
  const personId = await holderOf(ctx, session)
  if (!personId) return refused('account-empty')
  const proof = await proveCode(ctx, { personId, purpose: 'confirm', emailIndex: session.emailIndex, typed, ip })
  if (!proof.ok) return proof
  await wayBack(ctx, { organisation, origin, emailIndex: session.emailIndex })
  return done(await freshen(ctx, session, 'code'))
}

/** What a passkey of this account has to sign. Refused: `too-many-codes`. */
export const askPasskeyToConfirm = async (ctx: Ctx, rp: RelyingParty, session: Session, ip: string) =>
  askPasskeyToSign(ctx, rp, { purpose: 'confirm', sessionId: session.id, personIds: await personsAt(ctx, session.emailIndex), ip })

/**
 * A passkey of this account signed: the proof of the session is fresh. Refused: `passkey-failed`, also for a passkey of another account.
 */
export async function confirmByPasskey(ctx: Ctx, rp: RelyingParty, session: Session, answer: string) {
  const proof = await provePasskey(ctx, rp, { answer, purpose: 'confirm', sessionId: session.id })
  if (!proof.ok) return proof
  if (!(await personsAt(ctx, session.emailIndex)).includes(proof.value)) return refused('passkey-failed')
  return done(await freshen(ctx, session, 'passkey'))
}
