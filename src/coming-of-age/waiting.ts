import { birthdayOf, daysAfter, daysToConfirm } from '#guardians/birthdays.ts'
import { listRepresentations } from '#guardians/representations.ts'
import { listCapacities } from '#mandates/revoke.ts'
import { isAdultOn, legalZone } from '#participants/age.ts'
import { listParticipations, type KnownParticipation, type KnownPerson } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'

/** A participation that a parent or guardian signed for, and whose person is 18 and has not signed yet. */
export interface Waiting {
  participation: KnownParticipation
  /** The last day (`YYYY-MM-DD`) on which signing keeps it: 60 days after the birthday, or after the day it was asked if that was later. */
  until: string
}

/** Which living participations of a person wait for the own signature (domain 9.2, `confirm_at_18`); none of who is under 18. */
export async function listWaiting(ctx: Pick<Ctx, 'db' | 'now'>, { personId, birthDate }: Pick<KnownPerson, 'personId' | 'birthDate'>): Promise<Waiting[]> {
  if (!isAdultOn(birthDate, dayIn(legalZone, ctx.now))) return []
  const [participations, capacities, representations] = await Promise.all([
    listParticipations(ctx, [personId]), listCapacities(ctx, [personId]), listRepresentations(ctx, [personId]),
  ])
  const asked = [
    ...capacities.flatMap(({ revoked }) => (revoked?.reason === 'came-of-age' ? [revoked.at] : [])),
    ...representations.flatMap(({ end }) => (end?.reason === 'came-of-age' ? [end.endedAt] : [])),
  ].map((at) => dayIn(legalZone, at))
  const from = [birthdayOf(birthDate, 18), ...asked].toSorted().at(-1)!
  return participations.filter(({ end }) => !end).filter(({ claim, round }) => {
    const signed = capacities.filter((each) => each.claim === claim && each.round === round)
    return signed.length > 0 && signed.every(({ signedBy }) => signedBy !== 'self')
  }).map((participation) => ({ participation, until: daysAfter(from, daysToConfirm) }))
}
