import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { listParticipations, type KnownParticipation } from './queries.ts'

/** A participation that counts under another person of the same human being (AD-03). */
export interface Merged {
  personId: string
  claim: string
  round: number
  /** Whose participation counts instead. */
  intoId: string
  mergedAt: Date
}

/** A merge that nobody undid. */
interface Edge { person_id: string; into_id: string; merged_at: Date }
/** Of a merge `m`, in SQL: nobody undid it. */
export const notUndone = sql<boolean>`not exists (select from person_merge_undo u where u.person_id = m.person_id and u.merge_id = m.id)`

/**
 * Participations of these persons that are merged into one of another person. Computed from the merges that stand, so that undoing one
 * leaves no trace: of one human being, one participation in a claim counts, that of who stays, else the earliest. Where who stays left the
 * claim after the merge, the others have not come back by it. One that ended itself is not among them. One query where nobody is merged.
 */
export async function listMerged({ db }: Pick<Ctx, 'db'>, personIds: readonly string[]): Promise<Merged[]> {
  if (!personIds.length) return []
  // Each step looks its rows up by index (offset 0 keeps the planner from joining whole tables).
  const { rows } = await sql<Edge>`with recursive one as (
      select unnest(${personIds}::uuid[]) as id
      union select near.id from one cross join lateral (
        select m.into_id as id from person_merge m where m.person_id = one.id and ${notUndone}
        union all select m.person_id from person_merge m where m.into_id = one.id and ${notUndone} offset 0) near
    ) select edge.* from one cross join lateral (
      select m.person_id, m.into_id, m.merged_at from person_merge m where m.person_id = one.id and ${notUndone} offset 0) edge`.execute(db)
  return (await coveredBy(db, rows)).filter(({ personId }) => personIds.includes(personId))
}

/**
 * How many participations of each claim are merged into another one, so that nobody counts twice. Reads the merges, never all participants:
 * one query where nobody is merged.
 */
export async function countMerged({ db }: Pick<Ctx, 'db'>): Promise<(claim: string) => number> {
  const { rows } = await sql<Edge>`select m.person_id, m.into_id, m.merged_at from person_merge m where ${notUndone}`.execute(db)
  const covered = await coveredBy(db, rows)
  return (claim) => covered.filter((each) => each.claim === claim).length
}

async function coveredBy(db: Ctx['db'], edges: readonly Edge[]): Promise<Merged[]> {
  if (!edges.length) return []
  const into = new Map(edges.map((edge) => [edge.person_id, edge]))
  const people = [...new Set(edges.flatMap(({ person_id, into_id }) => [person_id, into_id]))]
  const places = new Map(people.map((id) => [id, placeOf(id, into)]))
  const humans = Map.groupBy(await listParticipations({ db }, people), (each) => `${places.get(each.personId)!.top}/${each.claim}`)
  return [...humans.values()].flatMap((taking) => {
    const inOrder = taking.toSorted((one, other) => places.get(one.personId)!.depth - places.get(other.personId)!.depth
      || one.joinedAt.getTime() - other.joinedAt.getTime() || (one.personId < other.personId ? -1 : 1))
    return inOrder.flatMap((own, at): Merged[] => {
      const edge = into.get(own.personId)
      const counts = edge && !own.end && inOrder.slice(0, at).find((other) => other.personId !== own.personId && lasts(other, edge))
      return counts
        ? [{ personId: own.personId, claim: own.claim, round: own.round, intoId: counts.personId, mergedAt: edge.merged_at }]
        : []
    })
  })
}

const lasts = ({ end }: KnownParticipation, { merged_at: mergedAt }: Edge) => !end || end.noticedAt >= mergedAt

/** Who stays of one human being, and by how many merges somebody counts under that person. */
function placeOf(personId: string, into: ReadonlyMap<string, Edge>): { top: string; depth: number } {
  let [top, depth] = [personId, 0]
  for (let edge = into.get(top); edge; edge = into.get(top)) [top, depth] = [edge.into_id, depth + 1]
  return { top, depth }
}
