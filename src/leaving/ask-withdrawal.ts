import { createHash, randomUUID } from 'node:crypto'
import type { ClaimContent, OrganisationContent } from '#claims/queries.ts'
import { normaliseEmail } from '#identity/address.ts'
import { queueFirstMail } from '#identity/first-mail.ts'
import { codeMinutes, issueCode } from '#identity/issue-code.ts'
import { proveCode } from '#identity/prove-code.ts'
import { endSession, openSession, type Session } from '#identity/sessions.ts'
import { record } from '#journal/record.ts'
import { personsAt } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { withdrawalCodeMail, withdrawalUnknownMail } from './emails.ts'

/** The first step as it was sent: who, and that this person withdraws. */
export interface Asked { name: string; email: string; reference?: string | undefined; statement: string }
export interface KnownAsked extends Asked { claim: string; askedAt: Date; expiresAt: Date; provenAt: Date | null }

const hashOf = (token: string) => createHash('sha256').update(token).digest()
const place = 'withdrawal_asked.asked'

/**
 * Step 1 of the withdrawal function (6:230oa BW, MO-04): keeps the statement and its instant, and sends a code to the address. An address
 * nobody joined with gets the same answer; its mail says so and holds no code. Asked again while a code lives, the first instant counts.
 * Answers the token of a session that opens nothing else. Refused: `email-wrong`, `too-many-codes` (with the instant from which it is
 * possible).
 */
export async function askToWithdraw(ctx: Ctx, organisation: OrganisationContent, claim: ClaimContent,
  { ip, origin, ...asked }: Asked & { ip: string; origin: string }) {
  const address = normaliseEmail(asked.email)
  if (!address) return refused('email-wrong')
  const emailIndex = ctx.vault.index('email', address)
  const [known] = await personsAt(ctx, emailIndex)
  const personId = known ?? randomUUID()
  const code = await issueCode(ctx, { personId, purpose: 'withdraw', emailIndex, ip })
  if (!code.ok) return code
  const safe = known ? await ctx.vault.open(ctx.db, personId) : await ctx.vault.create(ctx.db, personId, ctx.now)
  const before = await ctx.db.selectFrom('withdrawal_asked').select((row) => row.fn.min('asked_at').as('at'))
    .where('person_id', '=', personId).where('claim', '=', claim.slug).where('expires_at', '>', ctx.now).executeTakeFirst()
  const token = await openSession(ctx, { personId, emailIndex, proven: false, lasting: false, openedFor: 'withdraw' })
  await ctx.db.insertInto('withdrawal_asked').values({
    person_id: personId, session_hash: hashOf(token), claim: claim.slug, asked: safe.seal(place, JSON.stringify(asked)),
    asked_at: before?.at ?? ctx.now, expires_at: new Date(ctx.now.getTime() + codeMinutes * 60_000),
  }).execute()
  await record(ctx, 'leaving.withdrawal-asked', personId, { claim: claim.slug })
  const about = { organisation, claim, origin }
  await queueFirstMail(ctx, {
    personId, emailIndex, origin, always: known !== undefined, once: `code:${code.value.id}`, kind: known ? 'withdrawal-code'
      : 'withdrawal-unknown', language: organisation.language, to: address,
    message: (notMe) => (known ? withdrawalCodeMail({ ...about, notMe, code: code.value.code, expiresAt: code.value.expiresAt })
      : withdrawalUnknownMail({ ...about, notMe })),
  })
  return done(token)
}

/**
 * The code comes back: what was asked may now be confirmed, by this browser under a new token and by nobody else. It does not sign in.
 * Refused: `code-wrong`, `code-expired`, `code-used-up`, `too-many-wrong-codes`.
 */
export async function proveAsked(ctx: Ctx, session: Session, { typed, ip }: { typed: string; ip: string }) {
  const asked = await findAsked(ctx, session)
  if (!asked) return refused('code-expired')
  const proof = await proveCode(ctx, { personId: session.personId, purpose: 'withdraw', emailIndex: session.emailIndex, typed, ip })
  if (!proof.ok) return proof
  await endSession(ctx, session)
  const token = await openSession(ctx,
    { personId: session.personId, emailIndex: session.emailIndex, proven: false, lasting: false, openedFor: 'withdraw' })
  await ctx.db.updateTable('withdrawal_asked').set({ session_hash: hashOf(token), proven_at: ctx.now })
    .where('person_id', '=', session.personId).where('session_hash', '=', session.tokenHash).execute()
  return done(token)
}

const minutesToConfirm = 60

/** What this browser asked for, if it did and not too long ago; only once `provenAt` is set may names and agreements be shown. */
export async function findAsked(ctx: Pick<Ctx, 'db' | 'vault' | 'now'>, { personId, tokenHash }: Session): Promise<KnownAsked | undefined> {
  const row = await ctx.db.selectFrom('withdrawal_asked').selectAll().where('person_id', '=', personId)
    .where('session_hash', '=', tokenHash)
    .where('asked_at', '>', new Date(ctx.now.getTime() - minutesToConfirm * 60_000)).executeTakeFirst()
  const safe = row && (await ctx.vault.find(ctx.db, personId))
  if (!safe) return undefined
  return { ...(JSON.parse(safe.text(place, row.asked)) as Asked), claim: row.claim, askedAt: row.asked_at, expiresAt: row.expires_at,
    provenAt: row.proven_at }
}

/** From when a notice by the function counts: from its first step, if it is confirmed while the code of that step lives. */
export const noticedAtOf = ({ askedAt, expiresAt }: Pick<KnownAsked, 'askedAt' | 'expiresAt'>, now: Date): Date => (now <= expiresAt
  ? askedAt : now)

const day = 86_400_000

/** Forgets what was asked a day ago: what was confirmed stands in the notice itself (SE-07). */
export async function forgetAsked({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<void> {
  await db.deleteFrom('withdrawal_asked').where('asked_at', '<', new Date(now.getTime() - day)).execute()
}

/** Forgets what a person who is erased began to ask. */
export async function forgetAskedBy({ db }: Pick<Ctx, 'db'>, personId: string): Promise<void> {
  await db.deleteFrom('withdrawal_asked').where('person_id', '=', personId).execute()
}
