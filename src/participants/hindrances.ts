import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'

/** What the desk put in the way of a participation: a decision that stands, or a notice that is open; `id` is that row's. */
export interface Hindrance {
  personId: string
  claim: string
  kind: 'excluded' | 'needs-action'
  id: string
  since: Date
}

/** What stands in the way of the participations of some persons now (domain 9.2), in one query, oldest first. */
export async function listHindrances({ db }: Pick<Ctx, 'db'>, personIds: readonly string[]): Promise<Hindrance[]> {
  if (!personIds.length) return []
  const ids = sql.join(personIds)
  const { rows } = await sql<Hindrance>`
    select d.person_id as "personId", d.claim, 'excluded' as kind, d.id, d.decided_at as since from decision d
    where d.person_id in (${ids}) and d.kind = 'exclude'
      and not exists (select from decision_undo u where u.person_id = d.person_id and u.decision_id = d.id)
    union all
    select n.person_id, n.claim, 'needs-action', n.id, n.sent_at from deficiency_notice n
    where n.person_id in (${ids})
      and not exists (select from decision d where d.person_id = n.person_id and d.notice_id = n.id
        and not exists (select from decision_undo u where u.person_id = d.person_id and u.decision_id = d.id))
    order by since, id`.execute(db)
  return rows
}

/** What of it concerns one participation, as grounds of its state. */
export const groundsIn = (hindrances: readonly Hindrance[], { personId, claim }: Pick<Hindrance, 'personId' | 'claim'>) => ({
  excluded: hindrances.some((each) => each.personId === personId && each.claim === claim && each.kind === 'excluded'),
  needsAction: hindrances.some((each) => each.personId === personId && each.claim === claim && each.kind === 'needs-action'),
})

/** Whether somebody is excluded from a claim now; from any claim where none is named. */
export const isExcluded = async (reader: Pick<Ctx, 'db'>, personId: string, claim?: string): Promise<boolean> =>
  (await listHindrances(reader, [personId])).some((each) => each.kind === 'excluded' && (claim === undefined || each.claim === claim))
