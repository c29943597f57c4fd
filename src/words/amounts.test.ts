import { describe, expect, test } from 'vitest'
import { centsOf } from './amounts.ts'

describe('an amount as people type it', () => {
  test.each([
    ['250', 25_000],
    ['0', 0],
    ['17,50', 1750],
    ['17.5', 1750],
    ['€ 17,50', 1750],
    ['1.000,50', 100_050],
    ['1,000.50', 100_050],
    ['1.000', 100_000],
    ['1,000', 100_000],
    ['1 000,5', 100_050],
    ['250,-', 25_000],
    ['EUR 80', 8000],
    ['1.234.567', 123_456_700],
    ["1'000.00", 100_000],
  ])('%s', (typed, cents) => expect(centsOf(typed)).toBe(cents))

  test.each(['', '-5', 'abc', '1,00,000', '1.000.50,1', '1.0000', '12,345,67', '1e5', '10000000,01', '12.345.678', '٣٣', '.', ',50'])(
    'refuses %s',
    (typed) => expect(centsOf(typed)).toBeUndefined(),
  )
})
