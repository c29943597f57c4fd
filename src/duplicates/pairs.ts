import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { isOpen } from './look.ts'
import { queueFrom, type Reason } from './weigh.ts'

/** Two people who may be one human being, the lower id first. */
export interface Pair {
  personId: string
  otherId: string
  weight: number
  reasons: Reason[]
  open: boolean
  foundAt: Date
}

/** The last line of the page before. */
export interface PairPlace { weight: number; personId: string; otherId: string }

/**
 * Pairs that wait for somebody, the heaviest first; warnings only where they are asked for. `reason`: only pairs that rest on it too. Read
 * by key. Of who was erased there is none.
 */
export async function listOpenPairs(
  { db }: Pick<Ctx, 'db'>,
  {
    reason, warnings = false, after, limit = 50,
  }: { reason?: Reason | undefined; warnings?: boolean; after?: PairPlace | undefined; limit?: number } = {},
): Promise<Pair[]> {
  const rows = await db.selectFrom('duplicate_pair').selectAll().where('open', '=', true)
    .where((row) =>
      row.exists(row.selectFrom('vault_key').select('created_at').whereRef('vault_key.person_id', '=', 'duplicate_pair.person_id')),
    )
    .where((row) =>
      row.exists(row.selectFrom('vault_key').select('created_at').whereRef('vault_key.person_id', '=', 'duplicate_pair.other_id')),
    )
    .$if(!warnings, (query) => query.where('weight', '>=', queueFrom))
    .$if(warnings, (query) => query.where('weight', '<', queueFrom))
    .$if(reason !== undefined, (query) => query.where(sql<boolean>`reasons @> array[${reason!}]`))
    .$if(after !== undefined, (query) =>
      query.where('weight', '<=', after!.weight)
        .where((row) =>
          row.or([
            row('weight', '<', after!.weight), row('person_id', '>', after!.personId),
            row.and([row('person_id', '=', after!.personId), row('other_id', '>', after!.otherId)]),
          ]),
        ),
    )
    .orderBy('weight', 'desc').orderBy('person_id').orderBy('other_id').limit(limit).execute()
  return rows.map(pairOf)
}

const pairOf = (row: { person_id: string; other_id: string; weight: number; reasons: string[]; open: boolean; found_at: Date }): Pair => ({
  personId: row.person_id, otherId: row.other_id, weight: row.weight, reasons: row.reasons as Reason[], open: row.open,
  foundAt: row.found_at,
})

/** One pair; undefined where there is none (any more). */
export async function findPair({ db }: Pick<Ctx, 'db'>, [personId, otherId]: readonly [string, string]): Promise<Pair | undefined> {
  const row = await db.selectFrom('duplicate_pair').selectAll().where('person_id', '=', personId)
    .where('other_id', '=', otherId).executeTakeFirst()
  return row && pairOf(row)
}

/** All pairs a person is in, open or decided. */
export async function listPairsOf({ db }: Pick<Ctx, 'db'>, personId: string): Promise<Pair[]> {
  const rows = await db.selectFrom('duplicate_pair').selectAll()
    .where((row) => row.or([row('person_id', '=', personId), row('other_id', '=', personId)])).orderBy('weight', 'desc').execute()
  return rows.map(pairOf)
}

/** Takes a pair out of the queue. */
export async function closePair({ db }: Pick<Ctx, 'db'>, [personId, otherId]: readonly [string, string]): Promise<void> {
  await db.updateTable('duplicate_pair').set({ open: false }).where('person_id', '=', personId).where('other_id', '=', otherId).execute()
}

/** Puts a pair into the queue again where nothing decides it any more. */
export async function reopenPair(ctx: Pick<Ctx, 'db'>, two: [string, string]): Promise<void> {
  const pair = await findPair(ctx, two)
  if (!pair || !(await isOpen(ctx, two, pair.reasons))) return
  await ctx.db.updateTable('duplicate_pair').set({ open: true }).where('person_id', '=', two[0]).where('other_id', '=', two[1]).execute()
}

/** How many pairs wait, counted up to 101. */
export async function countOpenPairs({ db }: Pick<Ctx, 'db'>): Promise<number> {
  const { rows } = await sql<{ n: string }>`select count(*) as n
    from (select from duplicate_pair where open and weight >= ${queueFrom} limit 101) capped`.execute(db)
  return Number(rows[0]!.n)
}
