import type { ParticipationState } from './state.ts'

/** The states of domain 9.2 that exist: the last one of the way in, and those of taking part. */
export type State = 'signed' | ParticipationState

/** What domain 9.2 lets `active` do; it holds for a child in every age. A suspension takes nobody's right to leave (MO-03, MO-07). */
const ofActive = ['needs-action', 'suspended', 'excluded', 'merged', 'withdrawn', 'terminated'] as const
/** Where somebody stands again once a decision of the desk is taken back: as if it had never been, so in any state that goes on. */
const back = [
  'active', 'needs-action', 'data-rights-own', 'confirm-at-18', 'suspended', 'excluded', 'merged', 'withdrawn',
  'terminated',
] as const

/**
 * The moves of domain 9.2: what the acts, played in any order, are held to. A person enters `active` by submitting, and enters it as the
 * child of 16 that it is: 9.2 calls all three ages `active`, so signing and the end of a suspension may lead to each.
 */
const moves: Readonly<Record<State, readonly State[]>> = {
  'signed': ['active', 'data-rights-own'],
  'active': [...ofActive, 'data-rights-own', 'confirm-at-18'],
  'needs-action': [...ofActive, 'active', 'data-rights-own', 'confirm-at-18'],
  'data-rights-own': [...ofActive, 'confirm-at-18'],
  'confirm-at-18': [...ofActive, 'active'],
  'suspended': back,
  'excluded': back,
  'merged': back,
  'withdrawn': [],
  'terminated': [],
}

/** Whether a participation may go from one state to another in one step (domain 9.2). Staying is no move. */
export const mayMove = (from: State, to: State): boolean => moves[from].includes(to)
