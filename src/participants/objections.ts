import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { listMerged } from './merged.ts'
import { listParticipations } from './queries.ts'

type Reader = Pick<Ctx, 'db'>

/** An objection that nobody took back. Days are `YYYY-MM-DD`. */
export interface Objection { personId: string; id: string; askedOn: string; notedAt: Date }

const standing = sql`from objection o
  where not exists (select from objection_end e where e.person_id = o.person_id and e.objection_id = o.id)`

/** The objections of some persons that stand: no list and no report in support of a claim counts on them (UAVG 37, GD-09). */
export async function listObjections({ db }: Reader, personIds: readonly string[]): Promise<Objection[]> {
  if (!personIds.length) return []
  const { rows } = await sql<Objection>`select o.person_id as "personId", o.id, o.asked_on::text as "askedOn", o.noted_at as "notedAt"
    ${standing} and o.person_id in (${sql.join(personIds)})`.execute(db)
  return rows
}

/**
 * How many who take part in each claim object to it; who counts under another person is not among them (AD-03). Reads the objections alone:
 * one query where nobody objects.
 */
export async function countObjecting(reader: Reader): Promise<(claim: string) => number> {
  const { rows } = await sql<{ person_id: string }>`select distinct o.person_id ${standing}`.execute(reader.db)
  const ids = rows.map((row) => row.person_id)
  const [parts, merged] = await Promise.all([listParticipations(reader, ids), listMerged(reader, ids)])
  const counts = parts.filter((each) => !each.end
    && !merged.some((other) => other.personId === each.personId && other.claim === each.claim && other.round === each.round))
  return (claim) => new Set(counts.filter((each) => each.claim === claim).map(({ personId }) => personId)).size
}
