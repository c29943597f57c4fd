import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'

export interface Limit {
  name: string
  /** So many at once … */
  burst: number
  /** … and then one in so many seconds. */
  everySeconds: number
  /** Spreads one shared count over so many rows, so that a busy limit is not one lock. */
  shards?: number
}

/**
 * Takes one from a limit that all nodes share (GCRA in one statement). Undefined when allowed; otherwise the instant from which it is.
 * The key is kept as a keyed hash: an address or IP block never stands in the table.
 */
export async function take(ctx: Ctx, limit: Limit, of: string): Promise<Date | undefined> {
  const shards = limit.shards ?? 1
  const key = keyOf(ctx, limit, of, shards > 1 ? Math.floor(Math.random() * shards) : 0)
  const step = limit.everySeconds * shards
  const room = Math.max(1, limit.burst / shards) * step
  const seconds = (value: number) => sql`make_interval(secs => ${value})`
  const allowed = await sql<{ full_at: Date }>`
    insert into rate_limit as r (key, full_at) values (${key}, ${ctx.now}::timestamptz + ${seconds(step)})
    on conflict (key) do update set full_at = greatest(r.full_at, ${ctx.now}) + ${seconds(step)}
    where greatest(r.full_at, ${ctx.now}) + ${seconds(step)} <= ${ctx.now}::timestamptz + ${seconds(room)}
    returning full_at`.execute(ctx.db)
  if (allowed.rows.length) return undefined
  const row = await ctx.db.selectFrom('rate_limit').select('full_at').where('key', '=', key).executeTakeFirst()
  return new Date((row?.full_at ?? ctx.now).getTime() + (step - room) * 1000)
}

const keyOf = (ctx: Pick<Ctx, 'vault'>, limit: Limit, of: string, shard = 0) => ctx.vault.index('rate-limit',
  `${limit.name}\0${of}\0${shard}`)

/** Whether a limit without shards is used up, without taking from it: the instant from which it is not, or undefined. */
export async function usedUpUntil({ db, vault, now }: Pick<Ctx, 'db' | 'vault' | 'now'>, limit: Limit,
  of: string): Promise<Date | undefined> {
  const row = await db.selectFrom('rate_limit').select('full_at').where('key', '=', keyOf({ vault }, limit, of)).executeTakeFirst()
  const from = (row?.full_at.getTime() ?? 0) - (limit.burst - 1) * limit.everySeconds * 1000
  return from > now.getTime() ? new Date(from) : undefined
}
