import { mailboxOf, postcodeKey, streetKey } from './addresses.ts'
import type { Facts } from './facts.ts'
import { compareNames } from './names.ts'
import { nearly } from './weigh.ts'

export type Agreement = 'same' | 'alike' | 'differs' | 'unknown'
export type ComparedField = 'name' | 'birth' | 'email' | 'address' | 'iban' | 'accounts'

/** How two people agree, field by field, in the order of the page. `unknown`: one of the two named nothing. */
export function compare(one: Facts, other: Facts): Record<ComparedField, Agreement> {
  const names = compareNames(one.legalName, other.legalName)
  const shared = one.accounts.some((each) => other.accounts.includes(each))
  return {
    name: names === 'same' ? 'same' : names === 'other' ? 'differs' : 'alike',
    birth: one.birthDate === other.birthDate ? 'same' : nearly(one.birthDate, other.birthDate) ? 'alike' : 'differs',
    email: given(one.email, other.email, (a, b) => (a === b ? 'same' : mailboxOf(a) === mailboxOf(b) ? 'alike' : 'differs')),
    address:
      streetKey(one.address) === streetKey(other.address)
        ? 'same'
        : postcodeKey(one.address) === postcodeKey(other.address)
          ? 'alike'
          : 'differs',
    iban: given(one.iban, other.iban, (a, b) => (a === b ? 'same' : 'differs')),
    accounts: !one.accounts.length || !other.accounts.length ? 'unknown' : shared ? 'same' : 'differs',
  }
}

const given = (one: string | undefined, other: string | undefined, look: (one: string, other: string) => Agreement): Agreement =>
  (one === undefined || other === undefined ? 'unknown' : look(one, other))
