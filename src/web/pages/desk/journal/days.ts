import { isDay } from '#platform/days.ts'

/**
 * A day as a browser sends it (2026-11-23) or as people type it (23-11-2026, 23/11/2026); undefined where it is none.
 */
export function readDay(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text) ?? []
  const read = year === undefined ? text : `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  return isDay(read) ? read : undefined
}

/** The days of a form or an address; empty is open. `wrong` names those that are no days. */
export function readDays(from: string | null | undefined, until: string | null | undefined) {
  const typed = { from: from?.trim() ?? '', until: until?.trim() ?? '' }
  const days = { from: readDay(typed.from), until: readDay(typed.until) }
  return { ...days, wrong: (['from', 'until'] as const).filter((which) => typed[which] !== '' && days[which] === undefined) }
}
