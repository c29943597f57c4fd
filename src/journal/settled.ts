import { sql } from 'kysely'
import type { Db } from '#platform/ctx.ts'
import { journalLock } from './record.ts'

/** The highest id below which no entry is still on its way: writers share a lock that this takes alone for a moment. */
export async function settledUpto(db: Db): Promise<number> {
  return db.transaction().execute(async (alone) => {
    await sql`set local lock_timeout = '5s'`.execute(alone)
    await sql`select pg_advisory_xact_lock(${sql.lit(journalLock)})`.execute(alone)
    const { newest } = await alone.selectFrom('journal_entry').select((q) => q.fn.max('id').as('newest')).executeTakeFirstOrThrow()
    return Number(newest ?? 0)
  })
}
