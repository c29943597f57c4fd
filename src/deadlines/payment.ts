import { Temporal } from 'temporal-polyfill'

/** The last day (`YYYY-MM-DD`) to pay the registration fee: 14 days after joining (clause 4.1 of the participation agreements). */
export const lastDayToPay = (joinedOn: string): string => Temporal.PlainDate.from(joinedOn).add({ days: 14 }).toString()
