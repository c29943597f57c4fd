import { legalZone } from '#participants/age.ts'
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
interface Part { personId: string; claim: string; round: number }

/** All that the standings of some persons follow from but their birth dates: a fixed number of queries, at once, whatever their number. */
export async function groundsOf(reader: Reader, ids: readonly string[]) {
  const [participations, suspensions, hindrances, merged, others] = await Promise.all([
    listParticipations(reader, ids), listSuspensions(reader, ids), listHindrances(reader, ids), listMerged(reader, ids),
    signedByOthers(reader, ids),
  ])
  return { today: dayIn(legalZone, reader.now), participations, suspended: new Set(suspensions.map(({ personId }) => personId)), hindrances,
    merged, others }
}

/** Where some persons stand in every claim they joined, today, oldest first. */
export function standingsOf({ today, participations, suspended, hindrances, merged, others }: Awaited<ReturnType<typeof groundsOf>>,
  people: readonly Born[]): Standing[] {
  const born = new Map(people.map(({ personId, birthDate }) => [personId, birthDate]))
  const newest = new Map(participations.map((each) => [`${each.personId}/${each.claim}`, each]))
  return [...newest.values()].flatMap((each): Standing[] => {
    const birthDate = born.get(each.personId)
    const same = (other: Part) => other.personId === each.personId && other.claim === each.claim && other.round === each.round
    return birthDate === undefined ? [] : [{
      personId: each.personId, claim: each.claim, round: each.round, reference: each.reference, joinedAt: each.joinedAt,
      successFee: each.successFee.choice,
      state: stateOf({
        end: each.end, suspended: suspended.has(each.personId), ...groundsIn(hindrances, each), merged: merged.some(same),
        birthDate, today, signedByOthersOnly: others.some(same),
      }),
    }]
  })
}

/** Participations for which somebody else signed and the person has not signed since. */
async function signedByOthers({ db }: Reader, personIds: readonly string[]): Promise<Part[]> {
  if (!personIds.length) return []
  return db.selectFrom('mandate').innerJoin('signature', (on) => on.onRef('signature.person_id', '=', 'mandate.person_id')
    .onRef('signature.id', '=', 'mandate.signature_id'))
    .select(['mandate.person_id as personId', 'mandate.claim', 'mandate.round']).where('mandate.person_id', 'in', personIds)
    .groupBy(['mandate.person_id', 'mandate.claim', 'mandate.round'])
    .having((q) => q.fn.agg<boolean>('bool_and', [q('signature.signatory', '<>', 'self')]), '=', true).execute()
}
