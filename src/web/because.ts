import { isWordKey, type WordKey } from '#words/words.ts'

/** A reason for a refusal that has words in every language: the part after `because.` in src/words. */
export type Because = WordKey extends infer K ? (K extends `because.${infer Reason}` ? Reason : never) : never

/** Names a reason in a form schema, so that a reason without words does not compile. */
export const because = (reason: Because): Because => reason

export const isBecause = (reason: string): reason is Because => isWordKey(`because.${reason}`)
