import { randomInt, randomUUID } from 'node:crypto'
import type { Ctx } from '#platform/ctx.ts'
import { done, refusedUntil } from '#platform/outcome.ts'
import { record } from '#journal/record.ts'
import { ipBlock } from './address.ts'
import { take, type Limit } from './rate-limit.ts'

/** What a code is for; it opens nothing else. */
export type CodePurpose = 'join' | 'sign-in' | 'confirm' | 'change-email' | 'withdraw' | 'own-access' | 'guardian' | 'desk'

export const codeMinutes = 10
export const codeTries = 5
export const resendSeconds = 60
/** Many people share the block of a mobile carrier or a school on the day of a broadcast. */
export const codesAtOncePerBlock = 100

const limits = {
  resend: { name: 'code-resend', burst: 1, everySeconds: resendSeconds },
  address: { name: 'code-address', burst: 6, everySeconds: 600 },
  block: { name: 'code-block', burst: codesAtOncePerBlock, everySeconds: 3 },
  everyone: { name: 'code-everyone', burst: 2000, everySeconds: 0.02, shards: 16 },
} satisfies Record<string, Limit>

/** What is kept of a code: a keyed hash over it and its id, so that the row alone gives no code away. */
export const codeMac = (ctx: Pick<Ctx, 'vault'>, codeId: string, code: string) => ctx.vault.index('email-code', `${codeId}\0${code}`)

/**
 * Makes a 6-digit code for an address: 10 minutes, 5 tries, stored as a keyed hash (SG-04). A new code voids the older ones
 * of this person for the same purpose.
 * Refused, with the instant from which it is possible, when the address, its IP block or everyone together asked too often.
 */
export async function issueCode(ctx: Ctx, ask: { personId: string; purpose: CodePurpose; emailIndex: Buffer; ip: string }) {
  const address = ask.emailIndex.toString('hex')
  const until =
    (await take(ctx, limits.resend, address)) ?? (await take(ctx, limits.address, address)) ??
    (await take(ctx, limits.block, ipBlock(ask.ip))) ?? (await take(ctx, limits.everyone, ''))
  if (until) return refusedUntil('too-many-codes', until)

  await ctx.db.updateTable('email_code').set({ voided_at: ctx.now })
    .where('person_id', '=', ask.personId).where('purpose', '=', ask.purpose).where('used_at', 'is', null).where('voided_at', 'is', null)
      .execute()
  const id = randomUUID()
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
  const expiresAt = new Date(ctx.now.getTime() + codeMinutes * 60_000)
  await ctx.db.insertInto('email_code').values({
    person_id: ask.personId, id, purpose: ask.purpose, email_index: ask.emailIndex, mac: codeMac(ctx, id, code),
    attempts_left: codeTries, issued_at: ctx.now, expires_at: expiresAt,
  }).execute()
  await record(ctx, 'identity.code-sent', ask.personId, { codeId: id, purpose: ask.purpose })
  return done({ id, code, expiresAt })
}
