import { record } from '#journal/record.ts'
import { transact, type World } from '#platform/world.ts'
import { eraseExpired } from './erase-expired.ts'
import { findHolds } from './holds.ts'

type Inside = Pick<World, 'db' | 'clock' | 'vault' | 'jobs' | 'files'>

/** Looks again at what was kept of somebody who asked to be erased: it goes, or it stays with a new date of review (SE-06). */
export async function review(world: Inside, personId: string): Promise<boolean> {
  if (await eraseExpired(world, personId, 'claim-over')) return true
  return transact(world, async (ctx) => {
    const held = (await findHolds(ctx, personId)).filter(({ kept }) => kept === 'evidence')
    const rows = held.map(({ kept, ground, reviewOn }) => ({ person_id: personId, kept, ground, review_on: reviewOn,
      restricted_at: ctx.now }))
    if (!rows.length) return false
    const written = await ctx.db.insertInto('restriction').values(rows).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
    if (!written.numInsertedOrUpdatedRows) return false
    await record(ctx, 'erasure.reviewed', personId, { reviewOn: rows[0]!.review_on })
    return true
  })
}

/** Somebody who asked to be erased and of whom something is kept: what, on what ground, and when it is looked at again. */
export interface LegalHold { personId: string; kept: string; ground: string; reviewOn: string; restrictedAt: Date }

/** The list of legal holds: the only place where people whose data are locked still stand (art. 18). Ids, no names. */
export async function listLegalHolds({ db }: Pick<World, 'db'>, limit = 1000): Promise<LegalHold[]> {
  const rows = await db.selectFrom('restriction').innerJoin('vault_key', 'vault_key.person_id', 'restriction.person_id')
    .distinctOn(['restriction.person_id', 'kept']).select(['restriction.person_id', 'kept', 'ground', 'review_on', 'restricted_at'])
    .orderBy('restriction.person_id').orderBy('kept').orderBy('review_on', 'desc').limit(limit).execute()
  return rows.map((row) => ({ personId: row.person_id, kept: row.kept, ground: row.ground, reviewOn: row.review_on,
    restrictedAt: row.restricted_at }))
}
