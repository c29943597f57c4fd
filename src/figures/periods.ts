import { addDays, daysBetween } from '#platform/days.ts'

/** How far back the overview looks. */
export const periods = ['14', '90', 'all'] as const
export type Period = (typeof periods)[number]

/** The first day of a period that ends today; undefined: from the beginning. */
export const firstDayOf = (period: Period, today: string): string | undefined =>
  period === 'all' ? undefined : addDays(today, 1 - Number(period))

export type Span = 'day' | 'week' | 'month' | 'year'

/** What one column of a picture stands for, so that there are never more than about thirty. */
export function spanOf(from: string, until: string): Span {
  const days = daysBetween(from, until) + 1
  if (days <= 31) return 'day'
  return days <= 217 ? 'week' : days <= 930 ? 'month' : 'year'
}

/** Monday of a week. */
const mondayOf = (day: string) => addDays(day, -((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7))

/** The first day of the span in which a day lies. */
function spanStart(span: Span, day: string): string {
  if (span === 'day') return day
  if (span === 'week') return mondayOf(day)
  return span === 'month' ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`
}

/** The starts of all spans between two days, also of those in which nothing happened. */
export function spansBetween(span: Span, from: string, until: string): string[] {
  const starts: string[] = []
  for (let day = spanStart(span, from); day <= until; day = nextStart(span, day)) starts.push(day)
  return starts
}

const nextStart = (span: Span, start: string) => spanStart(span, addDays(start, { day: 1, week: 7, month: 31, year: 366 }[span]))
