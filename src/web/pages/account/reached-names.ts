import { may } from '#accounts/may.ts'
import type { KnownPerson } from '#participants/queries.ts'
import { reachOf, type Participant } from './account-layout.tsx'

/** Who takes part with the address of the account themselves (`own`), about whose money it has a say (`paid`), and the names of all. */
export async function findReachedNames(visit: Participant) {
  const reached = await reachOf(visit)
  const persons = (list: typeof reached): KnownPerson[] => list.map(({ person }) => person)
  return {
    own: persons(reached.filter((each) => each.as === 'self')), paid: persons(reached.filter((each) => may(each, 'change-bank-account'))),
    nameOf: (personId: string) => reached.find(({ person }) => person.personId === personId)?.person.legalName ?? '',
  }
}
