import type { Db } from '#platform/ctx.ts'
import { hashOf, listLinks } from './links.ts'

/** How far the chain was computed anew. */
export interface Place { upto: number; hash: Buffer; batches: number; entries: number }
/** Where the chain begins. */
export const beginning: Place = { upto: 0, hash: Buffer.alloc(32), batches: 0, entries: 0 }

/** What the chain was at some time, as somebody else kept it: an earlier look, an export, a line of the log. */
export interface Anchor { upto: number; hash: Buffer }

/** `changed`: a batch is not what its link says. `cut-off`: the chain does not hold what it held before. */
export interface Wrong { wrong: 'changed' | 'cut-off'; upto: number }

const linksAtOnce = 20

/** Computes the next links of the chain anew, from where the last call stopped. `end`: there are no more. */
export async function verifySome(db: Db, from: Place): Promise<{ place: Place; wrong?: Wrong; end: boolean }> {
  let place = from
  const links = await listLinks(db, from.upto, linksAtOnce)
  for (const link of links) {
    const { hash, entries } = await hashOf(db, place.hash, place.upto, link.upto)
    if (!hash.equals(link.hash) || !place.hash.equals(link.previous) || entries !== link.entries) {
      return { place, wrong: { wrong: 'changed', upto: link.upto }, end: true }
    }
    place = { upto: link.upto, hash, batches: place.batches + 1, entries: place.entries + entries }
  }
  return { place, end: links.length < linksAtOnce }
}

/** The first of these anchors that the chain no longer holds. The chain itself has to be computed anew before. */
export async function missingAnchor(db: Db, anchors: AsyncIterable<Anchor> | Iterable<Anchor>): Promise<Wrong | undefined> {
  for await (const { upto, hash } of anchors) {
    const link = await db.selectFrom('journal_chain').select('hash').where('upto', '=', upto).executeTakeFirst()
    if (!link?.hash.equals(hash)) return { wrong: 'cut-off', upto }
  }
  return undefined
}

/** What the finished looks at the chain found it to be. */
export async function* keptAnchors(db: Db): AsyncGenerator<Anchor> {
  for (const { upto, hash } of await db.selectFrom('journal_check').select(['upto', 'hash']).where('finished_at', 'is not', null)
    .where('wrong', 'is', null).where('upto', '>', 0).orderBy('upto').execute()) yield { upto, hash }
}

/** How many entries are too new to be in the chain. */
export async function countUnchained(db: Db, upto: number): Promise<number> {
  const rest = await db.selectFrom('journal_entry').select((q) => q.fn.countAll<string>().as('n')).where('id', '>', upto)
    .executeTakeFirstOrThrow()
  return Number(rest.n)
}

export type Verified = { ok: true; batches: number; entries: number; unchained: number } | { ok: false } & Wrong

/**
 * Computes the whole chain anew in constant memory, and compares it with what was known of it before. Answers what does not agree, or how
 * much was verified.
 */
export async function verifyJournal(db: Db, known: AsyncIterable<Anchor> | Iterable<Anchor> = []): Promise<Verified> {
  let place = beginning
  for (let end = false; !end;) {
    const some = await verifySome(db, place)
    if (some.wrong) return { ok: false, ...some.wrong }
    ;({ place, end } = some)
  }
  const missing = (await missingAnchor(db, keptAnchors(db))) ?? (await missingAnchor(db, known))
  if (missing) return { ok: false, ...missing }
  return { ok: true, batches: place.batches, entries: place.entries, unchained: await countUnchained(db, place.upto) }
}
