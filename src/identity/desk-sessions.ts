import type { Ctx } from '#platform/ctx.ts'
import type { Device } from './device.ts'
import type { ListedSession } from './sessions.ts'

/** The living, proven sessions of some persons at the desk, the one used last first. */
export async function listDeskSessions({ db, now }: Pick<Ctx, 'db' | 'now'>,
  personIds: readonly string[]): Promise<(ListedSession & { personId: string })[]> {
  if (!personIds.length) return []
  const rows = await db.selectFrom('session').select(['id', 'person_id', 'browser', 'system', 'created_at', 'seen_at', 'expires_at'])
    .where('person_id', 'in', personIds).where('opened_for', '=', 'desk').where('proven_at', 'is not', null)
    .where('ended_at', 'is', null).where('expires_at', '>', now)
    .orderBy((row) => row.fn.coalesce('seen_at', 'created_at'), 'desc').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id, personId: row.person_id, browser: row.browser as Device['browser'], system: row.system as Device['system'],
    openedAt: row.created_at, seenAt: row.seen_at ?? row.created_at, endsAt: row.expires_at,
  }))
}

/** Ends sessions of a person at the desk, proven or not: one by its id, all but one, or all. Answers how many lived. */
export async function endDeskSessions({ db, now }: Pick<Ctx, 'db' | 'now'>, personId: string,
  which: { id: string } | { allBut: string } | 'all'): Promise<number> {
  const ended = await db.updateTable('session').set({ ended_at: now }).where('person_id', '=', personId).where('opened_for', '=', 'desk')
    .where('ended_at', 'is', null).where('expires_at', '>', now)
    .$if(which !== 'all', (rows) => ('id' in (which as object) ? rows.where('id', '=', (which as { id: string }).id)
      : rows.where('id', '<>', (which as { allBut: string }).allBut)))
    .executeTakeFirst()
  return Number(ended.numUpdatedRows)
}
