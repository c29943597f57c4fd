import type { Language } from '#claims/bundle.ts'
import { filterNames, type Filter, type FilterName } from '#search/filter.ts'
import { country, day } from '#words/formats.ts'
import { isWordKey, type T } from '#words/words.ts'

/** A part of a filter as people read it. */
export interface FilterPart { name: FilterName; value: string; label: string; text: string }

/** A filter in words: what each part of it is called and what it is set to. `claimNames` by slug; an unknown value stands as it is. */
export function filterInWords(t: T, language: Language, filter: Filter, claimNames: Readonly<Record<string, string>> = {}): FilterPart[] {
  return filterNames.flatMap((name) => {
    const value = filter[name]
    return value ? [{ name, value, label: t(`desk.people.filter.${name}`), text: valueInWords(t, language, name, value, claimNames) }] : []
  })
}

function valueInWords(t: T, language: Language, name: FilterName, value: string, claimNames: Readonly<Record<string, string>>): string {
  if (name === 'claim') return claimNames[value] ?? value
  if (name === 'from' || name === 'to') return day(language, value)
  if (name === 'country') return /^[A-Z]{2}$/.test(value) ? country(language, value) : value
  const key = `desk.people.${name}.${value}`
  return isWordKey(key) ? t(key as 'desk.people.state.active') : value
}
