import { filterQuery, type Filter } from '#search/filter.ts'
import type { Desk } from '#web/pages/desk/desk-layout.tsx'

/** The address of the list under a filter; what was typed stands in it only as the id under which it is kept. */
export const pathOf = (visit: Desk, filter: Filter, asked?: string, more: Record<string, string> = {}) => {
  const query = [filterQuery(filter), new URLSearchParams({ ...(asked && { q: asked }), ...more }).toString()].filter(Boolean).join('&')
  return visit.homeLink(`/desk/people${query && `?${query}`}`)
}
