import { dayIn } from '#platform/clock.ts'
import { phasesBeforeJudgment, type ClaimFacts } from './bundle.ts'

/** The combined offer of several claims on a given moment. `until` is its last day, when that is known. */
export type CombinedOffer = { state: 'none' } | { state: 'running'; until?: string } | { state: 'lapsed'; until: string }

/** Whether people can sign up in the phase the claim is in: from `open` up to and including the phase its settings name. */
export function acceptsSignUps(claim: Pick<ClaimFacts, 'phase' | 'signUpsUntil'>): boolean {
  const now = phasesBeforeJudgment.findIndex((phase) => phase === claim.phase)
  return now >= 0 && now <= phasesBeforeJudgment.indexOf(claim.signUpsUntil)
}

/**
 * The combined offer ends on the day of its event and lapses by itself, also when nobody updates the page (MO-09).
 * The hour of the event is not recorded, so the whole day counts for the participant (6:238(2) BW).
 */
export function combinedOffer(claim: Pick<ClaimFacts, 'money' | 'timeline' | 'timeZone'>, at: Date): CombinedOffer {
  const event = claim.timeline.find(({ id }) => id === claim.money.combinedOfferEndsWith)
  if (!claim.money.combinedOfferEndsWith) return { state: 'none' }
  if (!event?.on) return { state: 'running' }
  return dayIn(claim.timeZone, at) <= event.on ? { state: 'running', until: event.on } : { state: 'lapsed', until: event.on }
}
