import { Temporal } from 'temporal-polyfill'
import type { Ground } from '#web/page.ts'
import type { DateParts } from '#web/parts/fields.tsx'

/** The day (`YYYY-MM-DD`) typed in a date field; undefined where it is none, `''` where nothing was typed. */
export function dayTyped({ form: { typed } }: Pick<Ground, 'form'>, name: string): string | undefined {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => typed[`${name}-${part}`]?.trim())
  if (!day && !month && !year) return ''
  if (![day, month].every((part) => /^\d{1,2}$/.test(part)) || !/^\d{4}$/.test(year)) return undefined
  try {
    return Temporal.PlainDate.from({ day: Number(day), month: Number(month), year: Number(year) }, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

/** What a date field shows: what was typed, or else the day that is known. */
export function partsOf({ form: { typed } }: Pick<Ground, 'form'>, name: string, known?: string): DateParts {
  const [year, month, day] = known?.split('-') ?? []
  if (`${name}-day` in typed) return { day: typed[`${name}-day`], month: typed[`${name}-month`], year: typed[`${name}-year`] }
  return { day: day && String(Number(day)), month: month && String(Number(month)), year }
}
