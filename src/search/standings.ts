import { isAdultOn, legalZone } from '#participants/age.ts'
import { groundsIn, listHindrances } from '#participants/hindrances.ts'
import { listMerged } from '#participants/merged.ts'
import { listParticipations } from '#participants/queries.ts'
import { stateOf, type ParticipationState } from '#participants/state.ts'
import { listSuspensions } from '#guardians/suspensions.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'

/** Where the newest participation of a person in a claim stands. */
export interface Standing {
  personId: string
  claim: string
  round: number
  reference: string
  joinedAt: Date
  successFee: 'fixed' | 'percent'
  state: ParticipationState
}

type Reader = Pick<Ctx, 'db' | 'now'>
interface Born { personId: string; birthDate: string }

/** Where some persons stand in every claim they joined, today; a fixed number of queries, whatever their number. Oldest first. */
export async function listStandings(reader: Reader, people: readonly Born[]): Promise<Standing[]> {
  const ids = people.map(({ personId }) => personId)
  const today = dayIn(legalZone, reader.now)
  const adults = people.filter(({ birthDate }) => isAdultOn(birthDate, today)).map(({ personId }) => personId)
  const [participations, suspensions, hindrances, merged, others] = await Promise.all([
    listParticipations(reader, ids), listSuspensions(reader, ids), listHindrances(reader, ids), listMerged(reader, ids),
    signedByOthers(reader, adults),
  ])
  const suspended = new Set(suspensions.map(({ personId }) => personId))
  const born = new Map(people.map(({ personId, birthDate }) => [personId, birthDate]))
  const newest = new Map(participations.map((each) => [`${each.personId}/${each.claim}`, each]))
  return [...newest.values()].map((each) => {
    const same = (other: { personId: string; claim: string; round: number }) =>
      other.personId === each.personId && other.claim === each.claim && other.round === each.round
    return {
      personId: each.personId, claim: each.claim, round: each.round, reference: each.reference, joinedAt: each.joinedAt,
      successFee: each.successFee.choice,
      state: stateOf({
        end: each.end, suspended: suspended.has(each.personId), ...groundsIn(hindrances, each), merged: merged.some(same),
        birthDate: born.get(each.personId)!, today, signedByOthersOnly: others.some(same),
      }),
    }
  })
}

/** Participations for which somebody else signed and the person has not signed since. */
async function signedByOthers({ db }: Reader, personIds: readonly string[]): Promise<{ personId: string; claim: string; round: number }[]> {
  if (!personIds.length) return []
  return db.selectFrom('mandate').innerJoin('signature', (on) => on.onRef('signature.person_id', '=', 'mandate.person_id')
    .onRef('signature.id', '=', 'mandate.signature_id'))
    .select(['mandate.person_id as personId', 'mandate.claim', 'mandate.round']).where('mandate.person_id', 'in', personIds)
    .groupBy(['mandate.person_id', 'mandate.claim', 'mandate.round'])
    .having((q) => q.fn.agg<boolean>('bool_and', [q('signature.signatory', '<>', 'self')]), '=', true).execute()
}
