import { createHash } from 'node:crypto'
import type { Db } from '#platform/ctx.ts'

interface Row { id: number; at: Date; actor: string; event: string; person_id: string | null; facts: unknown }

const sorted = (facts: unknown) => Object.entries(facts as object).sort(([a], [b]) => (a < b ? -1 : 1))

/** One entry as it goes into the hash of its batch and into an export: a line of JSON, its facts in the order of their names. */
const lineOf = ({ id, at, actor, event, person_id, facts }: Row) =>
  `${JSON.stringify([id, at.toISOString(), actor, event, person_id, sorted(facts)])}\n`

const atOnce = 1000

/** The lines of the entries after one number up to another, in order, never more than a thousand in memory. */
export async function* entryLines(db: Db, after: number, upto: number): AsyncGenerator<string> {
  for (let last = after; ;) {
    const rows = await db.selectFrom('journal_entry').selectAll().where('id', '>', last).where('id', '<=', upto).orderBy('id').limit(atOnce)
      .execute()
    for (const row of rows) yield lineOf(row)
    if (rows.length < atOnce) return
    last = rows.at(-1)!.id
  }
}

/** Hash of a batch: SHA-256 over the hash before it and one line per entry, in order of their numbers. */
export async function hashOf(db: Db, previous: Uint8Array, after: number, upto: number): Promise<{ hash: Buffer; entries: number }> {
  const hash = createHash('sha256').update(previous)
  let entries = 0
  for await (const line of entryLines(db, after, upto)) {
    hash.update(line)
    entries++
  }
  return { hash: hash.digest(), entries }
}

/** Up to so many links of the chain that end after a number, in order. */
export const listLinks = (db: Db, after: number, limit: number) =>
  db.selectFrom('journal_chain').selectAll().where('upto', '>', after).orderBy('upto').limit(limit).execute()
