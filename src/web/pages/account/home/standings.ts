import { may } from '#accounts/may.ts'
import type { Reached } from '#accounts/reach.ts'
import type { ClaimContent } from '#claims/queries.ts'
import { lastDayToSign } from '#coming-of-age/waiting.ts'
import { listFees, type KnownFee } from '#fees/queries.ts'
import { listNotices, type Notice } from '#deficiencies/notices.ts'
import { listRepresentations } from '#guardians/representations.ts'
import { listSuspensions, type Suspension } from '#guardians/suspensions.ts'
import { listOpenDrafts } from '#joining/queries.ts'
import { mayWithdraw, withdrawUntil } from '#leaving/withdrawal-term.ts'
import { holds } from '#mandates/holds.ts'
import { isSignedByOthersOnly, listMandates, type KnownMandate } from '#mandates/queries.ts'
import { listCapacities } from '#mandates/revoke.ts'
import { isStale, listSignedAs } from '#mandates/signed-as.ts'
import { isAdultOn, legalZone } from '#participants/age.ts'
import { groundsIn, listHindrances, type Hindrance } from '#participants/hindrances.ts'
import { listMerged } from '#participants/merged.ts'
import type { KnownParticipation } from '#participants/queries.ts'
import { stateOf, type ParticipationState } from '#participants/state.ts'
import { dayIn } from '#platform/clock.ts'
import { listNewestRefused } from '#platform/mail/refused.ts'
import { claimsOf, participationsOf, reachOf, type Participant } from '#web/pages/account/account-layout.tsx'

/** Where one participation of one person stands, with all that its page tells. */
export interface Standing {
  reached: Reached
  claim: ClaimContent
  participation: KnownParticipation
  state: ParticipationState
  /** Why and since when everything is on hold. */
  suspension: Suspension | undefined
  /** Since when the desk excluded the person here. */
  exclusion: Hindrance | undefined
  /** The deficiency notice that is open here (AD-04). */
  notice: Notice | undefined
  /** The last day to withdraw, while it is not over, for who may leave (MO-03, MI-02). */
  withdrawUntil: string | undefined
  /** The newest mandate of this round. */
  mandate: KnownMandate | undefined
  /** A parent or guardian signed and the participant has not yet. */
  signedByOthersOnly: boolean
  /** The last day to sign at 18: 60 days after the birthday, or after the day it was asked if that was later (domain 2.5). */
  confirmUntil: string
  /** Some capacity of this round lives, so that the foundation may act. */
  authorised: boolean
  fee: KnownFee | undefined
  /** Name or date of birth was corrected since the power of attorney was signed (SG-06). */
  stale: boolean
}

/** Everybody an account reaches and where each participation stands. */
export interface Household {
  reached: readonly Reached[]
  standings: readonly Standing[]
  fees: readonly KnownFee[]
  /** Persons for whom everything is on hold: nothing is asked of them. */
  suspended: ReadonlySet<string>
  drafts: Awaited<ReturnType<typeof listOpenDrafts>>
  /** Whose papers the mail server refused. */
  refused: readonly string[]
  claims: readonly ClaimContent[]
  today: string
}

/**
 * Reads all that the account's home tells: a fixed number of queries, whatever the number of persons,
 * claims and children; one more for who was signed for as a child, and one for whose name was corrected.
 */
export async function householdOf(visit: Participant): Promise<Household> {
  const { ctx } = visit
  const reached = inOrder(await reachOf(visit))
  const ids = reached.map(({ person }) => person.personId)
  const [participations, mandates, capacities, fees, suspensions, drafts, refused, claims, signedAs, hindrances,
    merged] = await Promise.all([
    participationsOf(visit), listMandates(ctx, ids), listCapacities(ctx, ids), listFees(ctx, ids), listSuspensions(ctx, ids),
    listOpenDrafts(ctx, ids), listNewestRefused(ctx.db, ids, 'sealed-copy'), claimsOf(visit),
    listSignedAs(ctx, ids), listHindrances(ctx, ids), listMerged(ctx, ids),
  ])
  const notices = hindrances.some(({ kind }) => kind === 'needs-action') ? await listNotices(ctx, ids) : []
  const today = dayIn(legalZone, ctx.now)
  const adults = reached.filter(({ person }) => isAdultOn(person.birthDate, today)).map(({ person }) => person.personId)
  const signedFor = adults.filter((id) => capacities.some(({ personId, signedBy }) => personId === id && signedBy !== 'self'))
  const representations = await listRepresentations(ctx, signedFor)
  const place = (personId: string) => ids.indexOf(personId)
  const standings = participations.toSorted((a, b) => place(a.personId) - place(b.personId)).flatMap((participation): Standing[] => {
    const { personId, claim: slug, round } = participation
    const claim = claims.find((each) => each.slug === slug)
    const of = reached.find(({ person }) => person.personId === personId)
    if (!claim || !of) return []
    const ofPerson = (each: { personId: string }) => each.personId === personId
    const same = (each: { personId: string; claim: string; round: number }) => ofPerson(each) && each.claim === slug && each.round === round
    const signed = capacities.filter(same)
    const suspension = suspensions.find(ofPerson)
    const here = hindrances.filter((each) => ofPerson(each) && each.claim === slug)
    const signedByOthersOnly = isSignedByOthersOnly(signed)
    const zone = claim.facts.timeZone
    const confirmUntil = lastDayToSign(of.person.birthDate, capacities.filter(ofPerson), representations.filter(ofPerson))
    return [
      {
        reached: of, claim, participation, suspension, signedByOthersOnly, confirmUntil,
        exclusion: here.find(({ kind }) => kind === 'excluded'),
        notice: notices.find(({ id }) => here.some((each) => each.kind === 'needs-action' && each.id === id)),
        state: stateOf({
          end: participation.end, suspended: suspension !== undefined, birthDate: of.person.birthDate, today,
          signedByOthersOnly, ...groundsIn(here, participation), merged: merged.some(same),
        }),
        withdrawUntil: may(of, 'leave') && mayWithdraw(participation, zone, ctx.now) ? withdrawUntil(participation, zone) : undefined,
        authorised: signed.some((capacity) => holds(capacity, of.person.birthDate, today)),
        mandate: mandates.find(same), fee: fees.find(same),
        stale: signedAs.some((each) => ofPerson(each) && each.claim === slug && isStale(each, of.person)),
      },
    ]
  })
  return { reached, standings, fees, suspended: new Set(suspensions.map(({ personId }) => personId)), drafts, refused, claims, today }
}

/** The account's own people as they came, then the children from the eldest on. */
const inOrder = (reached: readonly Reached[]): Reached[] => [
  ...reached.filter(({ as }) => as === 'self'),
  ...reached.filter(({ as }) => as !== 'self').toSorted((a, b) => a.person.birthDate.localeCompare(b.person.birthDate)),
]
