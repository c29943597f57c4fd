import { listDealings } from '#casework/dealings.ts'
import { findOpening, noteLook } from '#casework/open-record.ts'
import { listPersons, type KnownPerson } from '#participants/queries.ts'
import { relist } from '#search/relist.ts'
import { isId } from '#platform/id.ts'
import { goTo, type Answer } from '#web/answer.ts'
import { may } from '#web/pages/desk/desk-layout.tsx'
import { isLocked, type Desk } from '#web/pages/desk/people/person/case-file.ts'
import { personLink } from '#web/pages/desk/people/person/who.ts'

/**
 * The person named in the path, whose record is opened by that, as the journal tells; undefined where there is none, or the person was
 * erased or locked (art. 18).
 */
export async function subjectOf(visit: Desk): Promise<KnownPerson | undefined> {
  const { person: id } = visit.params
  if (!isId(id)) return undefined
  const [[person], dealings] = await Promise.all([listPersons(visit.ctx, [id]), listDealings(visit.ctx, id)])
  if (!person || isLocked(dealings)) return undefined
  await noteLook(visit.ctx, id)
  return person
}

/** Why and until when the sealed parts of a record are open to this organiser, who must still be in a role that may read them. */
export const openingOf = async (visit: Desk, personId: string) =>
  (may(visit, 'people.read') ? findOpening(visit.ctx, personId, visit.organiser.personId) : undefined)

/** Back to the record, which says what was done. */
export const doneAt = (visit: Desk, personId: string, what: string): Answer => goTo(personLink(visit, personId, `?done=${what}`))

/** The same after what changes where somebody stands: the list of people shows it at once. */
export async function changedAt(visit: Desk, personId: string, what: string): Promise<Answer> {
  await relist(visit.ctx, personId)
  return doneAt(visit, personId, what)
}
