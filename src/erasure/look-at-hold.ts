import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { record } from '#journal/record.ts'
import { actingOrganiser } from '#organisers/acting.ts'
import { legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import type { LookReason } from './desk-reasons.ts'
import { isWhole } from './erase.ts'
import { findHolds } from './holds.ts'
import type { LegalHold } from './review.ts'

/** A legal hold with the last time somebody at the desk looked at it. */
export interface LookedAt extends LegalHold { looked: { at: Date; because: LookReason } | undefined }

interface LookedAtRow {
  person_id: string
  kept: string
  ground: string
  review_on: string
  restricted_at: Date
  looked_at: Date | null
  because: string | null
}

/** Legal holds by date of review, the next one first; `after` is the key of the last one of the page before. Ids, no names (18). */
export async function listHoldsByReview({ db }: Pick<Ctx, 'db'>,
  { after, limit = 50 }: { after?: Pick<LegalHold, 'reviewOn' | 'personId' | 'kept'> | undefined; limit?: number } = {},
): Promise<LookedAt[]> {
  const { rows } = await sql<LookedAtRow>`
    select r.person_id, r.kept, r.ground, r.review_on, r.restricted_at, l.looked_at, l.because from restriction r
      join vault_key k on k.person_id = r.person_id
      left join lateral (select looked_at, because from restriction_look
        where person_id = r.person_id order by looked_at desc limit 1) l on true
    where not exists (select from restriction n where n.person_id = r.person_id and n.kept = r.kept and n.review_on > r.review_on)
      ${after ? sql`and (r.review_on, r.person_id, r.kept) > (${after.reviewOn}::date, ${after.personId}::uuid, ${after.kept})` : sql``}
    order by r.review_on, r.person_id, r.kept limit ${limit}`.execute(db)
  return rows.map((row) => ({ personId: row.person_id, kept: row.kept, ground: row.ground, reviewOn: row.review_on,
    restrictedAt: row.restricted_at, looked: row.looked_at ? { at: row.looked_at, because: row.because as LookReason } : undefined }))
}

/**
 * Records that somebody looked whether what is locked must stay locked (SE-06, 18): it stays, for the reason given, and is looked at again
 * a year from now at the latest. Refused: `no-hold`; `hold-over` where nothing has to be kept any more, for then the next night erases it.
 */
export async function lookAtHold(ctx: Ctx, personId: string, because: LookReason) {
  const locked = await ctx.db.selectFrom('restriction').innerJoin('vault_key', 'vault_key.person_id', 'restriction.person_id')
    .select('kept').where('restriction.person_id', '=', personId).limit(1).executeTakeFirst()
  if (!locked) return refused('no-hold')
  const holds = await findHolds(ctx, personId)
  if (isWhole(holds)) return refused('hold-over')
  const rows = holds.map(({ kept, ground, reviewOn }) => ({
    person_id: personId, kept, ground, review_on: reviewOn, restricted_at: ctx.now,
  }))
  await ctx.db.insertInto('restriction').values(rows).onConflict((conflict) => conflict.doNothing()).execute()
  await ctx.db.insertInto('restriction_look')
    .values({ person_id: personId, id: randomUUID(), because, looked_by: actingOrganiser(ctx), looked_at: ctx.now }).execute()
  await record(ctx, 'erasure.looked-at', personId, { because, reviewOn: rows[0]!.review_on })
  return done()
}

/** How many people are locked whose date of review has come, counted up to `most`. */
export async function countHoldsDue({ db, now }: Pick<Ctx, 'db' | 'now'>, most = 101): Promise<number> {
  const today = dayIn(legalZone, now)
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from restriction r join vault_key k on k.person_id = r.person_id
    where r.review_on <= ${today}::date and not exists (select from restriction n where n.person_id = r.person_id and n.kept = r.kept
      and n.review_on > r.review_on) limit ${most}) as due`.execute(db)
  return rows[0]!.n
}
