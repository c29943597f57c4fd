import { sql } from 'kysely'
import type { Db } from '#platform/ctx.ts'
import { legalZone } from '#participants/age.ts'

const atOnce = 20_000
const foldLock = 7_310_206

/**
 * Adds what the triggers saw since the last time to the tallies, on the day it was in the claim's zone and to the sum of all days (under
 * the day `-infinity`), and takes it away: in one statement for each batch, so that nothing counts twice or is lost where a process dies in
 * between. Answers how many rows were folded.
 */
export async function foldTallies(db: Db): Promise<number> {
  for (let folded = 0; ;) {
    const now = await db.transaction().execute(foldSome)
    folded += now
    if (now < atOnce) return folded
  }
}

async function foldSome(db: Db): Promise<number> {
  await sql`select pg_advisory_xact_lock(${sql.lit(foldLock)})`.execute(db)
  const { rows: [row] } = await sql<{ folded: number }>`
    with taken as (delete from tally_delta where id in (select id from tally_delta order by id limit ${sql.lit(atOnce)}) returning *),
      zone as (select distinct on (slug) slug, facts ->> 'timeZone' as name from content_version where kind = 'claim'
        order by slug, version desc),
      added as (insert into tally (what, claim, day, of, n)
        select what, claim, coalesce(day, '-infinity'), of, sum(n)
        from (select taken.*, (at at time zone coalesce(zone.name, ${legalZone}))::date as day
          from taken left join zone on zone.slug = taken.claim) as dated
        group by grouping sets ((what, claim, day, of), (what, claim, of)) order by 1, 2, 3, 4
        on conflict (what, claim, day, of) do update set n = tally.n + excluded.n)
    select count(*)::int as folded from taken`.execute(db)
  return row?.folded ?? 0
}
