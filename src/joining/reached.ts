import type { Draft } from './queries.ts'
import type { Step } from './steps.ts'

/**
 * What the journal says of a step that was answered: in which claim, and the step where it was reached for the first time since the joining
 * began (who gives details at once has also said for whom). Only of joinings: who signs anew is no one that the form could lose.
 */
export function reached({ claim, purpose, answers: { screens } }: Pick<Draft, 'claim' | 'purpose' | 'answers'>, step: Step) {
  const seen = (which: Step) => screens.some(({ screen }) => screen === which)
  if (purpose !== 'join' || seen(step) || (step === 'who' && seen('details'))) return { claim }
  return { claim, reached: step === 'details' && !seen('who') ? 'who details' : step }
}
