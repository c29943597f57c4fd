import * as z from 'zod'
import { Temporal } from 'temporal-polyfill'
import type { ClaimFacts } from '#claims/bundle.ts'
import type { Answers } from '#joining/answers.ts'
import type { Because } from '#web/because.ts'
import { countryCodes } from './countries.ts'
import { digits, optional, tick } from '#web/parts/field-schemas.ts'

type AccountKind = ClaimFacts['usage']['accounts'][number]
export const accountKinds: readonly AccountKind[] = ['username', 'email', 'phone', 'customer-number']

const personFields = z.object({
  legalName: optional(150), 'birthDate-day': optional(), 'birthDate-month': optional(), 'birthDate-year': optional(),
  street: optional(), postcode: optional(), city: optional(), country: optional(),
})
/** The fields of the accounts and the period as they are typed. */
export const usageFields = z.object({
  'account-username': optional(), 'account-email': optional(), 'account-phone': optional(), 'account-customer-number': optional(),
  'from-month': optional(), 'from-year': optional(), 'until-month': optional(), 'until-year': optional(),
  still: tick,
})
type PersonFields = z.output<typeof personFields>
type UsageFields = z.output<typeof usageFields>
type Wrong = (field: string, reason: Because) => void

const month = (typed: UsageFields, name: 'from' | 'until'): string | undefined => {
  const [m, y] = [digits(typed[`${name}-month`], 12), digits(typed[`${name}-year`], 2200)]
  return m && y && y >= 1990 ? `${y}-${String(m).padStart(2, '0')}` : undefined
}

/** A date of birth typed in three fields; empty, and told, where it is none. */
export function birthDate(typed: Pick<PersonFields, `birthDate-${string}` & keyof PersonFields>, wrong: Wrong): string {
  const parts = [typed['birthDate-year'], typed['birthDate-month'], typed['birthDate-day']]
  const [year, monthNumber, day] = [digits(parts[0], 2200), digits(parts[1], 12), digits(parts[2], 31)]
  try {
    if (!year || !monthNumber || !day || year < 1900) throw new RangeError('no date')
    return Temporal.PlainDate.from({ year, month: monthNumber, day }, { overflow: 'reject' }).toString()
  } catch {
    wrong('birthDate', parts.every((part) => part === '') ? 'birth-date-missing' : 'birth-date-wrong')
    return ''
  }
}

function address({ street, postcode, city, country }: PersonFields, wrong: Wrong) {
  if (!street) wrong('street', 'street-missing')
  if (!postcode) wrong('postcode', 'postcode-missing')
  else if (country === 'NL' && !/^[1-9]\d{3} ?[a-z]{2}$/i.test(postcode)) wrong('postcode', 'postcode-wrong')
  if (!city) wrong('city', 'city-missing')
  if (!countryCodes.includes(country)) wrong('country', 'country-missing')
  return { street, postcode: country === 'NL' ? postcode.toUpperCase().replace(/^(\d{4}) ?/, '$1 ') : postcode, city, country }
}

/** Accounts and period, with all that is wrong told. */
export function usage(typed: UsageFields, wrong: Wrong) {
  const accounts = Object.fromEntries(accountKinds.map((kind) => [kind, typed[`account-${kind}`]] as const).filter(([, value]) => value))
  if (Object.keys(accounts).length === 0) wrong('accounts', 'account-missing')
  const [from, until] = [month(typed, 'from'), typed.still ? null : month(typed, 'until')]
  if (!from) wrong('from', 'period-missing')
  if (until === undefined) wrong('until', typed['until-month'] || typed['until-year'] ? 'period-missing' : 'period-end-missing')
  return { accounts, from: from ?? '', until: until ?? null }
}

type Issues = { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void }
const telling = (check: Issues): Wrong => (field, message) => check.addIssue({ code: 'custom', path: [field], message })

function person(typed: PersonFields, wrong: Wrong) {
  if (!typed.legalName) wrong('legalName', 'legal-name-missing')
  return { legalName: typed.legalName, birthDate: birthDate(typed, wrong), address: address(typed, wrong) }
}

/**
 * Name, date of birth and home address to correct: everything that is wrong is told at once, in the order of the fields, each at its own.
 * `knowsOf16` is ticked by who saw that the new date of birth says otherwise whether a child is 16 (GD-07).
 */
export const correctionForm = personFields.extend({ knowsOf16: tick })
  .transform((typed, check) => ({ ...person(typed, telling(check)), knowsOf16: typed.knowsOf16 }))

/** Accounts and period of use, told in the same way. */
export const usageForm = usageFields.transform((typed, check) => usage(typed, telling(check)))

/** The details step as one form; `without-usage` comes from who signs for a child only, and is asked nothing of the own use. */
export const detailsForm = personFields.extend(usageFields.shape).extend({ 'without-usage': tick })
  .transform((typed, check): NonNullable<Answers['details']> => ({
    ...person(typed, telling(check)), ...(!typed['without-usage'] && { usage: usage(typed, telling(check)) }),
  }))
