import { createHash, randomBytes } from 'node:crypto'
import type { Ctx } from '#platform/ctx.ts'

/** A browser that began to join or sign in. It is proven once a code reached the address (`provenAt`). */
export interface Session {
  tokenHash: Buffer
  /** The person (or draft) the code was issued for. */
  personId: string
  emailIndex: Buffer
  provenAt: Date | null
}

const days = 86_400_000
const lasting = 30 * days
const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** Opens a session and answers its token: 32 random bytes of which the database keeps only the SHA-256. */
export async function openSession(ctx: Ctx, of: { personId: string; emailIndex: Buffer; proven: boolean }): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await ctx.db.insertInto('session').values({
    token_hash: hashOf(token), person_id: of.personId, email_index: of.emailIndex,
    proven_at: of.proven ? ctx.now : null, created_at: ctx.now, expires_at: new Date(ctx.now.getTime() + lasting),
  }).execute()
  return token
}

/** The living session of a token, if there is one. */
export async function findSession(ctx: Pick<Ctx, 'db' | 'now'>, token: string): Promise<Session | undefined> {
  const row = await ctx.db.selectFrom('session').select(['token_hash', 'person_id', 'email_index', 'proven_at'])
    .where('token_hash', '=', hashOf(token)).where('expires_at', '>', ctx.now).where('ended_at', 'is', null).executeTakeFirst()
  return row && { tokenHash: row.token_hash, personId: row.person_id, emailIndex: row.email_index, provenAt: row.proven_at }
}

/** Ends a session and opens a proven one under a new token, so that a token seen before the proof is worth nothing after it. */
export async function renewProven(ctx: Ctx, session: Session, personId = session.personId): Promise<string> {
  await endSession(ctx, session)
  return openSession(ctx, { personId, emailIndex: session.emailIndex, proven: true })
}

export async function endSession(ctx: Ctx, session: Session): Promise<void> {
  await ctx.db.updateTable('session').set({ ended_at: ctx.now }).where('token_hash', '=', session.tokenHash).execute()
}

/** Ends the session of the token a browser had before it was given another one. */
export async function endToken(ctx: Ctx, token: string | undefined): Promise<void> {
  const session = token === undefined ? undefined : await findSession(ctx, token)
  if (session) await endSession(ctx, session)
}
