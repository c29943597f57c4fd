import type { KnownParticipation } from './queries.ts'
import { ageOn, dataRightsFrom, isAdultOn } from './age.ts'

/**
 * States that end nothing. A child is in one of the two named after its age from then on. Who is excluded, or merged into the record of the
 * same human being, still has an agreement that may be ended, and the decision may be taken back.
 */
const livingStates = ['active', 'needs-action', 'suspended', 'data-rights-own', 'confirm-at-18', 'excluded', 'merged'] as const
/** States in which nothing is done for somebody and nothing is asked of them, but that they may leave. */
const restingStates = ['suspended', 'excluded', 'merged'] as const
/** Where a participation may stand; nothing comes after the last two. Who joins again begins a new participation. */
export type ParticipationState = (typeof livingStates)[number] | 'withdrawn' | 'terminated'

/** What the state of a participation follows from; nothing of it is the state itself. */
export interface StateGround {
  end?: KnownParticipation['end']
  /** Some suspension of the person has not been lifted. */
  suspended: boolean
  /** The desk excluded the person from this claim and has not taken that back (AD-05). */
  excluded?: boolean
  /** A deficiency notice of this claim is open (AD-04). */
  needsAction?: boolean
  /** The record was merged into another one of the same human being, and has not been taken apart again (AD-03). */
  merged?: boolean
  /** `YYYY-MM-DD`, as is `today`, in the legal zone (MI-01). */
  birthDate: string
  today: string
  /** Somebody else signed for this participation, and its person has not signed since. */
  signedByOthersOnly: boolean
}

/** Where a participation stands (domain 9.2), computed from what is written down. `no-answer-at-18` is a termination with a reason. */
export function stateOf(ground: StateGround): ParticipationState {
  const { end, suspended, excluded = false, needsAction = false, merged = false, birthDate, today, signedByOthersOnly } = ground
  if (end) return end.kind === 'withdrawn' ? 'withdrawn' : 'terminated'
  if (merged) return 'merged'
  if (excluded) return 'excluded'
  if (suspended) return 'suspended'
  if (signedByOthersOnly && isAdultOn(birthDate, today)) return 'confirm-at-18'
  if (needsAction) return 'needs-action'
  return !isAdultOn(birthDate, today) && ageOn(birthDate, today) >= dataRightsFrom ? 'data-rights-own' : 'active'
}

/** Whether the participation has not ended. */
export const isLiving = (state: ParticipationState): boolean => (livingStates as readonly ParticipationState[]).includes(state)

/** Whether everything about the participation rests, and nothing is asked of its person. */
export const isResting = (state: ParticipationState): state is (typeof restingStates)[number] =>
  (restingStates as readonly ParticipationState[]).includes(state)
