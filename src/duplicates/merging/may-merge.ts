import { listRepresentations } from '#guardians/representations.ts'
import { listSuspensions } from '#guardians/suspensions.ts'
import type { Proposal } from '#organisers/four-eyes/proposals.ts'
import { isAdultOn, legalZone } from '#participants/age.ts'
import { listPersons } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { findStanding } from './merges.ts'

/** Who counts under whom: `personId` goes on under `intoId`. */
export interface Merging { personId: string; intoId: string }

/** Whom a proposal is about. */
export const mergingOf = ({ subject }: Proposal): Merging => ({ personId: String(subject['personId']), intoId: String(subject['intoId']) })

/**
 * Whether two persons may be made one. Refused: `merge-erased` where one was erased or asked to be, `merge-suspended` while it is disputed
 * whose sign-up one is or who acts for a child, `merge-family` where one acts or acted for the other, `merge-child-and-adult`,
 * `merged-already` where one of them counts under somebody else.
 */
export async function mayMerge(ctx: Pick<Ctx, 'db' | 'vault' | 'now'>, { personId, intoId }: Merging) {
  const two = [personId, intoId]
  const persons = await listPersons(ctx, two)
  const erased = await ctx.db.selectFrom('erasure_request').select('person_id').where('person_id', 'in', two).execute()
  if (personId === intoId || persons.length < 2 || erased.length) return refused('merge-erased')
  const suspended = (await listSuspensions(ctx, two)).some(({ reason }) => reason === 'identity-disputed' || reason === 'custody-objection')
  if (suspended) return refused('merge-suspended')
  const family = await listRepresentations(ctx, two)
  if (family.some((each) => two.includes(each.representativeId))) return refused('merge-family')
  const today = dayIn(legalZone, ctx.now)
  const [one, other] = persons.map(({ birthDate }) => isAdultOn(birthDate, today))
  if (one !== other) return refused('merge-child-and-adult')
  if ((await findStanding(ctx, personId)) || (await findStanding(ctx, intoId))) return refused('merged-already')
  return done()
}
