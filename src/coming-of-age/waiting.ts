import { birthdayOf, daysAfter, daysToConfirm } from '#guardians/birthdays.ts'
import { listRepresentations, type Representation } from '#guardians/representations.ts'
import { isSignedByOthersOnly } from '#mandates/queries.ts'
import { listCapacities, type KnownCapacity } from '#mandates/revoke.ts'
import { isAdultOn, legalZone } from '#participants/age.ts'
import { groundsIn, listHindrances } from '#participants/hindrances.ts'
import { listParticipations, type KnownParticipation, type KnownPerson } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'

/** A participation that a parent or guardian signed for, and whose person is 18 and has not signed yet. */
export interface Waiting {
  participation: KnownParticipation
  /** The last day (`YYYY-MM-DD`) on which signing keeps it. */
  until: string
}

/**
 * The last day (`YYYY-MM-DD`, legal zone) on which a new adult can sign: 60 days after the birthday, or after the day it was asked if that
 * was later (domain 2.5). Takes all capacities and representations of this one person.
 */
export function lastDayToSign(birthDate: string, capacities: readonly Pick<KnownCapacity, 'revoked'>[],
  representations: readonly Pick<Representation, 'end'>[]): string {
  const asked = [
    ...capacities.flatMap(({ revoked }) => (revoked?.reason === 'came-of-age' ? [revoked.at] : [])),
    ...representations.flatMap(({ end }) => (end?.reason === 'came-of-age' ? [end.endedAt] : [])),
  ].map((at) => dayIn(legalZone, at))
  return daysAfter([birthdayOf(birthDate, 18), ...asked].toSorted().at(-1)!, daysToConfirm)
}

/**
 * Which living participations of a person wait for the own signature (domain 9.2, `confirm_at_18`); none of who is under 18, and none from
 * which the desk excluded the person: nothing is asked there.
 */
export async function listWaiting(ctx: Pick<Ctx, 'db' | 'now'>, { personId, birthDate }: Pick<KnownPerson,
  'personId' | 'birthDate'>): Promise<Waiting[]> {
  if (!isAdultOn(birthDate, dayIn(legalZone, ctx.now))) return []
  const [participations, capacities, representations, hindrances] = await Promise.all([
    listParticipations(ctx, [personId]), listCapacities(ctx, [personId]), listRepresentations(ctx, [personId]),
    listHindrances(ctx, [personId]),
  ])
  const until = lastDayToSign(birthDate, capacities, representations)
  return participations.filter((each) => !each.end && !groundsIn(hindrances, each).excluded).filter(({ claim, round }) =>
    isSignedByOthersOnly(capacities.filter((each) => each.claim === claim && each.round === round)))
      .map((participation) => ({ participation, until }))
}
