import type { KnownPerson } from '#participants/queries.ts'
import { reachOf, type Participant } from './account-layout.tsx'

/** Who takes part with the address of the account themselves (`own`), whom it reaches altogether, and their names. */
export async function findReachedNames(visit: Participant) {
  const reached = await reachOf(visit)
  const persons = (list: typeof reached): KnownPerson[] => list.map(({ person }) => person)
  return {
    own: persons(reached.filter((each) => each.as === 'self')), all: persons(reached),
    nameOf: (personId: string) => reached.find(({ person }) => person.personId === personId)?.person.legalName ?? '',
  }
}
