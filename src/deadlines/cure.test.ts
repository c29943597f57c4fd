import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { cureTerm } from './cure.ts'
import { dutchHolidays } from './dutch-holidays.ts'
import { lastDayToAskReview, workingDaysAfter, workingDayUntil } from './working-days.ts'

const isWorkingDay = (day: string) => {
  const date = Temporal.PlainDate.from(day)
  return date.dayOfWeek < 6 && !dutchHolidays(date.year).has(day)
}

describe('the time to mend what is wrong (AD-04, 9.8, DL-01, DL-04, DL-09)', () => {
  test.each([
    ['a Monday, 30 days later a Wednesday', '2026-11-23', 30, '2026-12-23', '2026-12-16'],
    ['the last day would be First Christmas Day, a Friday', '2026-11-25', 30, '2026-12-28', '2026-12-21'],
    ['the last day would be a Sunday', '2026-10-02', 30, '2026-11-02', '2026-10-26'],
    ['a week earlier is a holiday: the desk looks before it', '2026-04-08', 30, '2026-05-08', '2026-05-01'],
    ['a week earlier is Ascension Day', '2026-04-21', 30, '2026-05-21', '2026-05-13'],
  ])('%s', (_, sentOn, days, dueOn, internalDueOn) =>
    expect(cureTerm(sentOn, days)).toEqual({ rule: 'AD-04', calendar: 'nl', dueOn, internalDueOn }),
  )

  test('an extension adds to the days, not to a last day that was moved', () => {
    expect([cureTerm('2026-11-25', 30).dueOn, cureTerm('2026-11-25', 44).dueOn]).toEqual(['2026-12-28', '2027-01-08'])
  })

  test('is never shorter than its days, ends on a working day, and the desk looks on a working day before it (property)', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 6000 }), fc.integer({ min: 14, max: 120 }), (at, days) => {
      const sent = Temporal.PlainDate.from('2024-01-01').add({ days: at })
      const { dueOn, internalDueOn } = cureTerm(sent.toString(), days)
      expect(dueOn >= sent.add({ days }).toString()).toBe(true)
      expect([isWorkingDay(dueOn), isWorkingDay(internalDueOn), internalDueOn < dueOn]).toEqual([true, true, true])
    }))
  })
})

describe('working days', () => {
  test('five after the Friday before Christmas', () => expect(workingDaysAfter('2026-12-18', 5)).toBe('2026-12-28'))
  test('none after a day is that day', () => expect(workingDaysAfter('2026-12-19', 0)).toBe('2026-12-19'))
  test('the last before Easter Monday is Thursday', () => expect(workingDayUntil('2026-04-06')).toBe('2026-04-02'))
  test('a review may be asked for 6 weeks long', () => expect(lastDayToAskReview('2026-11-13')).toBe('2026-12-28'))
})
