import { createHash, randomBytes } from 'node:crypto'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { findDraft, type Draft } from './queries.ts'
import { canVisit } from './steps.ts'

/** Minutes in which a link may be opened, and again in which the phone that opened it may sign. */
export const linkMinutes = 15

const secret = () => randomBytes(32).toString('base64url')
const hashOf = (text: string) => createHash('sha256').update(text).digest()
const over = (ctx: Pick<Ctx, 'now'>) => new Date(ctx.now.getTime() + linkMinutes * 60_000)

/**
 * Makes the link that opens the signature step of this draft on a phone, and answers its token: 32 random bytes of which only the hash is
 * kept. A link made before is worth nothing from now on. Refused: `answers-missing`, `already-submitted`.
 */
export async function makePhoneLink(ctx: Ctx, draft: Draft) {
  if (draft.submittedAt) return refused('already-submitted')
  if (!canVisit(draft.answers, 'sign')) return refused('answers-missing')
  const token = secret()
  const row = { token_hash: hashOf(token), phone_hash: null, made_at: ctx.now, expires_at: over(ctx), opened_at: null, signed_at: null }
  await ctx.db.insertInto('signing_link').values({ person_id: draft.personId, claim: draft.claim, ...row })
    .onConflict((conflict) => conflict.columns(['person_id', 'claim']).doUpdateSet(row)).execute()
  return done(token)
}

/** Whether the link of a token may be opened: `living`, opened before (`used`), or `over` also when it never was one of this claim. */
export async function stateOfLink({ db, now }: Pick<Ctx, 'db' | 'now'>, claim: string, token: string): Promise<'living' | 'used' | 'over'> {
  const row = await db.selectFrom('signing_link').select(['opened_at', 'expires_at']).where('token_hash', '=', hashOf(token))
    .where('claim', '=', claim).executeTakeFirst()
  if (!row || row.expires_at <= now) return 'over'
  return row.opened_at ? 'used' : 'living'
}

/**
 * A phone opens the link, once; answers a token that is good for the signature of this one draft and for nothing else. Refused:
 * `phone-link-over` (late, replaced, or of another claim), `phone-link-used`.
 */
export async function openOnPhone(ctx: Ctx, claim: string, token: string) {
  const phone = secret()
  const opened = await ctx.db.updateTable('signing_link').set({ phone_hash: hashOf(phone), opened_at: ctx.now, expires_at: over(ctx) })
    .where('token_hash', '=', hashOf(token)).where('claim', '=', claim).where('opened_at', 'is', null).where('expires_at', '>', ctx.now)
    .returning('person_id').executeTakeFirst()
  if (!opened) return refused((await stateOfLink(ctx, claim, token)) === 'used' ? 'phone-link-used' : 'phone-link-over')
  await record(ctx, 'joining.phone-opened', opened.person_id, { claim })
  return done(phone)
}

/** A phone that opened the link of a draft. */
export interface Phone { draft: Draft; openedAt: Date; signedAt: Date | null }

/**
 * The phone to a token of `openOnPhone`, for this claim only; undefined once its time is over. `lock` holds the draft for this transaction.
 */
export async function findPhone(reader: Pick<Ctx, 'db' | 'vault' | 'now'>, token: string, claim: string,
  { lock = false } = {}): Promise<Phone | undefined> {
  const row = await reader.db.selectFrom('signing_link').select(['person_id', 'opened_at', 'signed_at'])
    .where('phone_hash', '=', hashOf(token)).where('claim', '=', claim).where('expires_at', '>', reader.now).executeTakeFirst()
  const draft = row && (await findDraft(reader, row.person_id, claim, { lock }))
  return draft && row.opened_at ? { draft, openedAt: row.opened_at, signedAt: row.signed_at } : undefined
}

export type PhoneProgress = 'waiting' | 'opened' | 'signed' | 'over'

/** How far the phone is, for the computer that follows it. */
export async function phoneProgress({ db, now }: Pick<Ctx, 'db' | 'now'>, { personId, claim }: Pick<Draft,
  'personId' | 'claim'>): Promise<PhoneProgress> {
  const row = await db.selectFrom('signing_link').select(['opened_at', 'signed_at', 'expires_at']).where('person_id', '=', personId)
    .where('claim', '=', claim).executeTakeFirst()
  if (row?.signed_at) return 'signed'
  if (!row || row.expires_at <= now) return 'over'
  return row.opened_at ? 'opened' : 'waiting'
}

/** Forgets the link of a draft that is submitted or erased. */
export const forgetPhoneLink = async ({ db }: Pick<Ctx, 'db'>, personId: string, claim: string): Promise<void> => {
  await db.deleteFrom('signing_link').where('person_id', '=', personId).where('claim', '=', claim).execute()
}
