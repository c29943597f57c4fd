import type { Person } from '#participants/admit.ts'
import { listPersons } from '#participants/queries.ts'
import { ageOn, legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { termsOfFilter, type Filter } from './filter.ts'
import { look, placesOf, rarestFirst, survey, type Seen } from './look.ts'
import { readingsOf, type Reading } from './readings.ts'
import { groundsOf, standingsOf, type Standing } from './standings.ts'
import { lockedAmong } from './subjects.ts'

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

export interface Sought {
  /** Who is shown, in the order of the list. */
  ids: string[]
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

export interface Asked {
  text?: string | undefined
  filter: Filter
  after?: string | undefined
  before?: string | undefined
  limit?: number
}

/**
 * No count of a page goes further: whoever needs more narrows, or counts a segment. Where several things must hold, each costs a look-up.
 */
const countedUpTo = (terms: readonly string[]) => (terms.length > 1 ? 200 : 1000)

const isPlace = (text: string | undefined): text is string => text !== undefined && /^\d{1,19}$/.test(text) && BigInt(text) < 2n ** 63n - 1n

/**
 * Finds participants by what was typed and what the list is narrowed by, newest first; `after` and `before` are places as an earlier page
 * answered them. Reads of nobody more than is shown; who was erased is not found.
 */
export async function seek(reader: Reader, { text = '', filter, after, before, limit = 50 }: Asked): Promise<Sought> {
  const all = placesOf(filter)
  const [rising, paged] = [isPlace(before), isPlace(before) || isPlace(after)]
  const range = isPlace(before) ? { ...all, from: (BigInt(before) + 1n).toString() } : isPlace(after) ? { ...all, below: after } : all
  const { reading, terms } = await readAs(reader, { text, narrowed: termsOfFilter(reader.vault, filter), range, rising })
  if (reading === 'none') return { ids: [], count: { n: 0, more: false }, reading, older: undefined, newer: undefined, brokeOff: false }
  const most = countedUpTo(terms)
  const seen = await look(
    reader,
    { terms, ...range, rising },
    { limit: limit + 1, count: paged ? limit + 1 : most + 1, rarestIsFirst: true },
  )
  const shown = seen.found.slice(0, limit)
  if (rising) shown.reverse()
  return {
    ids: shown.map(({ personId }) => personId),
    count: paged ? undefined : { n: Math.min(seen.fit, most), more: seen.fit > most || seen.brokeOffAt !== undefined },
    reading, ...neighbours(seen, shown, { limit, rising, paged }),
    brokeOff: !rising && seen.brokeOffAt !== undefined && shown.length < limit,
  }
}

/** The same with the people themselves. */
export async function find(reader: Reader, asked: Asked): Promise<Sought & { people: FoundPerson[] }> {
  const sought = await seek(reader, asked)
  return { ...sought, people: await listFound(reader, sought.ids) }
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

interface Read { text: string; narrowed: readonly string[]; range: { from: string; below: string }; rising: boolean }

/**
 * The first way to read the text under which anybody is known, the likeliest where there is none; and its terms with those of the filter,
 * the rarest first. All ways are looked at in one query.
 */
async function readAs(
  reader: Reader,
  { text, narrowed, range, rising }: Read,
): Promise<{ reading: Reading | 'none' | undefined; terms: string[] }> {
  const typed = text.trim() !== ''
  const readings = typed ? readingsOf(reader.vault, text) : []
  if (typed && !readings.length) return { reading: 'none', terms: [] }
  const asked = [...new Set([...narrowed, ...readings.flatMap(({ terms }) => terms)])]
  if (readings.length < 2 && asked.length < 2) return { reading: readings[0], terms: asked }
  const surveyed = await survey(reader, { terms: asked, ...range, rising })
  const known = new Set(surveyed.filter((each) => each.known).map(({ term }) => term))
  const reading = readings.find(({ terms }) => terms.every((term) => known.has(term))) ?? readings[0]
  const wanted = new Set([...narrowed, ...reading?.terms ?? []])
  return { reading, terms: rarestFirst(surveyed.filter(({ term }) => wanted.has(term)), rising) }
}

/** These persons as lines of the list, in the order given; who was erased or locked meanwhile is left out. */
export async function listFound(reader: Reader, personIds: readonly string[]): Promise<FoundPerson[]> {
  if (!personIds.length) return []
  const [all, flags, grounds, locked] = await Promise.all([
    listPersons(reader, personIds),
    reader.db.selectFrom('participant_flag').select(['person_id', 'flag']).where('person_id', 'in', personIds).orderBy('flag').execute(),
    groundsOf(reader, personIds), lockedAmong(reader, personIds),
  ])
  const people = all.filter(({ personId }) => !locked.has(personId))
  const standings = standingsOf(grounds, people)
  const today = dayIn(legalZone, reader.now)
  return people.map(({ personId, legalName, birthDate, address, admittedAt }) => ({
    personId, name: legalName, birthYear: birthDate.slice(0, 4), age: ageOn(birthDate, today), ...placeIn(address), joinedAt: admittedAt,
    standings: standings.filter((each) => each.personId === personId),
    flags: flags.filter((each) => each.person_id === personId).map(({ flag }) => flag),
  }))
}

const placeIn = ({ city, country }: Person['address']) => ({ city, country })
