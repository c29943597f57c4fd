import { sql } from 'kysely'
import type { Ctx, Db } from '#platform/ctx.ts'
import type { World } from '#platform/world.ts'
import { ctxOf } from '#platform/world.ts'
import { hashOf } from './links.ts'
import { journalLock } from './record.ts'
import { settledUpto } from './settled.ts'

const batch = 5000

const lastLink = (db: Db) => db.selectFrom('journal_chain').select(['upto', 'hash']).orderBy('upto', 'desc').limit(1).executeTakeFirst()

/** Chains the entries that came since the last batch (SE-03: append-only, hash-chained). Answers how many were chained. */
export async function chainJournal(ctx: Ctx): Promise<number> {
  const settled = await settledUpto(ctx.db)
  return ctx.db.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(journalLock + 1)})`.execute(db)
    let last = await lastLink(db)
    let chained = 0
    for (let after = last?.upto ?? 0; after < settled; after = Math.min(after + batch, settled)) {
      const upto = Math.min(after + batch, settled)
      const previous = last?.hash ?? Buffer.alloc(32)
      const { hash, entries } = await hashOf(db, previous, after, upto)
      await db.insertInto('journal_chain').values({ upto, entries, hash, previous, chained_at: ctx.now }).execute()
      last = { upto, hash }
      chained += entries
    }
    return chained
  })
}

/** Chains, and says in the log what the chain is now: who cuts off its end in the database does not reach a log that is kept elsewhere. */
export async function chainAndLog(world: Pick<World, 'db' | 'clock' | 'vault' | 'jobs' | 'log'>): Promise<number> {
  const chained = await chainJournal(ctxOf(world))
  const last = chained ? await lastLink(world.db) : undefined
  if (last) world.log.info({ upto: last.upto, hash: last.hash.toString('hex') }, 'journal chained')
  return chained
}
