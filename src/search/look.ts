import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { legalZone } from '#participants/age.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Filter } from './filter.ts'
import { placeAt } from './relist.ts'

type Reader = Pick<Ctx, 'db'>

/** What is looked for: who has all these terms and stands between two places, newest first; or, `rising`, the other way round. */
export interface Looking {
  terms: readonly string[]
  /** The lowest place that counts, and the first above all that do. */
  from: string
  below: string
  rising?: boolean
}

interface FoundAt { personId: string; place: string }

export interface Seen {
  /** Who was found, in the order of looking, at most as many as asked for. */
  found: FoundAt[]
  /** How many fit, counted no further than asked. */
  fit: number
  /** The last place that was looked at where looking broke off before it was through; the next look begins behind it. */
  brokeOffAt: string | undefined
}

interface Most {
  limit: number
  /** How far to count those who fit. */
  count?: number
  /** The caller knows which of the terms is the rarest. */
  rarestIsFirst?: boolean
}

/** So many places of the rarest term are looked at in one go: a bound on the work whatever is asked for, far above what names need. */
export const mostLookedAt = 8000
/** So many of them first: where the terms meet often, they fill the page. */
const firstLookedAt = 500
/** The rarest of several terms is told by where its so-manieth place lies: no counting. */
const sample = 200

/** The places of a period of joining: whole days in the legal zone. Without one, all. */
export function placesOf({ from, to }: Pick<Filter, 'from' | 'to'>): { from: string; below: string } {
  const start = (day: Temporal.PlainDate) => placeAt(new Date(day.toZonedDateTime(legalZone).epochMilliseconds)).toString()
  return {
    from: from ? start(Temporal.PlainDate.from(from)) : '0',
    below: to ? start(Temporal.PlainDate.from(to).add({ days: 1 })) : '9223372036854775807',
  }
}

/**
 * Walks the list along the rarest term and asks of its places which have the other terms too. All of it are look-ups in one index: a page
 * of one term reads as many entries as it shows, one of several terms at most `mostLookedAt` times their number.
 */
export async function look(reader: Reader, looking: Looking, { limit, count = limit, rarestIsFirst = false }: Most): Promise<Seen> {
  const sorted = rarestIsFirst || looking.terms.length < 2
  const terms = sorted ? looking.terms : rarestFirst(await survey(reader, looking), looking.rising ?? false)
  if (terms.length < 2) {
    const { found, fit } = await lookAt(reader, { ...looking, terms }, { limit, count, entries: count })
    return { found, fit, brokeOffAt: undefined }
  }
  const first = await lookAt(reader, { ...looking, terms }, { limit, count, entries: firstLookedAt })
  if (first.fit >= count || first.last === undefined) return { found: first.found, fit: first.fit, brokeOffAt: undefined }
  const beyond = looking.rising ? { from: (BigInt(first.last) + 1n).toString() } : { below: first.last }
  const rest = await lookAt(reader, { ...looking, ...beyond, terms },
    { limit, count: count - first.fit, entries: mostLookedAt - firstLookedAt })
  const fit = first.fit + rest.fit
  return { found: [...first.found, ...rest.found].slice(0, limit), fit, brokeOffAt: fit < count ? rest.last : undefined }
}

interface Stretch { limit: number; count: number; entries: number }

/** Looks at the next places of the first term. `last`: where it stopped, if there may be more behind it. */
async function lookAt(reader: Reader, { terms: [rarest, ...others], from, below, rising }: Looking, { limit, count, entries }: Stretch) {
  const inOrder = rising ? sql`order by place` : sql`order by place desc`
  const range = sql`place >= ${from}::bigint and place < ${below}::bigint`
  const walked = rarest === undefined
    ? sql`select place from search_person where ${range} ${inOrder} limit ${sql.lit(entries)}`
    : sql`select place from search_term where term = ${rarest}::bigint and ${range} ${inOrder} limit ${sql.lit(entries)}`
  // Places that are in hand already are looked up in one go, neighbours together; nothing may make it read the other term as a whole.
  const fitting = others.reduce((places, term) =>
    sql`select place from search_term where term = ${term}::bigint and place = any(array(${places}))`, walked)
  const counted = others.length ? sql`${fitting} ${inOrder} limit ${sql.lit(count)}` : walked
  const last = others.length ? sql`(select place from (${walked}) walked offset ${sql.lit(entries - 1)})` : sql`null`
  const { rows } = await sql<{ personId: string | null; place: string; fit: number | null; last: string | null }>`
    select p.person_id as "personId", shown.place::text as place, fit, ${last}::text as last
    from (select) once left join (select place, count(*) over ()::int as fit from (${counted}) fitting
      ${inOrder} limit ${sql.lit(limit)}) shown on true
    left join search_person p on p.place = shown.place ${rising ? sql`order by shown.place` : sql`order by shown.place desc`}`
    .execute(reader.db)
  const found = rows.flatMap(({ personId, place }) => (personId === null ? [] : [{ personId, place }]))
  return { found, fit: rows[0]?.fit ?? 0, last: rows[0]?.last ?? undefined }
}

/** What is known of a term: whether anybody has it, and how far its first places reach, which tells how rare it is here. */
export interface Surveyed { term: string; known: boolean; reach: bigint | undefined }

/**
 * Looks at some terms at once: whether anybody at all has each, and where its two-hundredth place of the range lies. One of fewer has no
 * reach; the further apart the places of a term lie, the rarer it is there. Nothing is counted.
 */
export async function survey({ db }: Reader, { terms, from, below, rising }: Looking): Promise<Surveyed[]> {
  if (!terms.length) return []
  const { rows } = await sql<{ term: string; known: boolean; reach: string | null }>`select asked.term::text as term,
      (select true from search_term s where s.term = asked.term limit 1) is not null as known,
      (select place from search_term s where s.term = asked.term and s.place >= ${from}::bigint and s.place < ${below}::bigint
        order by s.place ${rising ? sql`` : sql`desc`} offset ${sql.lit(sample)} limit 1)::text as reach
    from unnest(${terms}::bigint[]) as asked (term)`.execute(db)
  return rows.map(({ term, known, reach }) => ({ term, known, reach: reach === null ? undefined : BigInt(reach) }))
}

/** The terms with the rarest first. */
export function rarestFirst(surveyed: readonly Surveyed[], rising: boolean): string[] {
  const further = (a: bigint, b: bigint) => (a === b ? 0 : (a < b) === rising ? 1 : -1)
  return surveyed.toSorted(({ reach: a }, { reach: b }) => (a === undefined ? -1 : b === undefined ? 1 : further(a, b)))
    .map(({ term }) => term)
}
