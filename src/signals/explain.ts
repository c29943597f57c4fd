import { ageOn } from '#participants/age.ts'
import { isDisposable, limits, weights, type Code } from './settings.ts'

/** A sign of abuse with the figures it rests on. Figures are counts and limits, never a value of the person. */
export interface Signal { code: Code; weight: number; figures: Record<string, number> }

/** What is known of a person when the signs are computed. */
export interface Known {
  email: string | undefined
  birthDate: string
  /** `YYYY-MM-DD`, the day of the newest joining. */
  joinedOn: string | undefined
  /** `YYYY-MM`, the earliest month of use that was told. */
  usedFrom: string | undefined
  /** Whole seconds from the first form to the signature. */
  signedIn: number | undefined
  /** How many people, the person among them, share each; `shared` of a bank account counts different addresses. */
  sharing: { block: number; stem: number; mailbox: number; iban: number }
  refusedMails: number
}

/** The signs of abuse of one person (AD-05), the heaviest first. Pure: the same facts give the same signs. */
export function explain({ email, birthDate, joinedOn, usedFrom, signedIn, sharing, refusedMails }: Known): Signal[] {
  const found: Signal[] = []
  const tell = (code: Code, figures: Record<string, number>) => found.push({ code, weight: weights[code], figures })
  if (sharing.block >= limits.burst) tell('burst', { people: sharing.block, minutes: 60 })
  if (sharing.stem >= limits.numbered) tell('numbered-addresses', { people: sharing.stem })
  if (sharing.mailbox >= limits.aliases) tell('alias-addresses', { people: sharing.mailbox })
  if (email !== undefined && isDisposable(email)) tell('disposable-domain', {})
  if (joinedOn !== undefined && ageOn(birthDate, joinedOn) > limits.age) tell('impossible-age', { limit: limits.age })
  if (usedFrom !== undefined && ageOn(birthDate, `${usedFrom}-28`) < limits.youngest) tell('used-as-infant', { limit: limits.youngest })
  if (sharing.iban >= limits.iban) tell('shared-iban', { people: sharing.iban })
  if (signedIn !== undefined && signedIn < limits.seconds) tell('fast-signing', { seconds: signedIn, limit: limits.seconds })
  if (refusedMails >= limits.refused) tell('mail-refused', { mails: refusedMails })
  return found.toSorted((one, other) => other.weight - one.weight)
}

/**
 * What a decision rests on: each code with the order of magnitude of its count, so that a crowd that doubles is new and one more is not.
 */
export type Facts = Record<string, number>
export const factsOf = (signals: readonly Signal[]): Facts =>
  Object.fromEntries(
    signals.map(({ code, figures }) => [code, Math.floor(Math.log2(Math.max(1, figures['people'] ?? figures['mails'] ?? 1)))]),
  )

/** Whether there is something to look at that no earlier decision rested on. */
export const isNewTo = (decided: Facts | undefined, signals: readonly Signal[]): boolean =>
  Object.entries(factsOf(signals)).some(([code, size]) => decided?.[code] === undefined || size > decided[code])
