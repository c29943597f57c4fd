import { accountsOf } from '#duplicates/facts.ts'
import { termsOf as matchTermsOf } from '#duplicates/terms.ts'
import type { Usage } from '#participants/admit.ts'
import type { Vault } from '#platform/vault.ts'
import { placeOf } from '#search/relist.ts'
import type { Standing } from '#search/standings.ts'
import { ageBandOf, facetsOf } from '#search/subjects.ts'
import { termsOf } from '#search/terms.ts'
import type { Poured, Pouring } from './poured.ts'

interface Sought {
  reference: string
  flags: string[]
  represented: boolean
  standing: Pick<Standing, 'claim' | 'state' | 'successFee'> & { sealed: boolean }
}

/** The rows by which somebody is found at the desk, as the program lists them. */
export function foundBy({ vault, rows, today }: Pouring, of: Poured, { reference, flags, represented, standing }: Sought): void {
  const { personId, at, name, birthDate, email, address, account, language } = of
  const place = placeOf(at, personId).toString()
  const terms = termsOf(vault, {
    name, birthDate, emails: [email], postcode: address.postcode, references: [reference], accounts: [account],
    facets: facetsOf({ country: address.country, language, age: ageBandOf(birthDate, today), represented, flags, standings: [standing] }),
  })
  rows.search_person.push({ person_id: personId, place, terms: `{${terms.join()}}` })
  for (const term of terms) rows.search_term.push({ term, place })
}

/** The rows by which somebody is compared with others (AD-03). */
export function matchedBy({ vault, rows }: Pouring, of: Poured, { usage, parent }: { usage: Usage; parent: Poured | undefined }): void {
  const { personId, name, birthDate, email, address, claim, iban } = of
  const terms = matchTermsOf({ vault }, {
    personId, legalName: name, birthDate, email: parent ? undefined : email, address, iban, accounts: accountsOf(claim, usage),
    claims: [claim], family: [],
  })
  for (const { kind, term } of terms) rows.match_term.push({ person_id: personId, kind, term })
}

/** Name words and facets come again and again; their blind indexes are made once. */
export function remembering(vault: Vault): Vault {
  const known = new Map<string, Buffer>()
  const index = (kind: string, value: string): Buffer => {
    if (!kind.startsWith('search.') || /\.(email|reference|postcode|account|born)$/.test(kind)) return vault.index(kind, value)
    const key = `${kind} ${value}`
    const made = known.get(key) ?? vault.index(kind, value)
    known.set(key, made)
    return made
  }
  return { ...vault, index }
}
