import { Temporal } from 'temporal-polyfill'
import { dutchHolidays, nextDutchWorkingDay } from './dutch-holidays.ts'

const isWorkingDay = (day: Temporal.PlainDate) => day.dayOfWeek < 6 && !dutchHolidays(day.year).has(day.toString())

/** The day (`YYYY-MM-DD`) some Dutch working days after another; that day itself is not counted (DL-09). */
export function workingDaysAfter(from: string, days: number): string {
  let day = Temporal.PlainDate.from(from)
  for (let counted = 0; counted < days;) {
    day = day.add({ days: 1 })
    if (isWorkingDay(day)) counted += 1
  }
  return day.toString()
}

/** The day itself (`YYYY-MM-DD`), or the last Dutch working day before it. */
export function workingDayUntil(on: string): string {
  let day = Temporal.PlainDate.from(on)
  while (!isWorkingDay(day)) day = day.subtract({ days: 1 })
  return day.toString()
}

/**
 * The last day (`YYYY-MM-DD`) to ask that somebody else looks at a decision of the desk again: 6 weeks after it was told, on a working day
 * (AD-04; the platform's own rule, counted as the Algemene termijnenwet counts).
 */
export const lastDayToAskReview = (toldOn: string): string =>
  nextDutchWorkingDay(Temporal.PlainDate.from(toldOn).add({ weeks: 6 })).toString()
