import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { Facts, Signal } from './explain.ts'
import type { Code } from './settings.ts'

export type Decided = 'no-concern' | 'watch' | 'suspended'
/** What somebody decided on the signs of a person. */
export interface SignalDecision {
  id: string
  decision: Decided
  ground: string
  score: number
  facts: Facts
  decidedBy: string
  decidedAt: Date
}

/** The decisions on the signs of a person, the newest first. */
export async function listDecisions({ db }: Pick<Ctx, 'db'>, personId: string): Promise<SignalDecision[]> {
  const rows = await db.selectFrom('signal_decision').selectAll().where('person_id', '=', personId)
    .orderBy('decided_at', 'desc').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id, decision: row.decision as Decided, ground: row.ground, score: row.score, facts: row.facts as Facts,
    decidedBy: row.decided_by, decidedAt: row.decided_at,
  }))
}
/** The newest of them. */
export const lastDecision = async (reader: Pick<Ctx, 'db'>, personId: string): Promise<SignalDecision | undefined> =>
  (await listDecisions(reader, personId))[0]

/** The signs of a person as they are computed now, the heaviest first. */
export async function listSignals(
  { db }: Pick<Ctx, 'db'>,
  personIds: readonly string[],
): Promise<(Signal & { personId: string; foundAt: Date })[]> {
  if (!personIds.length) return []
  const rows = await db.selectFrom('signal').selectAll().where('person_id', 'in', personIds).orderBy('weight', 'desc')
    .orderBy('code').execute()
  return rows.map((row) => ({
    personId: row.person_id, code: row.code as Code, weight: row.weight, figures: row.figures as Record<string, number>,
    foundAt: row.found_at,
  }))
}

export interface Queued { personId: string; score: number; open: boolean; watched: boolean; changedAt: Date }

/** Who waits for somebody to look, or is watched: the highest score first, read by key. Of who was erased there is none. */
export async function listQueue(
  { db }: Pick<Ctx, 'db'>,
  { of, after, limit = 50 }: { of: 'open' | 'watched'; after?: { score: number; personId: string } | undefined; limit?: number },
): Promise<Queued[]> {
  const rows = await db.selectFrom('signal_queue').selectAll().where(of, '=', true)
    .where((row) =>
      row.exists(row.selectFrom('vault_key').select('created_at').whereRef('vault_key.person_id', '=', 'signal_queue.person_id')),
    )
    .$if(after !== undefined, (query) =>
      query.where('score', '<=', after!.score)
        .where((row) => row.or([row('score', '<', after!.score), row('person_id', '>', after!.personId)])),
    )
    .orderBy('score', 'desc').orderBy('person_id').limit(limit).execute()
  return rows.map((row) => ({ personId: row.person_id, score: row.score, open: row.open, watched: row.watched, changedAt: row.changed_at }))
}

/** How a person stands in the queue; undefined where there is no sign. */
export async function findQueued({ db }: Pick<Ctx, 'db'>, personId: string): Promise<Queued | undefined> {
  const row = await db.selectFrom('signal_queue').selectAll().where('person_id', '=', personId).executeTakeFirst()
  return row && { personId, score: row.score, open: row.open, watched: row.watched, changedAt: row.changed_at }
}

/** How many people wait for somebody to look, counted up to 101. */
export async function countOpenSignals({ db }: Pick<Ctx, 'db'>): Promise<number> {
  const { rows } = await sql<{ n: string }>`select count(*) as n from (select from signal_queue where open limit 101) capped`.execute(db)
  return Number(rows[0]!.n)
}
