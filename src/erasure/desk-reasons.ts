import * as casework from '#casework/reasons.ts'

/** Why the desk erases somebody: asked for (17), died, a child without anybody who represents it, signed up by somebody else, a test. */
export const deskReasons = ['asked', 'died', 'minor-without-parent', 'not-theirs', 'test-entry'] as const
export type DeskReason = (typeof deskReasons)[number]

/** How it came to the foundation; `found` where nobody asked. */
export const waysToAsk = [...casework.waysToAsk, 'found'] as const

/**
 * How the foundation made sure who asks (12(6)): as for any request, by the papers of a representative, or a certificate of death or
 * inheritance; `not-needed` where nobody asked.
 */
export const identityChecks = [...casework.identityChecks, 'representative', 'certificate', 'not-needed'] as const

/** How the foundation answers: by the receipt that is mailed, or by a letter it writes itself. */
export const waysToAnswer = ['mail', 'letter'] as const

/** Why what is locked has to stay locked, when somebody looks at it again (17(3), 18). */
export const lookReasons = ['claim-goes-on', 'dispute', 'books', 'law-asks'] as const
export type LookReason = (typeof lookReasons)[number]
