import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakEven, successFee, type SuccessTerms } from './success-fee.ts'

const terms: SuccessTerms = { successFixed: 5000, successPercent: 20 }
const amount = fc.integer({ min: 0, max: 1_000_000_000_00 })
const anyTerms = fc.record({
  successFixed: fc.integer({ min: 0, max: 1_000_000 }),
  successPercent: fc.integer({ min: 0, max: 100 }),
  successRounding: fc.constantFrom('down' as const, 'nearest' as const),
})
const choice = fc.constantFrom('fixed' as const, 'percent' as const)

describe('the success fee', () => {
  it.each([
    [0, 0, 0],
    [1, 1, 0],
    [4999, 4999, 999],
    [5000, 5000, 1000],
    [24999, 5000, 4999],
    [25000, 5000, 5000],
    [33333, 5000, 6666],
    [200000, 5000, 40000],
  ])('over %i cents is %i fixed or %i as a percentage (SF-02)', (gross, fixed, percent) => {
    expect(successFee('fixed', gross, terms)).toBe(fixed)
    expect(successFee('percent', gross, terms)).toBe(percent)
  })

  it('rounds to the nearest cent only where the terms say so (SF-01)', () => {
    expect(successFee('percent', 33333, { ...terms, successRounding: 'nearest' })).toBe(6667)
    expect(successFee('percent', 33332, { ...terms, successRounding: 'nearest' })).toBe(6666)
    expect(successFee('percent', 33333, { ...terms, successRounding: 'down' })).toBe(6666)
  })

  it('is whole cents, never below nothing and never above what is received (SF-02)', () => {
    fc.assert(
      fc.property(choice, amount, anyTerms, (chosen, gross, any) => {
        const fee = successFee(chosen, gross, any)
        expect(Number.isInteger(fee)).toBe(true)
        expect(fee).toBeGreaterThanOrEqual(0)
        expect(fee).toBeLessThanOrEqual(gross)
      }),
    )
  })

  it('never falls when more is received', () => {
    fc.assert(
      fc.property(choice, amount, amount, anyTerms, (chosen, a, b, any) => {
        expect(successFee(chosen, Math.min(a, b), any)).toBeLessThanOrEqual(successFee(chosen, Math.max(a, b), any))
      }),
    )
  })

  it('leaves the participant no worse off with more received', () => {
    fc.assert(
      fc.property(choice, amount, anyTerms, (chosen, gross, any) => {
        expect(gross + 1 - successFee(chosen, gross + 1, any)).toBeGreaterThanOrEqual(gross - successFee(chosen, gross, any))
      }),
    )
  })

  it('breaks on an amount that is not whole cents', () => {
    for (const wrong of [-1, 0.5, Number.NaN, Infinity]) expect(() => successFee('fixed', wrong, terms)).toThrow(RangeError)
  })
})

describe('the break-even', () => {
  it('of EUR 50 and 20 % lies at EUR 250 (SF-01)', () => expect(breakEven(terms)).toBe(25000))

  it('does not exist for a percentage of nothing', () => expect(breakEven({ successFixed: 5000, successPercent: 0 })).toBeUndefined())

  it('is the first amount whose percentage reaches the fixed fee', () => {
    fc.assert(
      fc.property(anyTerms, (any) => {
        const at = breakEven(any)
        if (at === undefined) return
        expect(successFee('percent', at, any)).toBeGreaterThanOrEqual(any.successFixed)
        if (at > 0) expect(successFee('percent', at - 1, any)).toBeLessThan(any.successFixed)
      }),
    )
  })
})
