import { languages, type Fact } from '#claims/bundle.ts'
import { locales } from '#claims/quote.ts'

/** A value typed into a text; `key` is the same for the same value in every language, such as `eur:1750` or `date:2020-07-27`. */
export interface Mention {
  key: string
  written: string
  at: number
}

const monthNames = languages.flatMap((language) =>
  Array.from({ length: 12 }, (_, month) => named(language, { month: 'long' }, Date.UTC(2020, month, 1))),
)
const weekdayNames = languages.flatMap((language) =>
  Array.from({ length: 7 }, (_, day) => named(language, { weekday: 'long' }, Date.UTC(2020, 5, 1 + day))),
)

/** No amount is longer; without an end, a text of nothing but digits would be searched for minutes. */
const number = String.raw`(\d[\d.,]{0,30}\d|\d)`
const scale = String.raw`(?:\s?(thousand|duizend|million|miljoen|mln|billion|miljard|mld)\b)?`
const months = monthNames.join('|')
const euros = [`(?:€|\\bEUR)\\s?${number}${scale}`, `\\b${number}${scale}\\s?(?:euros?\\b|EUR\\b|€)`]
const dollars = [`(?:\\bUS\\$|\\$|\\bUSD)\\s?${number}${scale}`, `\\b${number}${scale}\\s?(?:dollars?\\b|USD\\b)`]
const percents = [`\\b${number}\\s?(?:%|per ?cent\\b|procent\\b)`]
const counts = [`\\b(\\d{1,3}(?:[.,]\\d{3}){1,8})\\b`, `\\b${number}\\s?(thousand|duizend|million|miljoen|billion|miljard)\\b`]
const days = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th|e)?(?: of)? (${months})(?:,? (\\d{4}))?\\b`, 'g')
const daysAfterMonth = new RegExp(`\\b(${months}) (\\d{1,2})(?:st|nd|rd|th)?(?:, ?| )(\\d{4})\\b`, 'g')
const scales: Record<string, number> = {
  thousand: 1e3,
  duizend: 1e3,
  million: 1e6,
  miljoen: 1e6,
  mln: 1e6,
  billion: 1e9,
  miljard: 1e9,
  mld: 1e9,
}

/** All amounts, percentages, large numbers and dates typed into a text, each place once; quotes and links are not typed values. */
export function mentionsIn(text: string): Mention[] {
  let rest = blank(text, /\{\{[^{}]*\}\}|https?:\/\/[^\s)>\]]+|\(picture:[\w-]+|^version:.*$/gm)
  const found: Mention[] = []
  const take = (patterns: (string | RegExp)[], keyOf: (groups: string[]) => string | undefined) => {
    for (const pattern of patterns) {
      const left: string[] = []
      let end = 0
      for (const match of rest.matchAll(new RegExp(pattern, 'gu'))) {
        const key = keyOf(match.slice(1).map((group) => group ?? ''))
        if (!key) continue
        found.push({ key, written: match[0], at: match.index })
        left.push(rest.slice(end, match.index), ' '.repeat(match[0].length))
        end = match.index + match[0].length
      }
      rest = left.join('') + rest.slice(end)
    }
  }
  take([daysAfterMonth], ([month = '', day = '', year = '']) => dateKey(year, monthOf(month), day))
  take([days], ([day = '', month = '', year = '']) => dateKey(year, monthOf(month), day))
  take([/\b(\d{4})-(\d\d)-(\d\d)\b/], ([year = '', month = '', day = '']) => dateKey(year, Number(month), day))
  take([/\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b/], ([day = '', month = '', year = '']) => dateKey(year, Number(month), day))
  take(euros, ([digits = '', times = '']) => `eur:${Math.round(valueOf(digits, times) * 100)}`)
  take(dollars, ([digits = '', times = '']) => `usd:${valueOf(digits, times)}`)
  take(percents, ([digits = '']) => `percent:${valueOf(digits, '')}`)
  take(counts, ([digits = '', times = '']) => `count:${valueOf(digits, times)}`)
  take([/(?<![\p{L}\d])(\d+)/u], ([digits = '']) => `number:${Number(digits)}`)
  return found.toSorted((a, b) => a.at - b.at)
}

/** The keys of a fact of this value among the mentions; a day also without its year. A small number proves nothing: 16 may be an age. */
export function keysOf(fact: Fact): string[] {
  if ('date' in fact) return [`date:${fact.date}`, `day:${fact.date.slice(5)}`]
  if ('cents' in fact) return [`eur:${fact.cents}`]
  if ('dollars' in fact) return [`usd:${fact.dollars}`]
  if ('percent' in fact) return [`percent:${fact.percent}`]
  return 'count' in fact && fact.count >= 100 ? [`count:${fact.count}`, `number:${fact.count}`] : []
}

/** Weekdays typed in front of a date or of the quote of one: they are computed, never typed. */
export function weekdaysIn(text: string): Mention[] {
  const pattern = new RegExp(`\\b(${weekdayNames.join('|')}),? (?=\\{\\{|\\d{1,2} (?:${months})|(?:${months}) \\d)`, 'gi')
  return [...text.matchAll(pattern)].map((match) => ({ key: 'weekday', written: match[1] ?? '', at: match.index }))
}

/** Reads 17.50, 17,50, 1,250 and 1.250,50: the last mark divides the cents unless three digits follow it. */
function valueOf(digits: string, times: string): number {
  const [, whole = digits, decimals = ''] = /^(.*)[.,](\d{1,2})$/.exec(digits) ?? []
  return Number((Number(`${whole.replaceAll(/[.,]/g, '')}.${decimals || '0'}`) * (scales[times] ?? 1)).toFixed(2))
}

function dateKey(year: string, month: number, day: string): string | undefined {
  if (month < 1 || month > 12 || Number(day) < 1 || Number(day) > 31) return undefined
  const monthDay = `${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return year ? `date:${year}-${monthDay}` : `day:${monthDay}`
}

const monthOf = (name: string): number => (monthNames.indexOf(name) % 12) + 1

function named(language: (typeof languages)[number], options: Intl.DateTimeFormatOptions, at: number): string {
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(at)
}

/** Spaces instead of what is not to be searched, so that places stay where they are. */
const blank = (text: string, pattern: RegExp): string => text.replaceAll(pattern, (match) => ' '.repeat(match.length))
