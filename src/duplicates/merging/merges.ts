import { sql } from 'kysely'
import { notUndone } from '#participants/merged.ts'
import type { Ctx } from '#platform/ctx.ts'

/** Somebody counts under another person; `undone` once two people took it back. */
export interface Merge {
  personId: string
  id: string
  intoId: string
  proposalId: string
  mergedAt: Date
  undone: { at: Date; proposalId: string } | undefined
}

/** Every merge in which one of these persons is or was, the newest first. */
export async function listMerges({ db }: Pick<Ctx, 'db'>, personIds: readonly string[]): Promise<Merge[]> {
  if (!personIds.length) return []
  const rows = await db.selectFrom('person_merge').leftJoin('person_merge_undo', (on) => on
    .onRef('person_merge_undo.person_id', '=', 'person_merge.person_id').onRef('person_merge_undo.merge_id', '=', 'person_merge.id'))
    .select(['person_merge.person_id', 'person_merge.id', 'into_id', 'person_merge.proposal_id', 'merged_at', 'undone_at',
      'person_merge_undo.proposal_id as undo_proposal'])
    .where((row) => row.or([row('person_merge.person_id', 'in', personIds), row('into_id', 'in', personIds)]))
    .orderBy('merged_at', 'desc').orderBy('person_merge.id').execute()
  return rows.map((row) => ({
    personId: row.person_id, id: row.id, intoId: row.into_id, proposalId: row.proposal_id, mergedAt: row.merged_at,
    undone: row.undone_at === null ? undefined : { at: row.undone_at, proposalId: row.undo_proposal! },
  }))
}

/** The merge under which somebody counts as another now; undefined for who counts as themselves. */
export const findStanding = async (reader: Pick<Ctx, 'db'>, personId: string): Promise<Merge | undefined> =>
  (await listMerges(reader, [personId])).find((merge) => merge.personId === personId && !merge.undone)

/** Everybody who is one human being with this person by the merges that stand, the person included, in the order of the ids. */
export async function listOneHuman({ db }: Pick<Ctx, 'db'>, personId: string): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    with recursive one as (
      select ${personId}::uuid as person_id
      union select near.person_id from one cross join lateral (
        select m.into_id as person_id from person_merge m where m.person_id = one.person_id and ${notUndone}
        union all select m.person_id from person_merge m where m.into_id = one.person_id and ${notUndone} offset 0) near
    ) select person_id from one order by person_id`.execute(db)
  return rows.map((row) => row.person_id)
}

/** Merges that stand, the newest first; `after` is the last line of the page before. Reads by the index on when. */
export async function listStandingMerges({ db }: Pick<Ctx, 'db'>,
  { after, limit = 50 }: { after?: Pick<Merge, 'mergedAt' | 'id'> | undefined; limit?: number } = {}): Promise<Merge[]> {
  const rows = await db.selectFrom('person_merge as m').selectAll().where(notUndone)
    .$if(after !== undefined, (query) =>
      query.where('merged_at', '<=', after!.mergedAt)
        .where((row) => row.or([row('merged_at', '<', after!.mergedAt), row('id', '>', after!.id)])),
    )
    .orderBy('merged_at', 'desc').orderBy('id').limit(limit).execute()
  return rows.map((row) => ({
    personId: row.person_id, id: row.id, intoId: row.into_id, proposalId: row.proposal_id, mergedAt: row.merged_at,
    undone: undefined,
  }))
}

/** Whether a merge of these two, in either direction, stands. */
export const isMerged = async (reader: Pick<Ctx, 'db'>, [one, other]: readonly [string, string]): Promise<Merge | undefined> =>
  (await listMerges(reader, [one])).find((merge) => !merge.undone && [merge.personId, merge.intoId].includes(other))
