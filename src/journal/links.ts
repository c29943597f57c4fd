import type { Selectable } from 'kysely'
import type { Db } from '#platform/ctx.ts'
import type { DB } from '#platform/db/types.ts'
import type { Signer } from '#platform/signer.ts'

interface Row { id: number; at: Date; actor: string; event: string; person_id: string | null; facts: unknown }

/** One batch of the chain. `key` and `signature` are null in links from before links were signed. */
export type Link = Selectable<DB['journal_chain']>

const sorted = (facts: unknown) => Object.entries(facts as object).sort(([a], [b]) => (a < b ? -1 : 1))

/** One entry as it goes into the hash of its batch and into an export: a line of JSON, its facts in the order of their names. */
const lineOf = ({ id, at, actor, event, person_id, facts }: Row) =>
  `${JSON.stringify([id, at.toISOString(), actor, event, person_id, sorted(facts)])}\n`

const atOnce = 1000

async function* entriesOf(db: Db, after: number, upto: number): AsyncGenerator<Row> {
  for (let last = after; ;) {
    const rows = await db.selectFrom('journal_entry').selectAll().where('id', '>', last).where('id', '<=', upto).orderBy('id')
      .limit(atOnce).execute()
    yield* rows
    if (rows.length < atOnce) return
    last = rows.at(-1)!.id
  }
}

/** The lines of the entries after one number up to another, in order, never more than a thousand in memory. */
export async function* entryLines(db: Db, after: number, upto: number): AsyncGenerator<string> {
  for await (const row of entriesOf(db, after, upto)) yield lineOf(row)
}

/** Up to so many links of the chain that end after a number, in order. */
export const listLinks = (db: Db, after: number, limit: number): Promise<Link[]> =>
  db.selectFrom('journal_chain').selectAll().where('upto', '>', after).orderBy('upto').limit(limit).execute()

export const newestLink = (db: Db): Promise<Link | undefined> =>
  db.selectFrom('journal_chain').selectAll().orderBy('upto', 'desc').limit(1).executeTakeFirst()

/** Up to so many batches after a number: of each the lines of its entries, then its link. */
export async function* walkChain(db: Db, after: number, limit: number): AsyncGenerator<string | Link> {
  const links = await listLinks(db, after, limit)
  let next = 0
  for await (const row of entriesOf(db, after, links.at(-1)?.upto ?? after)) {
    for (; row.id > links[next]!.upto; next += 1) yield links[next]!
    yield lineOf(row)
  }
  yield* links.slice(next)
}

/** What is signed of a link, and how an export begins its line: everything but the signature. */
export const signedText = ({ upto, entries, previous, hash, chained_at, key }: Omit<Link, 'signature'>) =>
  JSON.stringify({
    upto, entries, previous: previous.toString('hex'), hash: hash.toString('hex'), chainedAt: chained_at.toISOString(),
    ...(key !== null && { key }),
  })

/** A link as a line of an export: the signed text with its signature as one more property. */
export const linkLine = (link: Link) =>
  (link.signature ? `${signedText(link).slice(0, -1)},"signature":"${link.signature.toString('base64')}"}\n` : `${signedText(link)}\n`)

export const isSigned = (signer: Signer, link: Link) =>
  link.signature !== null && link.key === signer.key && signer.signed(signedText(link), link.signature)
