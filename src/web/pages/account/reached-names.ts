import type { KnownPerson } from '#participants/queries.ts'
import { reachOf, type Participant } from './account-layout.tsx'

/** Who takes part with the address of the account themselves (`own`), and the names of all whom it reaches. */
export async function findReachedNames(visit: Participant) {
  const reached = await reachOf(visit)
  const own: KnownPerson[] = reached.filter(({ as }) => as === 'self').map(({ person }) => person)
  return { own, nameOf: (personId: string) => reached.find(({ person }) => person.personId === personId)?.person.legalName ?? '' }
}
