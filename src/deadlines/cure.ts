import { Temporal } from 'temporal-polyfill'
import { nextDutchWorkingDay } from './dutch-holidays.ts'
import { workingDayUntil } from './working-days.ts'

/** How long one has to mend what is wrong, and what that was computed from (AD-04, 9.8). Days are `YYYY-MM-DD`. */
export interface CureTerm {
  rule: 'AD-04'
  /** Whose weekends and holidays moved the last day (DL-09). */
  calendar: 'nl'
  /** The last day for the participant. */
  dueOn: string
  /** The day on which the desk looks who has not answered, and calls: a week earlier, on a working day. */
  internalDueOn: string
}

/**
 * The two clocks of a deficiency notice (AD-04, 9.8). The day of sending is not counted (DL-01); an extension adds to the days and not to a
 * day that was moved (DL-04); a last day on a Saturday, Sunday or Dutch holiday becomes the next working day (art. 1 ATW, DL-09).
 */
export function cureTerm(sentOn: string, days: number): CureTerm {
  const sent = Temporal.PlainDate.from(sentOn)
  const dueOn = nextDutchWorkingDay(sent.add({ days })).toString()
  const internalDueOn = workingDayUntil(Temporal.PlainDate.from(dueOn).subtract({ days: 7 }).toString())
  return { rule: 'AD-04', calendar: 'nl', dueOn, internalDueOn }
}
