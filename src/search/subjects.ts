import type { Usage } from '#participants/admit.ts'
import { ageOn, isAdultOn, legalZone } from '#participants/age.ts'
import { listRepresentations } from '#guardians/representations.ts'
import { listMandates, type KnownMandate } from '#mandates/queries.ts'
import { listObjections } from '#participants/objections.ts'
import { isLiving } from '#participants/state.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Safe } from '#platform/vault.ts'
import type { AgeBand } from './filter.ts'
import { groundsOf, standingsOf, type Standing } from './standings.ts'
import type { Facet, Subject } from './terms.ts'

type Reader = Pick<Ctx, 'db' | 'vault' | 'now'>

/** Somebody to be listed: everything the person is found by, and when admitted. */
export interface Listed { personId: string; admittedAt: Date; subject: Subject }

/** Who asked to be erased, of whom what the law keeps is locked (art. 18): nobody is found by it. */
export const lockedAmong = async ({ db }: Pick<Ctx, 'db'>, personIds: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set(
    (await db.selectFrom('erasure_request').select('person_id').where('person_id', 'in', personIds).execute()).map((row) => row.person_id),
  )

/** Some persons with all they are found by; who was erased or is locked is not among them. A fixed number of queries. */
export async function listSubjects(reader: Reader, personIds: readonly string[]): Promise<Listed[]> {
  if (!personIds.length) return []
  const { db, vault } = reader
  const [rows, representations, mandates, flags, usages, grounds, locked, objections] = await Promise.all([
    db.selectFrom('participant').selectAll().where('person_id', 'in', personIds).execute(), listRepresentations(reader, personIds),
    listMandates(reader, personIds),
    db.selectFrom('participant_flag').select(['person_id', 'flag']).where('person_id', 'in', personIds).execute(),
    db.selectFrom('participation').select(['person_id', 'usage', 'reference']).where('person_id', 'in', personIds).execute(),
    groundsOf(reader, personIds), lockedAmong(reader, personIds),
    listObjections(reader, personIds),
  ])
  const acting = representations.filter(({ end }) => end === undefined)
  const parents = acting.length ? await db.selectFrom('participant').select(['person_id', 'email'])
    .where('person_id', 'in', acting.map(({ representativeId }) => representativeId)).execute() : []
  const safes = await vault.findAll(db, [...new Set([...personIds, ...parents.map((row) => row.person_id)])])
  const people = rows.flatMap((row) => {
    const safe = safes.get(row.person_id)
    return safe && !locked.has(row.person_id)
      ? [{ ...row, safe, personId: row.person_id, birthDate: safe.text('participant.birth_date', row.birth_date) }]
      : []
  })
  const standings = standingsOf(grounds, people)
  const today = dayIn(legalZone, reader.now)
  return people.map((row): Listed => {
    const { personId, safe, birthDate } = row
    const of = <Row extends { person_id: string }>(list: readonly Row[]) => list.filter((each) => each.person_id === personId)
    const represented = acting.filter((each) => each.personId === personId)
    const told = of(usages)
    return { personId, admittedAt: row.admitted_at, subject: {
      name: safe.text('participant.legal_name', row.legal_name), birthDate,
      emails: [[row, safe] as const, ...represented.flatMap(({ representativeId }) => parents
        .filter((parent) => parent.person_id === representativeId).map((parent) => [parent, safes.get(representativeId)] as const))]
        .flatMap(([{ email }, key]) => (email && key ? [key.text('participant.email', email)] : [])),
      postcode: (JSON.parse(safe.text('participant.address', row.address)) as { postcode: string }).postcode,
      references: told.map(({ reference }) => reference), accounts: told.flatMap(({ usage }) => accountsIn(safe, usage)),
      // Found when asked for by name, but in no list that is drawn up (UAVG 37, GD-09).
      facets: objections.some((each) => each.personId === personId) ? [] : facetsOf({
        country: row.country, language: row.language, age: ageBandOf(birthDate, today),
        represented: represented.length > 0 && !isAdultOn(birthDate, today), flags: of(flags).map(({ flag }) => flag),
        standings: standings.filter((each) => each.personId === personId)
          .map((standing) => ({ ...standing, sealed: isSealed(mandates, standing) })),
      }),
    } }
  })
}

const accountsIn = (safe: Safe, usage: Buffer) =>
  Object.values((JSON.parse(safe.text('participation.usage', usage)) as Usage).accounts)

/** Whether the newest mandate of a participation has its document. */
const isSealed = (mandates: readonly KnownMandate[], { personId, claim, round }: Standing): boolean =>
  mandates.find((each) => each.personId === personId && each.claim === claim && each.round === round)?.sealed !== undefined

/** The age band of a person on a day (`YYYY-MM-DD`, legal zone). It changes on three birthdays, when the person is listed anew. */
export function ageBandOf(birthDate: string, today: string): AgeBand {
  const age = ageOn(birthDate, today)
  return age >= 18 ? 'adult' : age >= 16 ? '16-17' : age >= 13 ? '13-15' : 'under-13'
}

/** What the list can be narrowed by, of one person; what belongs to a participation also together with its claim. */
export function facetsOf({ country, language, age, represented, flags, standings }: {
  country: string; language: string; age: AgeBand; represented: boolean; flags: readonly string[]
  standings: readonly (Pick<Standing, 'claim' | 'state' | 'successFee'> & { sealed: boolean })[]
}): (readonly [Facet, string])[] {
  return [
    ['country', country], ['language', language], ['age', age], ['represented', represented ? 'yes' : 'no'],
    ...flags.map((flag) => ['flag', flag] as const),
    ...standings.flatMap(({ claim, state, successFee, sealed }) => [['claim', claim] as const, ...([
      ['state', state], ['living', isLiving(state) ? 'living' : 'left'], ['fee', successFee], ['sealed', sealed ? 'yes' : 'no'],
    ] as const).flatMap(([name, value]) => [[name, value] as const, [`claim-${name}`, `${claim}/${value}`] as const])]),
  ]
}
