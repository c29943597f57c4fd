import * as z from 'zod'
import { Temporal } from 'temporal-polyfill'
import type { ClaimFacts } from '#claims/bundle.ts'
import type { Answers } from '#joining/answers.ts'
import { because } from '#web/because.ts'
import { countryCodes } from './countries.ts'
import { digits, filled, optional, tick } from './form-fields.ts'

type AccountKind = ClaimFacts['usage']['accounts'][number]
export const accountKinds: readonly AccountKind[] = ['username', 'email', 'phone', 'customer-number']

const fields = z.object({
  legalName: filled(because('legal-name-missing'), because('name-too-long'), 150),
  'birthDate-day': optional(9), 'birthDate-month': optional(9), 'birthDate-year': optional(9),
  street: filled(because('street-missing')),
  postcode: filled(because('postcode-missing'), because('too-long'), 20),
  city: filled(because('city-missing')),
  country: z.string({ error: () => because('country-missing') }).refine((code) => countryCodes.includes(code), { error: because('country-missing') }),
  'account-username': optional(), 'account-email': optional(), 'account-phone': optional(), 'account-customer-number': optional(),
  'from-month': optional(9), 'from-year': optional(9), 'until-month': optional(9), 'until-year': optional(9),
  still: tick,
})
type Fields = z.output<typeof fields>

const month = (typed: Fields, name: 'from' | 'until'): string | undefined => {
  const [m, y] = [digits(typed[`${name}-month`], 12), digits(typed[`${name}-year`], 2200)]
  return m && y && y >= 1990 ? `${y}-${String(m).padStart(2, '0')}` : undefined
}

function birthDate(typed: Fields): { date: string } | { wrong: 'birth-date-missing' | 'birth-date-wrong' } {
  const parts = [typed['birthDate-year'], typed['birthDate-month'], typed['birthDate-day']]
  if (parts.every((part) => part === '')) return { wrong: because('birth-date-missing') as 'birth-date-missing' }
  const [year, monthNumber, day] = [digits(parts[0], 2200), digits(parts[1], 12), digits(parts[2], 31)]
  try {
    if (!year || !monthNumber || !day || year < 1900) throw new RangeError('no date')
    return { date: Temporal.PlainDate.from({ year, month: monthNumber, day }, { overflow: 'reject' }).toString() }
  } catch {
    return { wrong: 'birth-date-wrong' }
  }
}

/** The details step as one form: every rule answers at its own field. What it asks about use depends on the claim. */
export const detailsForm = fields.transform((typed, check): NonNullable<Answers['details']> => {
  const wrong = (field: string, message: string) => check.addIssue({ code: 'custom', path: [field], message })
  const birth = birthDate(typed)
  if ('wrong' in birth) wrong('birthDate', birth.wrong)
  if (typed.country === 'NL' && !/^[1-9]\d{3} ?[a-z]{2}$/i.test(typed.postcode)) wrong('postcode', because('postcode-wrong'))
  const accounts = Object.fromEntries(accountKinds.flatMap((kind) => (typed[`account-${kind}`] ? [[kind, typed[`account-${kind}`]]] : []))) as Record<string, string>
  if (Object.keys(accounts).length === 0) wrong('account-username', because('account-missing'))
  const [from, until] = [month(typed, 'from'), typed.still ? null : month(typed, 'until')]
  if (!from) wrong('from', because('period-missing'))
  if (until === undefined) wrong('until', typed['until-month'] || typed['until-year'] ? because('period-missing') : because('period-end-missing'))
  const postcode = typed.country === 'NL' ? typed.postcode.toUpperCase().replace(/^(\d{4}) ?/, '$1 ') : typed.postcode
  return {
    legalName: typed.legalName,
    birthDate: 'date' in birth ? birth.date : '',
    address: { street: typed.street, postcode, city: typed.city, country: typed.country },
    usage: { accounts, from: from ?? '', until: until ?? null },
  }
})
