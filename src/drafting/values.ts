import { electronicFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools'
import { Temporal } from 'temporal-polyfill'
import * as z from 'zod'
import type { Language } from '#claims/bundle.ts'
import { centsOf } from '#words/amounts.ts'
import { plainNumber } from '#words/formats.ts'

/**
 * What the field of a form takes, and how it stands in the facts file. `words` is one line, `lines` several; `id` names a thing in
 * addresses, `fact` in quotes; `euros` are cents in the file.
 */
export type ValueKind =
  | 'words' | 'lines' | 'id' | 'ids' | 'fact' | 'date' | 'instant' | 'euros' | 'percent' | 'whole' | 'hue' | 'choice' | 'yes' | 'address'
  | 'hosts' | 'country' | 'email' | 'iban' | 'bic' | 'disclosure'

/** Why a value cannot stand in the facts file at all; every other fault may be saved and is told by the check. */
export type ValueFault =
  | 'id-wrong'
  | 'fact-name-wrong'
  | 'day-wrong'
  | 'instant-wrong'
  | 'amount-wrong'
  | 'percent-wrong'
  | 'whole-wrong'
  | 'hue-wrong'
  | 'choice-wrong'
  | 'link-wrong'
  | 'host-wrong'
  | 'country-wrong'
  | 'email-wrong'
  | 'iban-wrong'
  | 'bic-wrong'
  | 'disclosure-wrong'
  | 'word-too-long'
  | 'fact-name-twice'

type Reading = { value: unknown } | { because: ValueFault }

const zone = 'Europe/Amsterdam'
const longest = 2000
const id = /^[a-z0-9]+(-[a-z0-9]+)*$/
const link = z.url({ protocol: /^https?$/ })

const as = (fits: boolean, value: unknown, because: ValueFault): Reading => (fits ? { value } : { because })
const listed = (typed: string) => typed.split(/\r?\n/).map((line) => line.trim()).filter(Boolean)
const number = (typed: string) => Number(typed.replace(',', '.').replaceAll(/[\s\u00a0%]/g, ''))

/** What was typed, not empty, as the file keeps it. */
export function readValue(kind: ValueKind, typed: string, choices: readonly string[] = []): Reading {
  const one = typed.replaceAll(/[\s\0]+/g, ' ').trim()
  if (typed.length > longest) return { because: 'word-too-long' }
  switch (kind) {
    case 'words':
      return { value: one }
    case 'lines':
      return { value: listed(typed) }
    case 'id':
      return as(id.test(one), one, 'id-wrong')
    case 'ids':
      return as(
        listed(typed).every((each) => (choices.length ? choices.includes(each) : id.test(each))), listed(typed),
        'id-wrong',
      )
    case 'fact':
      return as(/^[a-z][A-Za-z0-9]*$/.test(one), one, 'fact-name-wrong')
    case 'date':
      return as(z.iso.date().safeParse(one).success, one, 'day-wrong')
    case 'instant':
      return readInstant(one)
    case 'euros':
      return as(centsOf(one) !== undefined, centsOf(one), 'amount-wrong')
    case 'percent':
      return as(/\d/.test(one) && number(one) >= 0 && number(one) <= 100, number(one), 'percent-wrong')
    case 'whole':
      return as(/^\d{1,3}([.,\s\u00a0]?\d{3})*$|^\d+$/.test(one), Number(one.replaceAll(/\D/g, '')), 'whole-wrong')
    case 'hue':
      return as(/^\d{1,3}$/.test(one) && Number(one) < 360, Number(one), 'hue-wrong')
    case 'choice':
      return as(choices.includes(one), one, 'choice-wrong')
    case 'yes':
      return { value: one === 'yes' }
    case 'address':
      return as(link.safeParse(one).success, one, 'link-wrong')
    case 'hosts':
      return as(
        listed(typed).every((host) => /^[a-z0-9.-]+$/.test(host)), listed(typed), 'host-wrong',
      )
    case 'country':
      return as(/^[A-Z]{2}$/.test(one.toUpperCase()), one.toUpperCase(), 'country-wrong')
    case 'email':
      return as(z.email().safeParse(one).success, one, 'email-wrong')
    case 'iban':
      return as(isValidIBAN(electronicFormatIBAN(one) ?? ''), electronicFormatIBAN(one), 'iban-wrong')
    case 'bic':
      return as(isValidBIC(one.toUpperCase()), one.toUpperCase(), 'bic-wrong')
    case 'disclosure':
      return as(/^WEB-\d\d$/.test(one), one, 'disclosure-wrong')
  }
}

/** A value of the file as it is typed; of one that is not of its kind, what stands there. */
export function writeValue(kind: ValueKind, value: unknown, language: Language): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(String).join('\n')
  if (kind === 'yes') return value === true ? 'yes' : ''
  if (kind === 'euros' && typeof value === 'number') return plainNumber(language, value / 100, value % 100 === 0 ? 0 : 2)
  if (kind === 'percent' && typeof value === 'number') return plainNumber(language, value)
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return ''
  return kind === 'instant' ? writeInstant(String(value)) : String(value)
}

/** A day and time of the Netherlands; the file keeps it with its distance to UTC. */
function readInstant(typed: string): Reading {
  try {
    const local = Temporal.PlainDateTime.from(typed.replace(' ', 'T'))
    return { value: local.toZonedDateTime(zone).toString({ timeZoneName: 'never', smallestUnit: 'second' }) }
  } catch {
    return { because: 'instant-wrong' }
  }
}

function writeInstant(kept: string): string {
  try {
    return Temporal.Instant.from(kept).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
  } catch {
    return kept
  }
}
