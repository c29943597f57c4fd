import type { CourtFacts } from '#claims/bundle.ts'

export type CourtWay = 'opt-out' | 'opt-in'
export type Residence = 'netherlands' | 'abroad'

/**
 * Residents of the Netherlands are bound unless they opt out; others only if they opt in, unless the court ordered otherwise (1018f(1), (5)
 * Rv).
 */
export const courtWay = ({ abroad }: Pick<CourtFacts, 'abroad'>, residence: Residence): CourtWay => (residence === 'netherlands' ? 'opt-out'
  : abroad)

/** Whether there is something to send to the court on a day (`YYYY-MM-DD`): not before the announcement, and until the last day. */
export function courtTerm(court: Pick<CourtFacts, 'announcedOn' | 'lastDay'> | undefined, today: string): 'none' | 'open' | 'over' {
  if (!court || today < court.announcedOn) return 'none'
  return today <= court.lastDay ? 'open' : 'over'
}
