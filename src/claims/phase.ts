import { phasesBeforeJudgment, type ClaimFacts } from './bundle.ts'

/** Whether people can sign up in the phase the claim is in: from `open` up to and including the phase its settings name. */
export function acceptsSignUps(claim: Pick<ClaimFacts, 'phase' | 'signUpsUntil'>): boolean {
  const now = phasesBeforeJudgment.findIndex((phase) => phase === claim.phase)
  return now >= 0 && now <= phasesBeforeJudgment.indexOf(claim.signUpsUntil)
}
