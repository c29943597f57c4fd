/** The closed lists of grounds on which the desk decides; each has words in every language, for the desk and for the participant. */
export const suspendReasons = ['signals', 'identity-doubt', 'authority-doubt', 'court'] as const
export type SuspendReason = (typeof suspendReasons)[number]

export const liftReasons = ['settled', 'authority-shown', 'identity-shown', 'no-ground', 'court'] as const
export type LiftReason = (typeof liftReasons)[number]

/** `outside-group`: what 9.2 calls ineligible. `not-cured`: a deficiency notice ended without what was asked (AD-04). */
export const excludeReasons = ['false-identity', 'joined-twice', 'outside-group', 'no-authority', 'not-cured', 'abuse'] as const
export type ExcludeReason = (typeof excludeReasons)[number]

export const flagReasons = ['harmless', 'household', 'explained', 'followed-up'] as const
export type FlagReason = (typeof flagReasons)[number]

export const undoReasons = ['mistake', 'new-facts', 'upheld-on-review', 'court'] as const
export type UndoReason = (typeof undoReasons)[number]

export const strikeReasons = ['wrong-person', 'wrong', 'outdated', 'no-business'] as const
export type StrikeReason = (typeof strikeReasons)[number]

/** Why the sealed parts of a record have to be read. */
export const openingReasons = ['complaint', 'question', 'deficiency', 'signal', 'court', 'data-request', 'audit-sample', 'other'] as const
export type OpeningReason = (typeof openingReasons)[number]

/** What there is to do, and how many working days it may take where nobody chose another day. */
export const taskDays = {
  call: 2, write: 5, bounced: 5, 'check-papers': 5, 'check-mended': 5, 'more-time': 2, 'cure-over': 5, review: 15,
  'look-again': 10, other: 5,
} as const
export type TaskKind = keyof typeof taskDays
export const taskKinds = Object.keys(taskDays) as TaskKind[]
/** What a human gives; the program alone sees that a mail came back. */
export const givenKinds = taskKinds.filter((kind) => kind !== 'bounced')

/** How somebody asked that a decision is looked at again. */
export const waysToAskReview = ['account', 'mail', 'letter', 'phone'] as const
export type WayToAskReview = (typeof waysToAskReview)[number]

/** Why the desk corrects what is known about somebody who asked for it. */
export const correctionReasons = ['mistyped', 'name-changed', 'moved', 'papers-shown'] as const
export type CorrectionReason = (typeof correctionReasons)[number]

/** How somebody turned to the desk. */
export const waysToAsk = ['mail', 'letter', 'phone', 'visit'] as const
export type WayToAsk = (typeof waysToAsk)[number]

/** How the desk made sure who asked (art. 12(6)): by an address or number it knew before, or a document that was looked at and not kept. */
export const identityChecks = ['known-address', 'called-back', 'document-seen'] as const
export type IdentityCheck = (typeof identityChecks)[number]
