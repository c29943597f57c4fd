import type { KnownParticipation } from './queries.ts'
import { ageOn, dataRightsFrom, isAdultOn } from './age.ts'

/** States in which somebody takes part. A child is in one of the two named after its age from then on. */
const livingStates = ['active', 'suspended', 'data-rights-own', 'confirm-at-18'] as const
/** Where a participation may stand; nothing comes after the last two. Who joins again begins a new participation. */
export type ParticipationState = (typeof livingStates)[number] | 'withdrawn' | 'terminated'

/** What the state of a participation follows from; nothing of it is the state itself. */
export interface StateGround {
  end?: KnownParticipation['end']
  /** Some suspension of the person has not been lifted. */
  suspended: boolean
  /** `YYYY-MM-DD`, as is `today`, in the legal zone (MI-01). */
  birthDate: string
  today: string
  /** Somebody else signed for this participation, and its person has not signed since. */
  signedByOthersOnly: boolean
}

/** Where a participation stands (domain 9.2), computed from what is written down. `no-answer-at-18` is a termination with a reason. */
export function stateOf({ end, suspended, birthDate, today, signedByOthersOnly }: StateGround): ParticipationState {
  if (end) return end.kind === 'withdrawn' ? 'withdrawn' : 'terminated'
  if (suspended) return 'suspended'
  if (signedByOthersOnly && isAdultOn(birthDate, today)) return 'confirm-at-18'
  return !isAdultOn(birthDate, today) && ageOn(birthDate, today) >= dataRightsFrom ? 'data-rights-own' : 'active'
}

/** Whether somebody takes part in this state. */
export const isLiving = (state: ParticipationState): boolean => (livingStates as readonly ParticipationState[]).includes(state)
