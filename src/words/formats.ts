type Language = 'en' | 'nl'
const locale = { en: 'en-GB', nl: 'nl-NL' } as const

/** Makes each format once: making one costs far more than using it. */
function once<Options extends object, Format>(make: (language: Language, options: Options) => Format) {
  const made = new Map<string, Format>()
  return (language: Language, options: Options): Format => {
    const key = language + JSON.stringify(options)
    const known = made.get(key)
    if (known) return known
    const format = make(language, options)
    made.set(key, format)
    return format
  }
}
const dates = once((language, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale[language], options))
const numbers = once((language, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale[language], options))

const noon = (day: string) => new Date(`${day}T12:00:00Z`)

/** Euro cents as people write them: `€17.50` in English, `€ 17,50` in Dutch; whole euros without decimals. */
export function money(language: Language, cents: number): string {
  const digits = cents % 100 === 0 ? 0 : 2
  return numbers(language, { style: 'currency', currency: 'EUR', minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(cents / 100)
}

/** A calendar day (`YYYY-MM-DD`) written out: 27 July 2020. */
export const day = (language: Language, date: string) =>
  dates(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon(date))

/** A calendar day in few letters, without its year: 27 Jul. */
export const shortDay = (language: Language, date: string) =>
  dates(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(noon(date))

/** A month in few letters: Jul 2020. */
export const shortMonth = (language: Language, date: string) =>
  dates(language, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(noon(date))

/** A month (`YYYY-MM`) written out: March 2019. */
export const month = (language: Language, text: string) =>
  dates(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon(`${text}-15`))

/** An instant as day and time in the claim's time zone. */
export const dayAndTime = (language: Language, at: Date, timeZone = 'Europe/Amsterdam') =>
  dates(language, { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone }).format(at)

/** Hours and minutes in the claim's time zone. */
export const time = (language: Language, at: Date, timeZone = 'Europe/Amsterdam') =>
  dates(language, { hour: '2-digit', minute: '2-digit', timeZone }).format(at)

/** Hours and minutes from which something is possible: the minute that begins at the instant or after it. */
export const timeFrom = (language: Language, at: Date, timeZone?: string) => time(language, new Date(at.getTime() + 59_999), timeZone)

/** A reference or account number in groups of four, as people copy it. */
export const inFours = (text: string) => text.replace(/(.{4})(?=.)/g, '$1 ')

export const number = (language: Language, value: number) => numbers(language, {}).format(value)

/** A number as it is typed into a form: with the decimal mark of the reader and nothing between the thousands. */
export const plainNumber = (language: Language, value: number, digits?: number) => numbers(language,
  { useGrouping: false, maximumFractionDigits: digits ?? 4, ...(digits !== undefined && { minimumFractionDigits: digits }) }).format(value)

export const percent = (language: Language, value: number) => `${number(language, value)}%`

/** The name of a country by its two letters, in the reader's language. */
export const country = (language: Language, code: string) => new Intl.DisplayNames(locale[language], { type: 'region' }).of(code) ?? code
