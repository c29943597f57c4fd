import { ageOn } from '#participants/age.ts'

/** Ages as the overview counts them; `unknown` of who was erased before being counted. */
export const ageBands = ['under-13', '13-15', '16-17', '18-24', '25-34', '35-49', '50-64', '65-up', 'unknown'] as const
export type AgeBand = (typeof ageBands)[number]

const begins: readonly [number, AgeBand][] = [[65, '65-up'], [50, '50-64'], [35, '35-49'], [25, '25-34'], [18, '18-24'], [16, '16-17'],
  [13, '13-15']]

/** The band of somebody born on a day, on another (`YYYY-MM-DD`, both in the claim's zone). */
export const ageBand = (birthDate: string, day: string): AgeBand =>
  begins.find(([from]) => ageOn(birthDate, day) >= from)?.[1] ?? 'under-13'
