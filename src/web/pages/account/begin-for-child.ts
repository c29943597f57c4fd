import type { Reached } from '#accounts/reach.ts'
import { isSuspended } from '#guardians/suspensions.ts'
import { listRepresentations } from '#guardians/representations.ts'
import type { Purpose } from '#joining/queries.ts'
import { isTurnedRound } from '#participants/given.ts'
import type { Usage } from '#participants/admit.ts'
import { dayIn } from '#platform/clock.ts'
import { again, type Answer } from '#web/answer.ts'
import type { Participant } from './account-layout.tsx'
import { beginFor } from './begin.ts'

/** A representative begins for a child that is known: it stands in the list of children already, with what was told of its use. */
export async function beginForChild(visit: Participant, { person, representativeId }: Reached,
  { purpose, usage }: { purpose: Purpose; usage: Usage }, said: { sentence: string; terms: string }): Promise<Answer> {
  const { ctx, claim } = visit
  if (await isSuspended(ctx, person.personId)) return again({ '': 'child-suspended' })
  if (isTurnedRound(usage, dayIn(claim.facts.timeZone, ctx.now))) return again({ until: 'period-turned-round' })
  if (usage.from < person.birthDate.slice(0, 7)) return again({ from: 'period-before-birth' })
  const by = (await listRepresentations(ctx, [person.personId])).find((each) => each.representativeId === representativeId && !each.end)
  if (!by) throw new Error(`nobody of this account acts for ${person.personId}`)
  const { relation, authority } = by
  const child = { legalName: person.legalName, birthDate: person.birthDate, usage, relation, authority }
  return beginFor(visit, { personId: by.representativeId, purpose, who: 'children', children: [child] }, said)
}
