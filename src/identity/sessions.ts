import { createHash, randomBytes } from 'node:crypto'
import type { Ctx } from '#platform/ctx.ts'
import { deviceOf, type Device } from './device.ts'

export type ProvenBy = 'code' | 'passkey'
/**
 * What a session was begun for: until it is proven it opens the page where that code is asked, and no other. One for `guardian` never opens
 * an account, and one for `desk` opens the desk alone, where no other does.
 */
type OpenedFor = 'join' | 'sign-in' | 'withdraw' | 'guardian' | 'desk'

/** A browser that began to join or sign in. It is proven once a code reached the address, or a passkey signed (`provenAt`). */
export interface Session {
  tokenHash: Buffer
  /** Names the session in a list; worth nothing as a key. */
  id: string
  /** The person (or draft) the code was issued for. */
  personId: string
  emailIndex: Buffer
  provenAt: Date | null
  provenBy: ProvenBy | null
  /** The device is remembered: 30 days. Otherwise it ends after 12 hours, and the browser forgets it when it is closed. */
  lasting: boolean
  openedFor: OpenedFor
  seenAt: Date | null
}

const hours = 3_600_000
export const rememberedDays = 30
export const unrememberedHours = 12
/** How long a proof counts as fresh. */
export const freshMinutes = 15

const lastsFor = (lasting: boolean) => (lasting ? rememberedDays * 24 : unrememberedHours) * hours
const hashOf = (token: string) => createHash('sha256').update(token).digest()
const newToken = () => randomBytes(32).toString('base64url')
const columns = ['token_hash', 'id', 'person_id', 'email_index', 'proven_at', 'proven_by', 'lasting', 'opened_for', 'seen_at'] as const

export interface Opening {
  personId: string
  emailIndex: Buffer
  proven: boolean
  by?: ProvenBy
  lasting?: boolean
  openedFor?: OpenedFor
  provenAt?: Date
}

/** Opens a session and answers its token: 32 random bytes of which the database keeps only the SHA-256. */
export async function openSession(ctx: Ctx,
  { personId, emailIndex, proven, by = 'code', lasting = false, openedFor = 'sign-in', provenAt = ctx.now }: Opening): Promise<string> {
  const token = newToken()
  await ctx.db.insertInto('session').values({
    token_hash: hashOf(token), person_id: personId, email_index: emailIndex, lasting, opened_for: openedFor,
    proven_at: proven ? provenAt : null, proven_by: proven ? by : null, created_at: ctx.now,
    expires_at: new Date(ctx.now.getTime() + lastsFor(lasting)),
  }).execute()
  return token
}

/** The living session of a token, if there is one. */
export async function findSession(ctx: Pick<Ctx, 'db' | 'now'>, token: string): Promise<Session | undefined> {
  const row = await ctx.db.selectFrom('session').select(columns)
    .where('token_hash', '=', hashOf(token)).where('expires_at', '>', ctx.now).where('ended_at', 'is', null).executeTakeFirst()
  return row && {
    tokenHash: row.token_hash, id: row.id, personId: row.person_id, emailIndex: row.email_index, provenAt: row.proven_at,
    provenBy: row.proven_by as ProvenBy | null, lasting: row.lasting, openedFor: row.opened_for as OpenedFor, seenAt: row.seen_at,
  }
}

/** Whether the proof of a session is so young that what cannot be undone may be done with it. */
export const isFresh = ({ provenAt }: Pick<Session, 'provenAt'>, now: Date): boolean =>
  provenAt !== null && now.getTime() - provenAt.getTime() < freshMinutes * 60_000

/** Writes down when a session was used last and on what kind of device, once an hour at most. */
export async function seen(ctx: Pick<Ctx, 'db' | 'now'>, session: Session, userAgent: string): Promise<void> {
  if (session.seenAt && ctx.now.getTime() - session.seenAt.getTime() < hours) return
  await ctx.db.updateTable('session').set({ seen_at: ctx.now, ...deviceOf(userAgent) }).where('token_hash', '=', session.tokenHash)
    .execute()
}

/**
 * Ends a session and opens a proven one under a new token, so that a token seen before the proof is worth nothing after it. Where it goes
 * on for another person of the same address (`personId`) nothing was proven anew: the time of the proof stays.
 */
export async function renewProven(ctx: Ctx, session: Session, personId?: string,
  { lasting = session.lasting }: { lasting?: boolean } = {}): Promise<string> {
  await endSession(ctx, session)
  const kept = personId !== undefined && session.provenAt ? { provenAt: session.provenAt, by: session.provenBy ?? 'code' as const } : {}
  const { emailIndex, openedFor } = session
  return openSession(ctx, { personId: personId ?? session.personId, emailIndex, proven: true, lasting, openedFor, ...kept })
}

/** The address was proven once more: the same session goes on under a new token, its proof fresh. */
export async function freshen(ctx: Ctx, session: Session, by: ProvenBy): Promise<string> {
  const token = newToken()
  await ctx.db.updateTable('session').set({ token_hash: hashOf(token), proven_at: ctx.now, proven_by: by })
    .where('token_hash', '=', session.tokenHash).where('ended_at', 'is', null).execute()
  return token
}

/** Ends this session: its token opens nothing from now on. */
export async function endSession(ctx: Ctx, session: Session): Promise<void> {
  await ctx.db.updateTable('session').set({ ended_at: ctx.now }).where('token_hash', '=', session.tokenHash).execute()
}

/** Ends the session of the token a browser had before it was given another one. */
export async function endToken(ctx: Ctx, token: string | undefined): Promise<void> {
  const session = token === undefined ? undefined : await findSession(ctx, token)
  if (session) await endSession(ctx, session)
}

/** A session as its account sees it. */
export interface ListedSession extends Device { id: string; openedAt: Date; seenAt: Date; endsAt: Date }

/** The living, proven sessions of an address, the one used last first. */
export async function listSessions({ db, now }: Pick<Ctx, 'db' | 'now'>, emailIndex: Buffer): Promise<ListedSession[]> {
  const rows = await db.selectFrom('session').select(['id', 'browser', 'system', 'created_at', 'seen_at', 'expires_at'])
    .where('email_index', '=', emailIndex).where('proven_at', 'is not', null).where('ended_at', 'is', null).where('expires_at', '>', now)
    .orderBy((row) => row.fn.coalesce('seen_at', 'created_at'), 'desc').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id, browser: row.browser as Device['browser'], system: row.system as Device['system'],
    openedAt: row.created_at, seenAt: row.seen_at ?? row.created_at, endsAt: row.expires_at,
  }))
}

/** Ends sessions of an address: one by its id, or all but one. Answers how many lived; one of another address is none. */
export async function endSessions(ctx: Ctx, emailIndex: Buffer, which: { id: string } | { allBut: string }): Promise<number> {
  const ended = await ctx.db.updateTable('session').set({ ended_at: ctx.now }).where('email_index', '=', emailIndex)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', ctx.now).where('id', 'id' in which ? '=' : '<>', 'id' in which ? which.id : which.allBut).executeTakeFirst()
  return Number(ended.numUpdatedRows)
}

/** A session goes on at the new address of its person. */
export async function moveSession(ctx: Ctx, session: Session, emailIndex: Buffer): Promise<void> {
  await ctx.db.updateTable('session').set({ email_index: emailIndex }).where('token_hash', '=', session.tokenHash).execute()
}
