import { createHash, randomBytes } from 'node:crypto'
import type { Ctx } from '#platform/ctx.ts'
import { refusedUntil, done } from '#platform/outcome.ts'
import { ipBlock } from './address.ts'
import { take } from './rate-limit.ts'

export type ChallengePurpose = 'sign-in' | 'add' | 'confirm' | 'desk'
export const challengeMinutes = 5

/** Many people share the block of a mobile carrier. */
const perBlock = { name: 'passkey-block', burst: 100, everySeconds: 1 }
const hashOf = (challenge: string) => createHash('sha256').update(challenge).digest()

/**
 * Makes what a passkey has to sign: 32 random bytes, once, for 5 minutes, for one purpose and one session (none at sign-in). Only the hash
 * is kept. Refused: `too-many-codes` when an IP block asks too often.
 */
export async function newChallenge(ctx: Ctx,
  { purpose, sessionId = null, ip }: { purpose: ChallengePurpose; sessionId?: string | null; ip: string }) {
  const until = await take(ctx, perBlock, ipBlock(ip))
  if (until) return refusedUntil('too-many-codes', until)
  const challenge = randomBytes(32)
  const expiresAt = new Date(ctx.now.getTime() + challengeMinutes * 60_000)
  await ctx.db.insertInto('passkey_challenge')
    .values({ hash: hashOf(challenge.toString('base64url')), purpose, session_id: sessionId, expires_at: expiresAt }).execute()
  return done(new Uint8Array(challenge))
}

/** Uses up a challenge (base64url, as the browser gives it back); false when it was used, is too old, or was made for something else. */
export async function useChallenge(ctx: Ctx, challenge: string,
  { purpose, sessionId = null }: { purpose: ChallengePurpose; sessionId?: string | null }): Promise<boolean> {
  const used = await ctx.db.deleteFrom('passkey_challenge').where('hash', '=', hashOf(challenge))
    .returning(['purpose', 'session_id', 'expires_at']).executeTakeFirst()
  return used !== undefined && used.purpose === purpose && used.session_id === sessionId && used.expires_at > ctx.now
}
