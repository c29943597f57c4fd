import { randomUUID } from 'node:crypto'
import { queueFirstMail } from '#identity/first-mail.ts'
import { issueCode } from '#identity/issue-code.ts'
import { listPasskeys, provePasskey, type RelyingParty } from '#identity/passkeys.ts'
import { proveCode } from '#identity/prove-code.ts'
import { openSession, renewProven, type Session } from '#identity/sessions.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { lockOrganiser } from '#organisers/administrators.ts'
import type { Sending } from '#organisers/emails.ts'
import { noteEnrolled, organiserAddress } from '#organisers/enter-organiser.ts'
import { findOrganiser, organiserAt, type Organiser } from '#organisers/queries.ts'
import { deskCodeMail, noCodeMail, type WhyNoCode } from './emails.ts'
import { becomeFirst } from './first-link.ts'

interface Asking { email: string; language: 'en' | 'nl'; ip: string; production: boolean }

/**
 * Somebody asks for a code at the desk. In production a code only lets in who still has to make a passkey and whose invitation has not
 * run out. The page answers everybody the same; the mail says why there is no code. Refused: `email-wrong`, `too-many-codes`.
 */
export async function askAtDesk(ctx: Ctx, sending: Sending, { email: typed, language, ip, production }: Asking) {
  const address = organiserAddress(ctx, typed)
  if (!address) return refused('email-wrong')
  const known = await organiserAt(ctx, address.emailIndex)
  const personId = known?.personId ?? randomUUID()
  const code = await issueCode(ctx, { personId, purpose: 'desk', emailIndex: address.emailIndex, ip })
  if (!code.ok) return code
  if (!known) await ctx.vault.create(ctx.db, personId, ctx.now)
  const why = known ? await whyNoCode(ctx, known, production) : 'unknown'
  const speaks = known?.language ?? language
  await queueFirstMail(ctx, {
    personId, emailIndex: ctx.vault.index('email', address.email), origin: sending.sender.origin, always: known !== undefined,
    once: `code:${code.value.id}`, kind: why === undefined ? 'desk-code' : known ? 'desk-no-code' : 'desk-unknown',
    language: speaks, to: address.email,
    message: (notMe) => (why === undefined ? deskCodeMail(sending, notMe, speaks, code.value) : noCodeMail(sending, notMe, speaks, why)),
  })
  return done(await openSession(ctx, { personId, emailIndex: address.emailIndex, proven: false, openedFor: 'desk' }))
}

/** Why a code does not let somebody in; undefined where it does. */
async function whyNoCode(ctx: Pick<Ctx, 'db' | 'now'>, { personId, suspended, expiresAt }: Organiser,
  production: boolean): Promise<WhyNoCode | undefined> {
  if (suspended) return 'suspended'
  if (expiresAt && expiresAt <= ctx.now) return 'over'
  if (!production) return undefined
  return expiresAt && !(await listPasskeys(ctx, [personId])).length ? undefined : 'passkey'
}

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
  await record(ctx, 'organisers.signed-in', personId, { by: 'code' })
  return done(await renewProven(ctx, session))
}

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
  await record(ctx, 'organisers.signed-in', personId, { by: 'passkey' })
  return done(await openSession(ctx, { personId, emailIndex: address.emailIndex, proven: true, by: 'passkey', openedFor: 'desk' }))
}
