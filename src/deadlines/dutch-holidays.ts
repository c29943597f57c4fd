import { Temporal } from 'temporal-polyfill'

/** Easter Sunday of a year in the Gregorian calendar (Meeus/Jones/Butcher). */
function easter(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return Temporal.PlainDate.from({ year, month, day: ((h + l - 7 * m + 114) % 31) + 1 })
}

function kingsDay(year: number): Temporal.PlainDate {
  const day = Temporal.PlainDate.from({ year, month: 4, day: 27 })
  return day.dayOfWeek === 7 ? day.subtract({ days: 1 }) : day
}

/** The recognised holidays of art. 3 Algemene termijnenwet, as `YYYY-MM-DD` (DL-09). */
export function dutchHolidays(year: number): ReadonlySet<string> {
  const known = holidays.get(year)
  if (known) return known
  const made = reckoned(year)
  holidays.set(year, made)
  return made
}
const holidays = new Map<number, ReadonlySet<string>>()

function reckoned(year: number): ReadonlySet<string> {
  const sunday = easter(year)
  const fixed = ['01-01', '05-05', '12-25', '12-26'].map((day) => `${year}-${day}`)
  const movable = [-2, 1, 39, 50].map((days) => sunday.add({ days }).toString())
  return new Set([...fixed, ...movable, kingsDay(year).toString()])
}

/** The day itself, or the next that is no Saturday, Sunday or recognised holiday (art. 1 Algemene termijnenwet). */
export function nextDutchWorkingDay(date: Temporal.PlainDate): Temporal.PlainDate {
  let day = date
  while (day.dayOfWeek > 5 || dutchHolidays(day.year).has(day.toString())) day = day.add({ days: 1 })
  return day
}
