import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { isFollowed } from './changes.ts'
import type { JournalEvent } from './events.ts'
import { wake } from './wake.ts'

/** Writers share this lock until they commit; the chaining job takes it alone for a moment, so that no lower id is still on its way. */
export const journalLock = 7_310_204

/**
 * Writes what happened into the journal, in the transaction of the act, and wakes who follows it where it changes what they keep. Facts are
 * ids, versions and hashes, never personal data.
 */
export async function record(ctx: Ctx, event: JournalEvent, personId: string | null, facts: Record<string,
  string | number | boolean> = {}): Promise<void> {
  // One statement: the row takes its id only once the lock is held, also where nobody opened a transaction.
  await sql`
    with locked as materialized (select pg_advisory_xact_lock_shared(${sql.lit(journalLock)}))
    insert into journal_entry (at, actor, event, person_id, facts)
    select ${ctx.now}::timestamptz, ${ctx.actor}, ${event}, ${personId}::uuid, ${JSON.stringify(facts)}::jsonb from locked`.execute(ctx.db)
  if (isFollowed(event)) await wake(ctx)
}
