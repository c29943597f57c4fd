import type { ClaimFacts, FeeChoice } from './bundle.ts'

/** The part of a claim's money terms that decides the success fee. */
export type SuccessTerms = Pick<ClaimFacts['money'], 'successFixed' | 'successPercent'> &
  Partial<Pick<ClaimFacts['money'], 'successRounding'>>

/**
 * The success fee in cents over what a person receives in cents (SF-01). Never more than that amount, nothing over nothing.
 * Throws when an amount is not whole cents: that is a fault of the caller, not an answer.
 */
export function successFee(choice: FeeChoice, gross: number, terms: SuccessTerms): number {
  wholeCents(gross)
  if (choice === 'fixed') return Math.min(terms.successFixed, gross)
  const hundredths = BigInt(gross) * BigInt(terms.successPercent)
  const rounding = terms.successRounding === 'nearest' ? 50n : 0n
  return Number((hundredths + rounding) / 100n)
}

/**
 * The amount in cents from which the percentage costs at least as much as the fixed fee; below it the percentage is cheaper.
 * `undefined` when the percentage is 0: then it never does.
 */
export function breakEven(terms: SuccessTerms): number | undefined {
  if (terms.successPercent === 0) return undefined
  const enough = terms.successRounding === 'nearest' ? terms.successFixed * 100 - 50 : terms.successFixed * 100
  return Math.max(0, Math.ceil(enough / terms.successPercent))
}

function wholeCents(amount: number): void {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not an amount in whole cents: ${amount}`)
}
