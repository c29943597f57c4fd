import type { Person, Usage } from '#participants/admit.ts'
import type { AcceptedText, GivenSignature, Screen } from '#mandates/signing-record.ts'

/** What somebody has answered so far. Kept as one sealed value; progress is computed from it, never stored. */
export interface Answers {
  name: string
  email: string
  statement: Stated
  code?: { sentAt: string; provenAt: string; attempts: number }
  details?: Omit<Person, 'email'> & { usage: Usage }
  agreed?: Agreed
  signature?: GivenSignature & { over: string }
  /** The screens in the order they were answered, for the evidence record (SG-04). */
  screens: { screen: Screen; at: string }[]
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
