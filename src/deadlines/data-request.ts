import { Temporal } from 'temporal-polyfill'
import { nextDutchWorkingDay } from './dutch-holidays.ts'
import { workingDayUntil } from './working-days.ts'

/**
 * Until when somebody who asked the foundation about own data must have an answer, and when the desk looks (9.8). Days are `YYYY-MM-DD`.
 */
export interface DataRequestTerm { rule: 'GDPR-12(3)'; calendar: 'nl'; dueOn: string; internalDueOn: string }

/**
 * The two clocks of a request to the foundation itself, such as to be erased, also where it is refused (art. 12(3) and (4) GDPR, SE-05):
 * one month after receipt, that day not counted; where that day does not exist the last of the month; on a Saturday, Sunday or Dutch
 * holiday the next working day (DL-01 to DL-03). The desk looks a week earlier.
 */
export function dataRequestTerm(receivedOn: string): DataRequestTerm {
  const dueOn = nextDutchWorkingDay(Temporal.PlainDate.from(receivedOn).add({ months: 1 })).toString()
  const internalDueOn = workingDayUntil(Temporal.PlainDate.from(dueOn).subtract({ days: 7 }).toString())
  return { rule: 'GDPR-12(3)', calendar: 'nl', dueOn, internalDueOn }
}
