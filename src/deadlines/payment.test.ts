import { expect, test } from 'vitest'
import { lastDayToPay } from './payment.ts'

test.each([['2026-11-23', '2026-12-07'], ['2028-02-20', '2028-03-05'], ['2026-12-20', '2027-01-03']])('who joins on %s pays by %s',
  (joinedOn, by) => {
  expect(lastDayToPay(joinedOn)).toBe(by)
})
