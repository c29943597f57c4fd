import type { Vault } from '#platform/vault.ts'
import { termOf, type Facet } from './terms.ts'

/** What the list is narrowed by and how it stands in an address; nothing in it is about one person. */
export const filterNames = [
  'claim', 'state', 'living', 'fee', 'sealed', 'country', 'language', 'age', 'represented', 'flag', 'from', 'to',
] as const
export type FilterName = (typeof filterNames)[number]

/** A narrowing of all participants; `from` and `to` are days of joining (`YYYY-MM-DD`, both included). Empty: everybody. */
export type Filter = { readonly [Name in FilterName]?: string }

/** Age bands as they stand today: the data rights at 16, capacity at 18, and 13 where amounts differ (domain 0.10, 0.3). */
export const ageBands = ['under-13', '13-15', '16-17', 'adult'] as const
export type AgeBand = (typeof ageBands)[number]

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.slice(0, 10) === text
const isUnderstood = (name: FilterName, value: string) =>
  (name === 'from' || name === 'to' ? isDay(value) : /^[A-Za-z0-9-]{1,64}$/.test(value))

/** The filter of an address or a form; what is not understood is left out. */
export function readFilter(query: URLSearchParams): Filter {
  const read = filterNames.flatMap((name) => {
    const value = query.get(name)?.trim() ?? ''
    return isUnderstood(name, value) ? [[name, value] as const] : []
  })
  return Object.fromEntries(read)
}

/** The filter as it stands in an address, always in one order; empty for everybody. */
export function filterQuery(filter: Filter): string {
  const query = new URLSearchParams()
  for (const name of filterNames) if (filter[name]) query.set(name, filter[name])
  return query.toString()
}

/** Whether a filter leaves nobody out. */
export const isEmpty = (filter: Filter): boolean => filterQuery(filter) === ''

const ofOneClaim = ['state', 'living', 'fee', 'sealed'] as const
const ofPerson = ['country', 'language', 'age', 'represented', 'flag'] as const

/** The terms that a person has who fits. With a claim, what is asked of a participation must hold for the one in that claim. */
export function termsOfFilter(vault: Pick<Vault, 'index'>, filter: Filter): string[] {
  const { claim } = filter
  const inClaim = ofOneClaim.flatMap((name): [Facet, string][] => {
    const value = filter[name]
    if (!value) return []
    return claim ? [[`claim-${name}`, `${claim}/${value}`]] : [[name, value]]
  })
  const asked: [Facet, string][] = [
    ...(claim && !inClaim.length ? [['claim', claim] as [Facet, string]] : []), ...inClaim,
    ...ofPerson.flatMap((name): [Facet, string][] => (filter[name] ? [[name, filter[name]]] : [])),
  ]
  return asked.map(([kind, value]) => termOf(vault, kind, value))
}
