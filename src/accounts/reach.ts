import { ageOn, isAdultOn, legalZone } from '#participants/age.ts'
import { listPersons, type KnownPerson } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'

/** Somebody whose file an account may see. */
export interface Reached {
  person: KnownPerson
  /** Joined or came in with the address of the account themselves, or is represented from it. */
  as: 'self' | 'parent' | 'guardian'
  /** The person of the account who represents; undefined for `self`. */
  representativeId: string | undefined
  /** Whole years today in the legal zone (MI-01). */
  age: number
}

/**
 * Whom a proven address reaches, in four queries whatever the number: who joined with it, and the children they represent. The say of a
 * parent or guardian ends at 00:00 of the 18th birthday, by the clock and not by a job; a representation that ended before reaches nobody.
 */
export async function listReached(reader: Pick<Ctx, 'db' | 'vault' | 'now'>, emailIndex: Buffer): Promise<Reached[]> {
  const { db, now } = reader
  const own = (await db.selectFrom('participant').select('person_id').where('email_index', '=', emailIndex).orderBy('admitted_at')
    .orderBy('person_id').execute())
    .map(({ person_id }) => person_id)
  if (!own.length) return []
  const represented = await db.selectFrom('representation').leftJoin('representation_end', (on) => on
    .onRef('representation_end.person_id', '=', 'representation.person_id')
      .onRef('representation_end.representative_id', '=', 'representation.representative_id'))
    .select(['representation.person_id', 'representation.representative_id', 'relation'])
      .where('representation.representative_id', 'in', own)
    .where('representation_end.reason', 'is', null)
    // Whose data were locked stands in the list of legal holds and nowhere else (art. 18).
    .where((row) => row.not(row.exists(row.selectFrom('erasure_request').select('asked_at')
      .whereRef('erasure_request.person_id', '=', 'representation.person_id')))).orderBy('declared_at').orderBy('representation.person_id')
      .execute()
  const today = dayIn(legalZone, now)
  const persons = await listPersons(reader, [...own, ...represented.map(({ person_id }) => person_id).filter((id) => !own.includes(id))])
  return persons.flatMap((person): Reached[] => {
    const age = ageOn(person.birthDate, today)
    if (own.includes(person.personId)) return [{ person, as: 'self', representativeId: undefined, age }]
    if (isAdultOn(person.birthDate, today)) return []
    const { relation, representative_id } = represented.find(({ person_id }) => person_id === person.personId)!
    return [{ person, as: relation as 'parent' | 'guardian', representativeId: representative_id, age }]
  })
}

/** One person whom the address reaches; undefined for everybody else, whether they exist or not. */
export const findReached = async (reader: Pick<Ctx, 'db' | 'vault' | 'now'>, emailIndex: Buffer,
  personId: string): Promise<Reached | undefined> =>
  (await listReached(reader, emailIndex)).find(({ person }) => person.personId === personId)
