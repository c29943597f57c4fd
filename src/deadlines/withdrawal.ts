import { Temporal } from 'temporal-polyfill'
import { nextDutchWorkingDay } from './dutch-holidays.ts'

/**
 * The last day (`YYYY-MM-DD`) on which a consumer may withdraw: 14 days after the contract was concluded, that day itself not
 * counted; a Saturday, Sunday or recognised holiday moves it to the next working day (art. 6:230o(1) BW with art. 1 ATW; MO-03).
 * `concludedOn` is the day of conclusion in the claim's time zone.
 */
export function lastDayToWithdraw(concludedOn: string): string {
  return nextDutchWorkingDay(Temporal.PlainDate.from(concludedOn).add({ days: 14 })).toString()
}
