import { isDay } from '#platform/days.ts'
import type { Ground } from '#web/page.ts'
import type { DateParts } from './fields.tsx'
import type { FormFault } from './form.tsx'

type Filled = Pick<Ground, 'form'>

/** The words of the error at a field, or undefined. */
export function errorAt({ form, t }: Pick<Ground, 'form' | 't'>, field: string): string | undefined {
  const reason = form.errors[field]
  return reason && t(`because.${reason}`)
}

/** What was typed in a field of one value. */
export function typedAt({ form }: Filled, field: string): string | undefined {
  const value = form.typed[field]
  return typeof value === 'string' ? value : undefined
}

/** Everything that is wrong with a form, for the summary above it; what belongs to no field leads to the main part of the page. */
export const faultsOf = ({ form, t }: Pick<Ground, 'form' | 't'>): FormFault[] => Object.entries(form.errors)
  .flatMap(([field, reason]) => (reason ? [{ field: field || 'main', message: t(`because.${reason}`) }] : []))

/** The day (`YYYY-MM-DD`) typed in a date field; undefined where there is no such day, `''` where nothing was typed. */
export function dayTyped(visit: Filled, name: string): string | undefined {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => typedAt(visit, `${name}-${part}`)?.trim())
  if (!day && !month && !year) return ''
  const typed = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(typed) ? typed : undefined
}

/** What a date field shows: what was typed, or else the day that is known. */
export function datePartsOf(visit: Filled, name: string, known?: string): DateParts {
  const [year, month, day] = known?.split('-') ?? []
  if (`${name}-day` in visit.form.typed) {
    return { day: typedAt(visit, `${name}-day`), month: typedAt(visit, `${name}-month`), year: typedAt(visit, `${name}-year`) }
  }
  return { day: day && String(Number(day)), month: month && String(Number(month)), year }
}
