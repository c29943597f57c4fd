import { Temporal } from 'temporal-polyfill'

/**
 * The last day (`YYYY-MM-DD`) to publish a management report: 8 days after it was adopted (art. 3:305a(5) BW; WEB-04). No weekend rule is
 * relied on: the earlier day is safe.
 */
export const lastDayToPublishReport = (adoptedOn: string): string => Temporal.PlainDate.from(adoptedOn).add({ days: 8 }).toString()

/** The day after which an item of the public page has to be looked at again: 18 months after it was published (own rule, WEB-10). */
export const lastDayBeforeReview = (publishedOn: string): string => Temporal.PlainDate.from(publishedOn).add({ months: 18 }).toString()
