import type { JournalEvent } from '#journal/events.ts'
import type { Ctx } from '#platform/ctx.ts'

/** Something that happened about a person, as the journal tells it. */
export interface Happening { id: number; at: Date; actor: string; event: JournalEvent; facts: Record<string, unknown> }

/** What happened about a person, newest first, before an entry; one more than a page shows says that there is more. */
export async function listHappenings({ db }: Pick<Ctx, 'db'>, personId: string,
  { before, limit }: { before?: number | undefined; limit: number }): Promise<Happening[]> {
  const rows = await db.selectFrom('journal_entry').select(['id', 'at', 'actor', 'event', 'facts']).where('person_id', '=', personId)
    .$if(before !== undefined, (query) => query.where('id', '<', before!)).orderBy('id', 'desc').limit(limit).execute()
  return rows.map((row) => ({ ...row, event: row.event as JournalEvent, facts: row.facts as Record<string, unknown> }))
}
