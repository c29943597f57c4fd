import { IntlMessageFormat } from 'intl-messageformat'
import en from './en.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }
import type { None, Words } from './keys.ts'

export type WordKey = keyof Words
type Arguments<K extends WordKey> = None extends Words[K] ? (keyof Words[K] extends never ? [] : [Words[K]]) : [Words[K]]

/** Says a sentence of the interface in one language; a key or argument that does not exist does not compile. */
export type T = <K extends WordKey>(key: K, ...given: Arguments<K>) => string

const spoken = { en, nl } as Record<'en' | 'nl', Record<string, string>>
const locales = { en: 'en-GB', nl: 'nl-NL' } as const

const formats = { date: { long: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Amsterdam' } } } as const

function translator(language: 'en' | 'nl'): T {
  const messages = spoken[language]
  const made = new Map<string, IntlMessageFormat>()
  const formatted = (key: string, message: string, given: object) => {
    let format = made.get(key)
    if (!format) made.set(key, (format = new IntlMessageFormat(message, locales[language], formats)))
    return format.format(given as Record<string, string>) as string
  }
  return (key, ...given) => {
    const message = messages[key]
    if (message === undefined) throw new Error(`no words for ${key} in ${language}`)
    return given.length ? formatted(key, message, given[0] as object) : message
  }
}

const translators = { en: translator('en'), nl: translator('nl') }

export const isWordKey = (key: string): key is WordKey => Object.hasOwn(en, key)

/** The translator of a language. */
export const wordsIn = (language: 'en' | 'nl'): T => translators[language]
