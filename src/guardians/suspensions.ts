import type { Ctx } from '#platform/ctx.ts'
import type { SuspensionReason } from './suspend.ts'

export interface Suspension { personId: string; id: string; reason: SuspensionReason; suspendedAt: Date }

/** What is suspended now of some persons, in one query: while a row stands here, nobody acts for that person (SG-07, clause 11.1). */
export async function listSuspensions({ db }: Pick<Ctx, 'db'>, personIds: readonly string[]): Promise<Suspension[]> {
  if (!personIds.length) return []
  const rows = await db.selectFrom('suspension').leftJoin('suspension_lift', (on) => on
    .onRef('suspension_lift.person_id', '=', 'suspension.person_id').onRef('suspension_lift.suspension_id', '=', 'suspension.id'))
    .select(['suspension.person_id', 'id', 'suspension.reason', 'suspended_at']).where('suspension.person_id', 'in', personIds)
    .where('suspension_lift.lifted_at', 'is', null).orderBy('suspended_at').execute()
  return rows.map((row) => ({ personId: row.person_id, id: row.id, reason: row.reason as SuspensionReason, suspendedAt: row.suspended_at }))
}

/** Whether nobody may act for a person now. */
export const isSuspended = async (reader: Pick<Ctx, 'db'>,
  personId: string): Promise<boolean> => (await listSuspensions(reader, [personId])).length > 0
