import type { KnownParticipation } from './queries.ts'
import { ageOn, dataRightsFrom, isAdultOn } from './age.ts'

/** States on the way in. A draft is `abandoned` once it was left for 30 days (SE-07). */
export const draftStates = ['started', 'email-verified', 'details-complete', 'agreements-accepted', 'signed', 'abandoned'] as const
export type DraftState = (typeof draftStates)[number]

/** States in which somebody takes part. A child is in one of the two named after its age from then on. */
export const livingStates = ['active', 'suspended', 'data-rights-own', 'confirm-at-18'] as const
/** States after which nothing comes. Who joins again begins a new participation. */
export const endStates = ['withdrawn', 'terminated'] as const
export type ParticipationState = (typeof livingStates)[number] | (typeof endStates)[number]
export type State = DraftState | ParticipationState

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

/** What has been answered on the way in. */
export interface DraftGround { confirmed: boolean; details: boolean; agreed: boolean; signed: boolean; abandoned?: boolean }

/** Where a draft stands: the first answer that is missing decides. */
export function draftStateOf({ confirmed, details, agreed, signed, abandoned = false }: DraftGround): DraftState {
  if (abandoned) return 'abandoned'
  if (!confirmed) return 'started'
  if (!details) return 'email-verified'
  if (!agreed) return 'details-complete'
  return signed ? 'signed' : 'agreements-accepted'
}

/** What domain 9.2 lets `active` do; it holds for a child in every age. A suspension takes nobody's right to leave (MO-03, MO-07). */
const ofActive = ['suspended', 'withdrawn', 'terminated'] as const

/**
 * The moves of domain 9.2 between the states that exist. A person enters `active` by submitting, and enters it as the child of
 * 16 that it is: 9.2 calls all three ages `active`, so signing and the end of a suspension may lead to each.
 */
const moves: Readonly<Record<State, readonly State[]>> = {
  'started': ['email-verified', 'abandoned'],
  'email-verified': ['details-complete', 'abandoned'],
  'details-complete': ['agreements-accepted', 'abandoned'],
  'agreements-accepted': ['signed', 'abandoned'],
  'signed': ['active', 'data-rights-own', 'abandoned'],
  'abandoned': [],
  'active': [...ofActive, 'data-rights-own', 'confirm-at-18'],
  'data-rights-own': [...ofActive, 'confirm-at-18'],
  'confirm-at-18': [...ofActive, 'active'],
  'suspended': ['active', 'data-rights-own', 'confirm-at-18', 'withdrawn', 'terminated'],
  'withdrawn': [],
  'terminated': [],
}

/** Whether a participation may go from one state to another in one step (domain 9.2). Staying is no move. */
export const mayMove = (from: State, to: State): boolean => moves[from].includes(to)

/** Whether somebody takes part in this state. */
export const isLiving = (state: State): boolean => (livingStates as readonly State[]).includes(state)
