/**
 * What may be wrong with a participation, and where the participant mends it; each has words in every language, for the desk and in plain
 * words for the participant (AD-04). `other` is only what the desk adds in its own words.
 */
export const defects = {
  'name-mismatch': 'details', 'birth-date-impossible': 'details', 'address-incomplete': 'details', 'representative-unclear': 'write',
  'account-missing': 'usage', 'period-unclear': 'usage', 'evidence-unreadable': 'write', 'other': 'write',
} as const satisfies Record<string, 'details' | 'usage' | 'write'>
export type Defect = keyof typeof defects
export const defectCodes = Object.keys(defects) as Defect[]

export const extensionReasons = ['asked', 'illness', 'waits-for-papers', 'holiday', 'our-delay'] as const
/** `outcome-taken-back`: the term began anew, because how it ended was taken back; nobody chooses it. */
export type ExtensionReason = (typeof extensionReasons)[number] | 'outcome-taken-back'

/** How a notice may end, each with its grounds. */
export const outcomes = {
  'cured': ['mended', 'shown'], 'not-cured': ['no-answer', 'not-enough'], 'withdrawn': ['our-mistake', 'not-needed'],
} as const
export type CureOutcome = keyof typeof outcomes
export type OutcomeReason = (typeof outcomes)[CureOutcome][number]

/** The outcome that a ground belongs to; each belongs to one. */
export const outcomeOf = (reason: OutcomeReason): CureOutcome =>
  (Object.keys(outcomes) as CureOutcome[]).find((outcome) => (outcomes[outcome] as readonly string[]).includes(reason))!
