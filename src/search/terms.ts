import type { Vault } from '#platform/vault.ts'
import { canonicalEmail, foldedAccount, foldedPostcode, listedAs, nameWords } from './fold.ts'

/** What a term says of a person. `born` is a date of birth together with one word of the name: alone it would show who share a birthday. */
export type TermKind = 'name' | 'born' | 'email' | 'reference' | 'postcode' | 'account' | Facet

/** What the list can be narrowed by; no secret, each has few values. With `claim-` before it, it holds for one claim. */
export const facets = ['claim', 'state', 'living', 'fee', 'sealed', 'country', 'language', 'age', 'represented', 'flag',
  'claim-state', 'claim-living', 'claim-fee', 'claim-sealed'] as const
export type Facet = (typeof facets)[number]

/** Everything a person is found by, unsealed. */
export interface Subject {
  name: string
  birthDate: string
  /** Own address, and of a child that of everybody who represents it. */
  emails: readonly string[]
  postcode: string
  references: readonly string[]
  accounts: readonly string[]
  facets: readonly (readonly [Facet, string])[]
}

/**
 * A term as the database keeps it: the first 8 bytes of the blind index, as a decimal number of 64 bits. Two that fall together would show
 * somebody too many, never too few; among 100 million terms that happens about once in four thousand such lists.
 */
export const termOf = ({ index }: Pick<Vault, 'index'>, kind: TermKind, value: string): string =>
  index(`search.${kind}`, value).readBigInt64BE(0).toString()

/** All terms of a person, each once. */
export function termsOf(vault: Pick<Vault, 'index'>, of: Subject): string[] {
  const words = nameWords(of.name)
  const all: (readonly [TermKind, string])[] = [
    ...words.flatMap(listedAs).map((start) => ['name', start] as const),
    ...words.filter((word) => Array.from(word).length > 1).map((word) => ['born', bornAs(of.birthDate, word)] as const),
    ...of.emails.map((email) => ['email', canonicalEmail(email)] as const),
    ...of.references.map((reference) => ['reference', reference] as const),
    ['postcode', foldedPostcode(of.postcode)],
    ...of.accounts.map(foldedAccount).filter(Boolean).map((account) => ['account', account] as const),
    ...of.facets,
  ]
  return [...new Set(all.map(([kind, value]) => termOf(vault, kind, value)))]
}

/** A date of birth (`YYYY-MM-DD`) with a whole word of the name. */
export const bornAs = (birthDate: string, word: string): string => `${birthDate} ${word}`
