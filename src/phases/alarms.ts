import type { OrganisationFacts } from '#claims/bundle.ts'
import { findOrganisationFacts } from '#claims/versions.ts'
import { lastDayBeforeReview, lastDayToPublishReport } from '#deadlines/disclosure.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'

/** Something on the public page that is late (WEB-10); `since` is the last day on which it was in time. */
export interface Alarm { item: string; code: 'report-unpublished' | 'older-than-18-months'; since: string }

/**
 * What is late on a day: a management report (WEB-04) that was adopted more than 8 days ago and is not published since, and any item that
 * was published more than 18 months ago.
 */
export function alarmsOf({ disclosures }: Pick<OrganisationFacts, 'disclosures'>, today: string): Alarm[] {
  return disclosures.flatMap(({ id, adopted, published, supplied }): Alarm[] => {
    const alarms: Alarm[] = []
    const due = id === 'WEB-04' && adopted && !(supplied && published && published >= adopted) ? lastDayToPublishReport(adopted) : undefined
    if (due && today > due) alarms.push({ item: id, code: 'report-unpublished', since: due })
    const review = supplied && published ? lastDayBeforeReview(published) : undefined
    if (review && today > review) alarms.push({ item: id, code: 'older-than-18-months', since: review })
    return alarms
  })
}

/** The alarms of the foundation as it is published, for the overview and the page of transparency. */
export async function listAlarms({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<Alarm[]> {
  const facts = await findOrganisationFacts(db)
  return facts ? alarmsOf(facts, dayIn('Europe/Amsterdam', now)) : []
}
