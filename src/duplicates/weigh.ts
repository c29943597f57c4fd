import { mailboxOf, postcodeKey, streetKey } from './addresses.ts'
import { compareNames } from './names.ts'
import type { Facts } from './facts.ts'

/** What agrees between two people, and how much each says; the first six of a kind exclude each other. */
export const reasonWeights = {
  account: 50,
  'account-in-family': 20,
  'name-birth': 50,
  'alike-birth': 30,
  'first-name-birth': 30,
  'name-nearly-birth': 35,
  'same-email': 30,
  'same-mailbox': 30,
  iban: 20,
  address: 15,
  postcode: 15,
} as const
export type Reason = keyof typeof reasonWeights
export const reasons = Object.keys(reasonWeights) as Reason[]

/** From here on two people wait for somebody to look; below it stands as a warning only. */
export const queueFrom = 45

export interface Weighed { weight: number; reasons: Reason[] }

/**
 * What speaks for two people being one human being, or undefined where nothing does (AD-03). A family shares an account at the bank, an
 * address, a mailbox: these count only beside a name and a date of birth that agree. Twins have first names of their own. An account with
 * the company may be claimed by one person only: that is a reason by itself, within a family a warning.
 */
export function weigh(one: Facts, other: Facts): Weighed | undefined {
  if (one.personId === other.personId || isKnownSame(one, other)) return undefined
  const found: Reason[] = []
  const family = one.family.includes(other.personId) || other.family.includes(one.personId)
  const human = asHuman(one, other)
  const account = one.accounts.some((each) => other.accounts.includes(each))
  if (account) found.push(family || (!human && inOneHousehold(one, other)) ? 'account-in-family' : 'account')
  if (human && !family) {
    found.push(human)
    if (one.email !== undefined && other.email !== undefined && mailboxOf(one.email) === mailboxOf(other.email)) {
      found.push(one.email === other.email ? 'same-email' : 'same-mailbox')
    }
    if (one.iban !== undefined && one.iban === other.iban) found.push('iban')
    if (streetKey(one.address) === streetKey(other.address)) found.push('address')
    else if (postcodeKey(one.address) === postcodeKey(other.address)) found.push('postcode')
  }
  const weight = found.reduce((sum, reason) => sum + reasonWeights[reason], 0)
  return account || weight >= queueFrom ? { weight: Math.min(weight, 200), reasons: found } : undefined
}

/** How name and date of birth agree; undefined where they tell of two. */
function asHuman(one: Facts, other: Facts): Reason | undefined {
  const names = compareNames(one.legalName, other.legalName)
  if (one.birthDate === other.birthDate) return names === 'same' ? 'name-birth' : names === 'alike' ? 'alike-birth'
    : names === 'first' ? 'first-name-birth' : undefined
  return names === 'same' && nearly(one.birthDate, other.birthDate) ? 'name-nearly-birth' : undefined
}

/** Typed wrongly once: one digit, or day and month turned round. A father of the same name is decades older. */
export function nearly(one: string, other: string): boolean {
  const [year, month, day] = one.split('-')
  if (other === `${year}-${day}-${month}`) return true
  const wrong = [...one].flatMap((digit, at) => (digit === other[at] ? [] : [at]))
  return wrong.length === 1 && wrong[0] !== 2 && wrong[0] !== 1 && wrong[0] !== 0
}

const inOneHousehold = (one: Facts, other: Facts) => streetKey(one.address) === streetKey(other.address)
  || (one.email !== undefined && one.email === other.email)

/** The same human being in two claims, known by address, name and date of birth already (decision 15): nothing counts twice. */
const isKnownSame = (one: Facts, other: Facts) => one.email !== undefined && one.email === other.email && one.birthDate === other.birthDate
  && compareNames(one.legalName, other.legalName) === 'same' && !one.claims.some((claim) => other.claims.includes(claim))
