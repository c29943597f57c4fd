import type { Subject } from '#archives/subjects.ts'
import { listRepresentations } from '#guardians/representations.ts'
import { ageOn, dataRightsFrom, legalZone } from '#participants/age.ts'
import { listPersons } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/id.ts'

/**
 * A participant about whose data the desk may decide, as `findSubject` answers it for an account: for a child under 16 its representative
 * asks and is answered, from 16 it is the child (SE-08). `email` is empty where no address is known. Undefined for nobody and for whoever
 * was erased.
 */
export async function findDeskSubject(reader: Pick<Ctx, 'db' | 'vault' | 'now'>, personId: string): Promise<Subject | undefined> {
  if (!isId(personId)) return undefined
  const [person] = await listPersons(reader, [personId])
  if (!person) return undefined
  const age = ageOn(person.birthDate, dayIn(legalZone, reader.now))
  const own = { personId, name: person.legalName, language: person.language, age }
  const acting = age < dataRightsFrom ? (await listRepresentations(reader, [personId])).find(({ end }) => !end) : undefined
  if (!acting) return { ...own, as: 'self', askedBy: personId, email: person.email ?? '' }
  const [parent] = await listPersons(reader, [acting.representativeId])
  return { ...own, as: acting.relation, askedBy: acting.representativeId, email: parent?.email ?? '' }
}
