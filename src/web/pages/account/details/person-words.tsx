import type { Person, Usage } from '#participants/admit.ts'
import { country, month } from '#words/formats.ts'
import type { Ground } from '#web/page.ts'

/** A home address, a line for each part. */
export const AddressLines = ({ visit, address }: { visit: Pick<Ground, 'language'>; address: Person['address'] }) => (
  <><bdi>{address.street}</bdi><br />{address.postcode} <bdi>{address.city}</bdi><br />{country(visit.language, address.country)}</>
)

/** Accounts and period of use in one line. */
export function usageWords({ t, language }: Pick<Ground, 't' | 'language'>, { accounts, from, until }: Usage): string {
  const since = month(language, from)
  const period = until ? t('join.check.periodSpan', { from: since, until: month(language, until) })
    : t('join.check.periodStill', { from: since })
  return `${Object.values(accounts).join(', ')} (${period})`
}
