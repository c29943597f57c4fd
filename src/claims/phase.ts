import { phasesBeforeJudgment, type ClaimFacts } from './bundle.ts'

/** Whether anybody can take part by now: not while a claim is a draft or only announced. */
export const hasOpened = ({ phase }: Pick<ClaimFacts, 'phase'>): boolean => phase !== 'draft' && phase !== 'pre_registration'

/** Whether people can sign up in the phase the claim is in: from `open` up to and including the phase its settings name. */
export function acceptsSignUps(claim: Pick<ClaimFacts, 'phase' | 'signUpsUntil'>): boolean {
  const now = phasesBeforeJudgment.findIndex((phase) => phase === claim.phase)
  return now >= 0 && now <= phasesBeforeJudgment.indexOf(claim.signUpsUntil)
}
