import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { TermKind } from './terms.ts'

/** A value that many people share: what it is, how many (counted up to 1,001), and a few of them. */
export interface Shared { kind: TermKind; count: number; personIds: string[]; noticedAt: Date }

/**
 * Values that so many share that they make no pairs, the newest first. Of a name or a date of birth that says nothing: those are left out.
 */
export async function listShared({ db }: Pick<Ctx, 'db'>, { limit = 50, sample = 5 } = {}): Promise<Shared[]> {
  const { rows } = await sql<{ kind: TermKind; n: string; ids: string[]; noticed_at: Date }>`
    select s.kind, s.noticed_at, c.n,
      array(select person_id from match_term where kind = s.kind and term = s.term order by person_id limit ${sample}) as ids
    from (select * from shared_term where kind in ('email', 'account', 'iban') order by noticed_at desc limit ${limit}) s
    cross join lateral (select count(*) as n from (select from match_term where kind = s.kind and term = s.term limit 1001) capped) c
    where c.n > 1 order by s.noticed_at desc`.execute(db)
  return rows.map((row) => ({ kind: row.kind, count: Number(row.n), personIds: row.ids, noticedAt: row.noticed_at }))
}
