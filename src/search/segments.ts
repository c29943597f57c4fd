import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { listObjections } from '#participants/objections.ts'
import { termsOfFilter, type Filter } from './filter.ts'
import { look, placesOf } from './look.ts'

type Reader = Pick<Ctx, 'db' | 'vault'>

/** How many fit a filter, exactly: reads as many entries of the index as fit its terms, under a second for a million people. */
export async function countSegment({ db, vault }: Reader, filter: Filter): Promise<number> {
  const [first, ...others] = termsOfFilter(vault, filter)
  const { from, below } = placesOf(filter)
  const counted = first === undefined ? sql`search_person c where true` : sql`search_term c where c.term = ${first}::bigint`
  const fits = others.map((term) => sql`and exists (select from search_term o where o.term = ${term}::bigint and o.place = c.place)`)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${counted}
    and c.place >= ${from}::bigint and c.place < ${below}::bigint ${sql.join(fits, sql` `)}`.execute(db)
  return rows[0]?.n ?? 0
}

/**
 * Some of those who fit, spread over the whole time in which people joined, so that it shows more than the newest: at most `n`, each once,
 * newest first.
 */
export async function sampleSegment(reader: Reader, filter: Filter, n: number): Promise<string[]> {
  const terms = termsOfFilter(reader.vault, filter)
  const { from, below } = placesOf(filter)
  const ends = await Promise.all([false, true].map((rising) => look(reader, { terms, from, below, rising }, { limit: 1 })))
  const [newest, oldest] = ends.map(({ found, brokeOffAt }) => found[0]?.place ?? brokeOffAt)
  if (!newest || !oldest || n < 1) return []
  const [top, bottom] = [BigInt(newest), BigInt(oldest)]
  const found = new Map<string, bigint>()
  for (let at = 0; at < n; at += 1) {
    const below = top + 1n - ((top - bottom) * BigInt(at)) / BigInt(n)
    const { found: [one] } = await look(reader, { terms, from, below: below.toString() }, { limit: 1 })
    if (one) found.set(one.personId, BigInt(one.place))
  }
  if (found.size < n) {
    const { found: rest } = await look(reader, { terms, from, below }, { limit: n })
    for (const { personId, place } of rest) if (found.size < n) found.set(personId, BigInt(place))
  }
  return withoutObjecting(reader, [...found].sort(([, a], [, b]) => (a < b ? 1 : -1)).map(([personId]) => personId))
}

/**
 * Walks through all who fit, newest first: some of their ids, and where the next call goes on (`after`); undefined when nobody is left. A
 * call does a bounded amount of work and may answer fewer than `limit`, even none, with an `after`. Who joins meanwhile is not among them.
 */
export async function walkSegment(reader: Reader, filter: Filter, after: string | undefined,
  limit: number): Promise<{ personIds: string[]; after: string | undefined }> {
  const terms = termsOfFilter(reader.vault, filter)
  const all = placesOf(filter)
  const { found, brokeOffAt } = await look(reader, { terms, ...all, below: after ?? all.below }, { limit })
  const personIds = await withoutObjecting(reader, found.map(({ personId }) => personId))
  return { personIds, after: found.length === limit ? found.at(-1)!.place : brokeOffAt }
}

/** Who objects has no term of a filter, but joined on a day like everybody: a period alone would hold them (UAVG 37, GD-09). */
async function withoutObjecting(reader: Reader, personIds: string[]): Promise<string[]> {
  const objecting = new Set((await listObjections(reader, personIds)).map(({ personId }) => personId))
  return personIds.filter((id) => !objecting.has(id))
}
