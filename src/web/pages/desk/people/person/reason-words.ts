import type { DecisionKind } from '#casework/decisions/decisions.ts'
import { excludeReasons, flagReasons, liftReasons, suspendReasons } from '#casework/reasons.ts'
import { outcomes } from '#deficiencies/defects.ts'
import type { T } from '#words/words.ts'

/** The grounds of each kind of decision, in the order in which a form shows them. */
export const reasonsOf = {
  'suspend': suspendReasons, 'lift': liftReasons, 'exclude': excludeReasons, 'resolve-flag': flagReasons,
  'conclude': [...outcomes.cured, ...outcomes['not-cured'], ...outcomes.withdrawn],
} as const

type ReasonKey = { [K in DecisionKind]: `desk.reason.${K}.${(typeof reasonsOf)[K][number]}` }[DecisionKind]

/** A coded ground in words of the desk. */
export const reasonWords = (t: T, kind: DecisionKind, reason: string): string => t(`desk.reason.${kind}.${reason}` as ReasonKey)
