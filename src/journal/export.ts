import type { Ctx, Db } from '#platform/ctx.ts'
import { addDays, startOfDay } from '#platform/days.ts'
import { entryLines, linkLine, walkChain } from './links.ts'
import { record } from './record.ts'

/** Instants; open where undefined. The export holds whole batches of the chain, so a little more than the period. */
export interface Period { from?: Date | undefined; until?: Date | undefined }

/** From the first moment of one day to the last of another (`YYYY-MM-DD`) in a zone; open where a day is missing. */
export const periodOf = (timeZone: string, from: string | undefined, until: string | undefined): Period => ({
  from: from === undefined ? undefined : startOfDay(timeZone, from),
  until: until === undefined ? undefined : startOfDay(timeZone, addDays(until, 1)),
})

const json = (value: object) => `${JSON.stringify(value)}\n`
const endless = Number.MAX_SAFE_INTEGER

/** Numbers of the first and the last entry of a period; undefined where there is none. */
async function numbersOf(db: Db, { from, until }: Period): Promise<{ first: number; last: number } | undefined> {
  if (!from && !until) return { first: 1, last: endless }
  const found = await db.selectFrom('journal_entry').select((q) => [q.fn.min('id').as('first'), q.fn.max('id').as('last')])
    .$if(from !== undefined, (q) => q.where('at', '>=', from!)).$if(until !== undefined, (q) => q.where('at', '<', until!))
    .executeTakeFirstOrThrow()
  return found.first === null ? undefined : { first: Number(found.first), last: Number(found.last) }
}

const linksAtOnce = 200

/**
 * The journal of a period for an auditor, line by line (docs/journal.md): a head with the public key, then each batch as its entries and
 * the link that closes it, what is too new for the chain, and a line that counts, without which the file is not whole. Constant memory.
 */
export async function* exportLines({ db, vault: { signer } }: Pick<Ctx, 'db' | 'vault'>, period: Period,
  madeAt: Date): AsyncGenerator<string> {
  const told = { entries: 0, links: 0, unchained: 0 }
  yield json({
    journal: 'joinder journal 2', madeAt: madeAt.toISOString(), from: period.from?.toISOString() ?? null,
    until: period.until?.toISOString() ?? null, key: signer.key, publicKey: signer.publicKey,
  })
  const numbers = await numbersOf(db, period)
  if (numbers) {
    let after = await endBefore(db, numbers.first)
    for (let links = linksAtOnce; links === linksAtOnce && after < numbers.last;) {
      links = 0
      for await (const each of walkChain(db, after, linksAtOnce)) {
        if (typeof each === 'string') {
          yield each
          continue
        }
        yield linkLine(each)
        ;[after, links] = [each.upto, links + 1]
        told.links += 1
        told.entries += each.entries
        if (after >= numbers.last) break
      }
    }
    for await (const line of entryLines(db, after, numbers.last)) {
      told.unchained += 1
      yield line
    }
  }
  yield json({ end: told })
}

/** Where the last batch ends that lies whole before an entry. */
async function endBefore(db: Db, first: number): Promise<number> {
  const before = await db.selectFrom('journal_chain').select('upto').where('upto', '<', first).orderBy('upto', 'desc').limit(1)
    .executeTakeFirst()
  return before?.upto ?? 0
}

/** The same as bytes in pieces that are worth sending. */
export async function* exportBytes(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let piece: string[] = []
  for await (const line of lines) {
    if (piece.push(line) < 500) continue
    yield Buffer.from(piece.join(''))
    piece = []
  }
  if (piece.length) yield Buffer.from(piece.join(''))
}

/** Writes down that the journal leaves the house, and for which period. */
export const noteExport = (ctx: Ctx, { from, until }: Period): Promise<void> =>
  record(ctx, 'journal.exported', null, { ...(from && { from: from.toISOString() }), ...(until && { until: until.toISOString() }) })
