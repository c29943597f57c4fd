import { describe, expect, test } from 'vitest'
import { dutchHolidays } from './dutch-holidays.ts'
import { lastDayToWithdraw } from './withdrawal.ts'

describe('the withdrawal period (MO-03, art. 6:230o BW)', () => {
  test('concluded on 1 July 2026, the last day is 15 July 2026', () => expect(lastDayToWithdraw('2026-07-01')).toBe('2026-07-15'))
  test('a period that would end on a Sunday ends on Monday', () => expect(lastDayToWithdraw('2026-11-15')).toBe('2026-11-30'))
  test('a period that would end on Christmas Day ends after both days and the weekend', () => expect(lastDayToWithdraw('2026-12-11'))
    .toBe('2026-12-28'))
  test('a period that would end on Good Friday ends on Tuesday after Easter', () => expect(lastDayToWithdraw('2026-03-20'))
    .toBe('2026-04-07'))
})

describe('recognised holidays (DL-09, art. 3 Algemene termijnenwet)', () => {
  test('2026', () => expect([...dutchHolidays(2026)].sort()).toEqual(
    ['2026-01-01', '2026-04-03', '2026-04-06', '2026-04-27', '2026-05-05', '2026-05-14', '2026-05-25', '2026-12-25', '2026-12-26']))
  test("King's Day moves to Saturday when 27 April is a Sunday", () => expect(dutchHolidays(2025).has('2025-04-26')).toBe(true))
})
