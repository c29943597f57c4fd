import { randomUUID } from 'node:crypto'
import { queueFirstMail } from '#identity/first-mail.ts'
import { issueCode } from '#identity/issue-code.ts'
import { listPasskeys } from '#identity/passkeys.ts'
import { openSession } from '#identity/sessions.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import type { Sending } from '#organisers/emails.ts'
import { organiserAddress } from '#organisers/enter-organiser.ts'
import { organiserAt, type Organiser } from '#organisers/queries.ts'
import { deskCodeMail, noCodeMail, type WhyNoCode } from './emails.ts'

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
export async function whyNoCode(ctx: Pick<Ctx, 'db' | 'now'>, { personId, suspended, expiresAt }: Organiser,
  production: boolean): Promise<WhyNoCode | undefined> {
  if (suspended) return 'suspended'
  if (expiresAt && expiresAt <= ctx.now) return 'over'
  if (!production) return undefined
  return expiresAt && !(await listPasskeys(ctx, [personId])).length ? undefined : 'passkey'
}
