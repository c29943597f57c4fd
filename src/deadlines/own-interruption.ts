import { Temporal } from 'temporal-polyfill'

/**
 * The last day (`YYYY-MM-DD`) on which somebody who left the group of a collective action keeps what its summons interrupted, by
 * interrupting the limitation in person: within 6 months (art. 1018f(1) Rv; RM-08). No weekend rule is relied on: the earlier day is safe.
 */
export const lastDayToInterrupt = (optedOutOn: string): string => Temporal.PlainDate.from(optedOutOn).add({ months: 6 }).toString()
