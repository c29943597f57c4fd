import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx, Db } from '#platform/ctx.ts'
import { journalLock } from './record.ts'
import { settledUpto } from './settled.ts'

const batch = 5000

interface Entry { id: number; at: Date; actor: string; event: string; person_id: string | null; facts: unknown }

const line = (entry: Entry) => `${JSON.stringify([entry.id, entry.at.toISOString(), entry.actor, entry.event, entry.person_id, sorted(entry.facts)])}\n`
const sorted = (facts: unknown) => Object.entries(facts as object).sort(([a], [b]) => (a < b ? -1 : 1))

/** Hash of the next batch: SHA-256 over the previous hash and one JSON line per entry, in order of id. */
async function hashOf(db: Db, previous: Uint8Array, after: number, upto: number): Promise<{ hash: Buffer; entries: number }> {
  const hash = createHash('sha256').update(previous)
  let entries = 0
  for await (const entry of db.selectFrom('journal_entry').selectAll().where('id', '>', after).where('id', '<=', upto).orderBy('id')
    .stream(500)) {
    hash.update(line(entry as Entry))
    entries++
  }
  return { hash: hash.digest(), entries }
}

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

/** Computes the whole chain anew. Answers the first batch that does not agree, or how much was verified. */
export async function verifyJournal(db: Db): Promise<{ ok: true; batches: number; entries: number; unchained: number } | { ok: false; upto: number }> {
  let previous: Buffer = Buffer.alloc(32)
  let after = 0
  let counted = 0
  const links = await db.selectFrom('journal_chain').selectAll().orderBy('upto').execute()
  for (const link of links) {
    const { hash, entries } = await hashOf(db, previous, after, link.upto)
    if (!hash.equals(link.hash) || !previous.equals(link.previous) || entries !== link.entries) return { ok: false, upto: link.upto }
    previous = hash
    after = link.upto
    counted += entries
  }
  const rest = await db.selectFrom('journal_entry').select((q) => q.fn.countAll<string>().as('n')).where('id', '>', after)
    .executeTakeFirstOrThrow()
  return { ok: true, batches: links.length, entries: counted, unchained: Number(rest.n) }
}
