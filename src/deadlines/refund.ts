import { Temporal } from 'temporal-polyfill'

/**
 * The last day (`YYYY-MM-DD`) to give back what a consumer paid: 14 days after the notice (art. 6:230r(1) BW; MO-05). It does not roll over
 * a weekend: that would favour who has to pay.
 */
export const lastDayToRefund = (noticedOn: string): string => Temporal.PlainDate.from(noticedOn).add({ days: 14 }).toString()
