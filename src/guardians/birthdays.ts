import { Temporal } from 'temporal-polyfill'

/** The birthdays that change something: own data rights (UAVG 5, GD-07) and civil capacity (art. 1:233 BW). */
export const turning = [16, 18] as const
export type Turning = (typeof turning)[number]

/** How many days before a birthday there is notice of it (AD-08). */
export const noticeDays = [60, 14, 0] as const
export type NoticeDays = (typeof noticeDays)[number]

/** Days after the 18th birthday within which the new adult can sign (domain 2.5, platform rule). */
export const daysToConfirm = 60

/** A day (`YYYY-MM-DD`) so many days later, or earlier. */
export const daysAfter = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

/**
 * The day (`YYYY-MM-DD`, legal zone) on which somebody reaches an age; it begins at 00:00 there. Who was born on 29 February has the
 * birthday on 1 March in years without that day (MI-01).
 */
export function birthdayOf(birthDate: string, age: number): string {
  const [year, month, day] = birthDate.split('-').map(Number) as [number, number, number]
  const leapDayIsMissing = month === 2 && day === 29 && !Temporal.PlainDate.from({ year: year + age, month: 2, day: 1 }).inLeapYear
  return Temporal.PlainDate.from(leapDayIsMissing ? { year: year + age, month: 3, day: 1 } : { year: year + age, month, day }).toString()
}

/** The birth dates of everybody who reaches an age on this day: one, or two on a 1 March, or none but that on a 29 February (MI-01). */
export function birthDatesReaching(age: number, day: string): string[] {
  const year = Number(day.slice(0, 4)) - age
  const same = [`${String(year).padStart(4, '0')}${day.slice(4)}`,
    ...(day.endsWith('-03-01') ? [`${String(year).padStart(4, '0')}-02-29`] : [])]
  return same.filter((birthDate) => exists(birthDate) && birthdayOf(birthDate, age) === day)
}

const exists = (day: string) => Number(day.slice(8)) <= Temporal.PlainYearMonth.from(day.slice(0, 7)).daysInMonth

/** The day of a notice before a birthday. */
export const noticeDay = (birthDate: string, age: Turning, before: NoticeDays): string => daysAfter(birthdayOf(birthDate, age), -before)

/**
 * How many days late a notice may still be given, for days on which nobody was running. That of the birthday itself has to be given; one
 * before it is left to the next.
 */
export const mayBeLate: Record<NoticeDays, number> = { 60: 10, 14: 10, 0: 60 }
