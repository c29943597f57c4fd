import type { Person } from '#participants/admit.ts'
import { listPersons } from '#participants/queries.ts'
import { ageOn, legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { termsOfFilter, type Filter } from './filter.ts'
import { areKnown, look, placesOf, type Seen } from './look.ts'
import { readingsOf, type Reading } from './readings.ts'
import { listStandings, type Standing } from './standings.ts'

type Reader = Pick<Ctx, 'db' | 'vault' | 'now'>

/** A line of the list, ready to show. */
export interface FoundPerson {
  personId: string
  name: string
  birthYear: string
  age: number
  city: string
  country: string
  joinedAt: Date
  standings: Standing[]
  flags: string[]
}

export interface Found {
  people: FoundPerson[]
  /** How many fit; with `more`, at least so many. Undefined on later pages. */
  count: { n: number; more: boolean } | undefined
  /** How the text was read; undefined where nothing was typed. `none`: nothing in it can be looked for. */
  reading: Reading | 'none' | undefined
  /** Leads to the next page of older ones, or of newer ones. */
  older: string | undefined
  newer: string | undefined
  /** Looking broke off before the page was full: `older` goes on from there. */
  brokeOff: boolean
}

export interface Asked { text?: string | undefined; filter: Filter; after?: string | undefined; before?: string | undefined; limit?: number }

/** No count goes further: whoever needs more narrows, or counts a segment. */
export const countedUpTo = 1000

const isPlace = (text: string | undefined): text is string => text !== undefined && /^\d{1,19}$/.test(text) && BigInt(text) < 2n ** 63n - 1n

/**
 * Finds participants by what was typed and what the list is narrowed by, newest first; `after` and `before` are places as an earlier page
 * answered them. Reads of nobody more than is shown; who was erased is not found.
 */
export async function find(reader: Reader, { text = '', filter, after, before, limit = 50 }: Asked): Promise<Found> {
  const reading = text.trim() === '' ? undefined : await readAs(reader, text)
  const nobody: Found = { people: [], count: { n: 0, more: false }, reading, older: undefined, newer: undefined, brokeOff: false }
  if (reading === 'none') return nobody
  const terms = [...new Set([...reading?.terms ?? [], ...termsOfFilter(reader.vault, filter)])]
  const all = placesOf(filter)
  const [rising, paged] = [isPlace(before), isPlace(before) || isPlace(after)]
  const range = isPlace(before) ? { ...all, from: (BigInt(before) + 1n).toString() } : isPlace(after) ? { ...all, below: after } : all
  const seen = await look(reader, { terms, ...range, rising },
    { limit: limit + 1, count: paged ? limit + 1 : countedUpTo + 1 })
  const shown = seen.found.slice(0, limit)
  if (rising) shown.reverse()
  const { older, newer } = neighbours(seen, shown, { limit, rising, paged })
  return {
    people: await listFound(reader, shown.map(({ personId }) => personId)),
    count: paged ? undefined : { n: Math.min(seen.fit, countedUpTo), more: seen.fit > countedUpTo || seen.brokeOffAt !== undefined },
    reading, older, newer, brokeOff: !rising && seen.brokeOffAt !== undefined && shown.length < limit,
  }
}

function neighbours({ found, brokeOffAt }: Seen, shown: readonly { place: string }[],
  { limit, rising, paged }: { limit: number; rising: boolean; paged: boolean }) {
  const more = found.length > limit
  const [first, last] = [shown[0]?.place, shown.at(-1)?.place]
  return {
    older: rising || more ? last : brokeOffAt,
    newer: rising ? (more ? first : undefined) : paged ? first : undefined,
  }
}

/** The first way to read the text under which anybody is known; the likeliest where there is none. */
async function readAs(reader: Reader, text: string): Promise<Reading | 'none'> {
  const readings = readingsOf(reader.vault, text)
  for (const reading of readings.slice(0, -1)) if (await areKnown(reader, reading.terms)) return reading
  return readings.at(-1) ?? 'none'
}

/** These persons as lines of the list, in the order given; who was erased meanwhile is left out. */
export async function listFound(reader: Reader, personIds: readonly string[]): Promise<FoundPerson[]> {
  if (!personIds.length) return []
  const [people, flags] = await Promise.all([
    listPersons(reader, personIds),
    reader.db.selectFrom('participant_flag').select(['person_id', 'flag']).where('person_id', 'in', personIds).orderBy('flag').execute(),
  ])
  const standings = await listStandings(reader, people)
  const today = dayIn(legalZone, reader.now)
  return people.map(({ personId, legalName, birthDate, address, admittedAt }) => ({
    personId, name: legalName, birthYear: birthDate.slice(0, 4), age: ageOn(birthDate, today), ...placeIn(address), joinedAt: admittedAt,
    standings: standings.filter((each) => each.personId === personId),
    flags: flags.filter((each) => each.person_id === personId).map(({ flag }) => flag),
  }))
}

const placeIn = ({ city, country }: Person['address']) => ({ city, country })
