import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { transact, type Ground } from '#platform/world.ts'
import type { JournalEvent } from './events.ts'
import { settledUpto } from './settled.ts'

/** One thing that happened, as a follower of the journal reads it. */
export interface Followed {
  id: number
  at: Date
  actor: string
  event: JournalEvent
  personId: string | null
  facts: Record<string, string | number | boolean>
}

/**
 * Hands to `handle` what was journaled since the follower of this name read last: in order, in batches, each batch in one transaction with
 * the place the follower has come to, so that every entry counts exactly once, also where a process dies in between or two run at the same
 * time. Answers how many entries were followed.
 */
export async function follow(ground: Pick<Ground, 'db' | 'clock' | 'vault' | 'jobs'>, name: string,
  handle: (ctx: Ctx, entries: Followed[]) => Promise<void>, { batch = 500 }: { batch?: number } = {}): Promise<number> {
  const settled = await settledUpto(ground.db)
  let followed = 0
  for (;;) {
    const read = await transact(ground, async (ctx) => {
      const entries = await next(ctx, name, settled, batch)
      if (entries.length) await handle(ctx, entries)
      return entries.length
    })
    followed += read
    if (read < batch) return followed
  }
}

/** The instant up to which a follower has read everything; undefined before it read for the first time. */
export async function followedUntil({ db }: Pick<Ctx, 'db'>, name: string): Promise<Date | undefined> {
  return (await db.selectFrom('journal_follower').select('followed_at').where('name', '=', name).executeTakeFirst())?.followed_at
}

async function next(ctx: Ctx, name: string, settled: number, batch: number): Promise<Followed[]> {
  await ctx.db.insertInto('journal_follower').values({ name, upto: 0, followed_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing()).execute()
  const { upto } = await ctx.db.selectFrom('journal_follower').select('upto').where('name', '=', name).forUpdate().executeTakeFirstOrThrow()
  const rows = await ctx.db.selectFrom('journal_entry').selectAll().where('id', '>', upto).where('id', '<=', settled).orderBy('id')
    .limit(batch).execute()
  const last = rows.length < batch ? Math.max(settled, Number(upto)) : rows.at(-1)!.id
  await ctx.db.updateTable('journal_follower').set({ upto: last, followed_at: ctx.now }).where('name', '=', name).execute()
  return rows.map((row) => ({ id: Number(row.id), at: row.at, actor: row.actor, event: row.event as JournalEvent, personId: row.person_id,
    facts: row.facts as Followed['facts'] }))
}

/** Puts a follower at the end of the journal without reading it, where what it would have made is written already. */
export async function skipToEnd(ctx: Pick<Ctx, 'db' | 'now'>, name: string): Promise<void> {
  await sql`insert into journal_follower (name, upto, followed_at)
    select ${name}, coalesce(max(id), 0), ${ctx.now}::timestamptz from journal_entry
    on conflict (name) do update set upto = excluded.upto, followed_at = excluded.followed_at`.execute(ctx.db)
}
