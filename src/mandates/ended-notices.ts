import { listClaims } from '#claims/queries.ts'
import type { Ctx } from '#platform/ctx.ts'

interface Ended { claim: string; capacities: readonly { mandateId: string; kind: string }[]; effectiveOn: string }

/**
 * Keeps, for each respondent of the claim in force on that day, that it has to be told the end of these capacities: third parties are
 * protected until they know (3:76 BW, SG-03). Kept for every end, told or not told of the mandate before; who sends decides that.
 */
export async function queueEndedNotices(ctx: Ctx, personId: string, { claim, capacities, effectiveOn }: Ended): Promise<void> {
  const facts = (await listClaims(ctx.db)).find(({ slug }) => slug === claim)?.facts
  const inForce = (facts?.respondents ?? [])
    .filter(({ from, until }) => (from ?? effectiveOn) <= effectiveOn && effectiveOn <= (until ?? effectiveOn))
  const rows = inForce.flatMap(({ name }) => capacities.map(({ mandateId, kind }) => ({ person_id: personId, mandate_id: mandateId, kind,
    respondent: name, queued_at: ctx.now })))
  if (rows.length) await ctx.db.insertInto('mandate_ended_notice').values(rows).onConflict((conflict) => conflict.doNothing()).execute()
}

/** An end that a respondent still has to be told. */
export interface EndedNotice { personId: string; mandateId: string; kind: string; respondent: string; queuedAt: Date }

/** The ends respondents have to be told of some persons, in one query, oldest first. */
export async function listEndedNotices({ db }: Pick<Ctx, 'db'>, personIds: readonly string[]): Promise<EndedNotice[]> {
  if (!personIds.length) return []
  const rows = await db.selectFrom('mandate_ended_notice').selectAll().where('person_id', 'in', personIds).orderBy('queued_at')
    .orderBy('kind').execute()
  return rows.map((row) => ({ personId: row.person_id, mandateId: row.mandate_id, kind: row.kind, respondent: row.respondent,
    queuedAt: row.queued_at }))
}
