import { createHash } from 'node:crypto'
import type { Ctx, Db } from '#platform/ctx.ts'
import type { Signer } from '#platform/signer.ts'
import type { Anchor } from './anchors.ts'
import { isSigned, walkChain, type Link } from './links.ts'

/** How far the chain was computed anew. */
export interface Place {
  upto: number
  hash: Buffer
  batches: number
  entries: number
  /** The last entry under links from before links were signed: 0 where all are signed, null while no signed one came. */
  signedAfter: number | null
}
/** Where the chain begins. */
export const beginning: Place = { upto: 0, hash: Buffer.alloc(32), batches: 0, entries: 0, signedAfter: null }

/**
 * `changed`: a batch is not what its link says. `not-signed`: a link that this installation's key did not sign, after it began to sign.
 * `cut-off`: the chain does not hold what was known of it before.
 */
export interface Wrong { wrong: 'changed' | 'not-signed' | 'cut-off'; upto: number }

type Reader = Pick<Ctx, 'db' | 'vault'>
type Anchors = AsyncIterable<Anchor> | Iterable<Anchor>

const linksAtOnce = 200

/** Computes the next links of the chain anew, from where the last call stopped. `end`: there are no more. */
export async function verifySome({ db, vault }: Reader, from: Place): Promise<{ place: Place; wrong?: Wrong; end: boolean }> {
  let place = from
  let links = 0
  let [hash, entries] = [createHash('sha256').update(place.hash), 0]
  for await (const each of walkChain(db, from.upto, linksAtOnce)) {
    if (typeof each === 'string') {
      hash.update(each)
      entries += 1
      continue
    }
    const wrong = wrongWith(vault.signer, each, place, hash.digest(), entries)
    if (wrong) return { place, wrong: { wrong, upto: each.upto }, end: true }
    place = {
      upto: each.upto, hash: each.hash, batches: place.batches + 1, entries: place.entries + entries,
      signedAfter: place.signedAfter ?? (each.signature && place.upto),
    }
    ;[hash, entries] = [createHash('sha256').update(place.hash), 0]
    links += 1
  }
  return { place, end: links < linksAtOnce }
}

function wrongWith(signer: Signer, link: Link, { hash: previous, signedAfter }: Place, hash: Buffer, entries: number) {
  if (!hash.equals(link.hash) || !previous.equals(link.previous) || entries !== link.entries) return 'changed'
  const beforeSigning = signedAfter === null && link.signature === null
  return beforeSigning || isSigned(signer, link) ? undefined : 'not-signed'
}

const anchorsAtOnce = 1000

/** The first of these anchors that the chain no longer holds. The chain itself has to be computed anew before. */
export async function missingAnchor(db: Db, ...known: Anchors[]): Promise<Wrong | undefined> {
  for (const anchors of known) {
    let some: Anchor[] = []
    for await (const anchor of anchors) {
      if (some.push(anchor) < anchorsAtOnce) continue
      const missing = await missingAmong(db, some)
      if (missing) return missing
      some = []
    }
    const missing = some.length ? await missingAmong(db, some) : undefined
    if (missing) return missing
  }
  return undefined
}

async function missingAmong(db: Db, anchors: readonly Anchor[]): Promise<Wrong | undefined> {
  const links = await db.selectFrom('journal_chain').select(['upto', 'hash']).where('upto', 'in', anchors.map(({ upto }) => upto)).execute()
  const hashes = new Map(links.map(({ upto, hash }) => [upto, hash]))
  const missing = anchors.find(({ upto, hash }) => !hashes.get(upto)?.equals(hash))
  return missing && { wrong: 'cut-off', upto: missing.upto }
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

export type Verified = { ok: true; unchained: number } & Pick<Place, 'upto' | 'batches' | 'entries' | 'signedAfter'> | { ok: false } & Wrong

/**
 * Computes the whole chain anew in constant memory, and compares it with what was known of it before. Answers what does not agree, or how
 * much was verified.
 */
export async function verifyJournal(reader: Reader, ...known: Anchors[]): Promise<Verified> {
  let place = beginning
  for (let end = false; !end;) {
    const some = await verifySome(reader, place)
    if (some.wrong) return { ok: false, ...some.wrong }
    ;({ place, end } = some)
  }
  const missing = await missingAnchor(reader.db, keptAnchors(reader.db), ...known)
  if (missing) return { ok: false, ...missing }
  const { upto, batches, entries, signedAfter } = place
  return { ok: true, upto, batches, entries, signedAfter, unchained: await countUnchained(reader.db, upto) }
}
