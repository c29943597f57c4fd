import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { filterQuery, type Filter } from './filter.ts'
import type { Sought } from './find.ts'

const keptHours = 12

/**
 * Keeps what somebody at the desk typed, sealed under the organiser's own key, and answers its id: names stand in no address and no log
 * (SE-03). It is good for 12 hours, for who typed it alone.
 */
export async function keepAsked(ctx: Ctx, organiserId: string, text: string): Promise<string> {
  const [id, safe] = [randomUUID(), await ctx.vault.open(ctx.db, organiserId)]
  // Nobody waits for the disk: what is lost when the power fails is typed again.
  await sql`insert into search_query (person_id, id, asked, asked_at)
    select ${organiserId}::uuid, ${id}::uuid, ${safe.seal('search_query.asked', text)}::bytea, ${ctx.now}::timestamptz
    from set_config('synchronous_commit', 'off', true)`.execute(ctx.db)
  return id
}

const since = (now: Date) => new Date(now.getTime() - keptHours * 3_600_000)

/** What this organiser typed under an id; undefined where it is over, or somebody else's. */
export async function findAsked({ db, vault, now }: Pick<Ctx, 'db' | 'vault' | 'now'>, organiserId: string,
  id: string): Promise<string | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined
  const [row, safe] = await Promise.all([
    db.selectFrom('search_query').select('asked').where('person_id', '=', organiserId).where('id', '=', id)
      .where('asked_at', '>', since(now)).executeTakeFirst(),
    vault.open(db, organiserId),
  ])
  return row && safe.text('search_query.asked', row.asked)
}

/** Forgets what was typed more than 12 hours ago; answers how many. */
export async function sweepAsked({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<number> {
  const gone = await db.deleteFrom('search_query').where('asked_at', '<=', since(now)).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** Writes down that names were looked at: by what kind of words, narrowed how, how many were shown. Never what was typed. */
export const recordLook = (ctx: Ctx, filter: Filter, { reading, ids }: Pick<Sought, 'reading' | 'ids'>): Promise<void> =>
  record(ctx, 'search.looked', null, {
    by: typeof reading === 'object' ? reading.kinds.join(' ') : reading ?? '', filter: filterQuery(filter), shown: ids.length,
  })
