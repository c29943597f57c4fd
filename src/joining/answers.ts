import type { Person, Usage } from '#participants/admit.ts'
import type { AcceptedText, GivenSignature, Screen } from '#mandates/signing-record.ts'

/** For whom somebody joins. Unanswered means for themselves. */
export type ForWhom = 'self' | 'children' | 'both'

/** What somebody has answered so far. Kept as one sealed value; progress is computed from it, never stored. */
export interface Answers {
  name: string
  email: string
  statement: Stated
  /** How the address was proven: by a code of this joining, or by signing in to the account it is done from. */
  code?: { sentAt?: string; provenAt: string; attempts?: number }
  who?: ForWhom
  /** What was chosen in words, where it is only for children: it corrects a statement of own use. */
  onlyChildren?: { sentence: string; at: string }
  /** Of the person who signs. `usage` only when that person joins as well. */
  details?: Omit<Person, 'email'> & { usage?: Usage }
  children?: Child[]
  /**
   * The declaration of authority: a statement for each child in their order, and the sentence that was ticked under them (MI-02, SG-07).
   */
  declared?: { statements: string[]; sentence: string; at: string }
  agreed?: Agreed
  signature?: GivenSignature & ForEach & { over: string }
  /** The screens in the order they were answered, for the evidence record (SG-04). */
  screens: { screen: Screen; at: string }[]
  /** Who joined by this draft; known once it is submitted. */
  joined?: string[]
}

/** For whom was signed: a sentence for each person in their order. The record of a person holds only its own. */
export interface ForEach { each?: string[] }

/** A child as its representative gives it. The address is that of the representative. */
export interface Child {
  legalName: string
  birthDate: string
  usage: Usage
  relation: 'parent' | 'guardian'
  authority: 'joint' | 'sole' | 'guardianship'
  /** The other parent: named if the representative wishes, invited if an address is given (SG-07). */
  otherParent?: { name: string; email?: string | undefined } | undefined
}

/** What was stated and ticked on the first form, with the versions of the texts beside the tick. */
export interface Stated {
  sentence: string
  terms: string
  texts: { kind: string; version: string; sha256: string }[]
  at: string
}

export interface Agreed {
  texts: AcceptedText[]
  successFee: { choice: 'fixed' | 'percent'; sentence: string }
  startEarly: { asked: boolean; sentence: string }
  at: string
}
