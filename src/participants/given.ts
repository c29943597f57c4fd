import { clean } from '#platform/pdf/script-coverage.ts'
import type { Usage } from './admit.ts'

/** Whether a period of use ends before it begins, or lies in the future. `today` is `YYYY-MM-DD`. */
export function isTurnedRound({ from, until }: Usage, today: string): boolean {
  const month = today.slice(0, 7)
  return from > month || (until !== null && (until < from || until > month))
}

/** The same fields with each value as a document can show it. */
export const cleaned = <V extends Record<string,
string>>(values: V): V => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, clean(value)])) as V
