import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'

/** A participation that counts under another person of the same human being (AD-03). */
export interface Merged {
  personId: string
  claim: string
  round: number
  /** Whose participation counts instead. */
  intoId: string
  mergedAt: Date
}

/**
 * Participations of these persons that are merged into one of another person. Computed from the merges that stand, so that undoing one leaves
 * no trace: of one human being, one participation in a claim counts, that of who stays, else the earliest. Where who stays left the claim
 * after the merge, the others have not come back by it. One that ended itself is not among them.
 */
export async function listMerged({ db }: Pick<Ctx, 'db'>, personIds: readonly string[]): Promise<Merged[]> {
  if (!personIds.length) return []
  const tops = sql`up as (
      select ${standing} where m.person_id = any(${personIds}::uuid[]) and ${notUndone}
      union select ${standing} join up on up.into_id = m.person_id where ${notUndone}
    ), top as (select distinct into_id as person_id from up where not exists (select ${standing} where m.person_id = up.into_id and ${notUndone}))`
  const { rows } = await sql<Row>`with recursive ${tops}, ${members}
    ${covered} where own.person_id = any(${personIds}::uuid[]) ${firstOnly}`.execute(db)
  return rows.map((row) => ({ personId: row.person_id, claim: row.claim, round: row.round, intoId: row.into_id, mergedAt: row.merged_at }))
}

/** How many participations of a claim are merged into another one, so that nobody counts twice. Reads the merges, never all participants. */
export async function countMerged({ db }: Pick<Ctx, 'db'>, claim: string): Promise<number> {
  const tops = sql`top as (select distinct into_id as person_id from person_merge above
    where not exists (select ${standing} where m.person_id = above.into_id and ${notUndone}))`
  const { rows } = await sql<{ n: string }>`with recursive ${tops}, ${members}
    select count(*) as n from (${covered} where own.claim = ${claim} ${firstOnly}) merged`.execute(db)
  return Number(rows[0]!.n)
}

interface Row { person_id: string; claim: string; round: number; into_id: string; merged_at: Date }

const standing = sql`m.person_id, m.into_id, m.merged_at from person_merge m`
const notUndone = sql`not exists (select from person_merge_undo u where u.person_id = m.person_id and u.merge_id = m.id)`

/** Everybody under a person who stays, by how many merges, and since when. */
const members: RawBuilder<unknown> = sql`
  member as (
    select person_id, person_id as top, 0 as depth, null::timestamptz as merged_at from top
    union all select m.person_id, member.top, member.depth + 1, m.merged_at
    from member join person_merge m on m.into_id = member.person_id where ${notUndone}
  ), taking as (
    select member.*, p.claim, p.round, p.joined_at, e.kind as ended, e.noticed_at from member join participation p using (person_id)
    left join participation_end e on e.person_id = p.person_id and e.claim = p.claim and e.round = p.round
  )`

const covered: RawBuilder<unknown> = sql`
  select distinct on (own.person_id, own.claim, own.round) own.person_id, own.claim, own.round, other.person_id as into_id, own.merged_at
  from taking own join taking other on other.top = own.top and other.claim = own.claim and own.ended is null and own.depth > 0
    and (other.ended is null or other.noticed_at >= own.merged_at)
    and (other.depth, other.joined_at, other.person_id) < (own.depth, own.joined_at, own.person_id)`
const firstOnly = sql`order by own.person_id, own.claim, own.round, other.depth, other.joined_at, other.person_id`
