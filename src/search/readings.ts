import { normaliseEmail } from '#identity/address.ts'
import type { Vault } from '#platform/vault.ts'
import { canonicalEmail, foldedAccount, foldedPostcode, isShort, longestStart, nameWords, startOf } from './fold.ts'
import { bornAs, termOf, type TermKind } from './terms.ts'

/** What a word in the search box can be. */
export type Sought = Extract<TermKind, 'name' | 'born' | 'email' | 'reference' | 'postcode' | 'account'>

/**
 * One way to read what was typed: all of it must hold. `widened`: longer words are looked for by their first letters; `short`: which words
 * of a name have fewer than three letters, so that only whole words are found by them.
 */
export interface Reading { kinds: Sought[]; terms: string[]; widened: boolean; short: 'none' | 'some' | 'all' }

type Part = readonly [Sought, string]

/**
 * The ways to read what was typed into the search box, the likeliest first; the first under which anybody is known counts. None: too short,
 * or nothing that is looked for (a date of birth alone finds nobody, it goes with a word of the name).
 */
export function readingsOf(vault: Pick<Vault, 'index'>, typed: string): Reading[] {
  const text = typed.normalize('NFC').replace(/\p{Pd}/gu, '-').trim().slice(0, 200)
  return waysOf(text).filter((parts) => parts.length > 0).map((parts) => ({
    kinds: [...new Set(parts.map(([kind]) => kind))].sort(), terms: parts.map(([kind, value]) => termOf(vault, kind, value)),
    widened: isWidened(text, parts), short: shortIn(parts),
  }))
}

function waysOf(text: string): Part[][] {
  const email = normaliseEmail(text)
  if (email) return [[['email', canonicalEmail(email)]]]
  const { born, rest, postcode } = takeApart(text)
  const words = nameWords(rest)
  const named = (start: boolean): Part[] => [...postcode, ...words.map((word): Part =>
    (born ? ['born', bornAs(born, word)] : ['name', start ? startOf(word, longestStart) : word]))]
  const account: Part[] = !born && text.length >= 3 ? [['account', foldedAccount(text)]] : []
  // A plain word is a name first, whatever else is an account or a number first.
  const plain = /^[\p{L}\p{M} '’-]+$/u.test(text)
  const byName = born && !words.length ? [] : [named(false), ...(born ? [] : [named(true)])]
  return plain ? [referenceIn(text), ...byName, account] : [referenceIn(text), wholePostcode(text), account, ...byName]
}

/** A reference as people copy it, in groups of four or within the reference of a payment. */
function referenceIn(text: string): Part[] {
  const [, reference] = /^(?:RF\d\d)?(?:JN)?([0-9A-HJKMNP-TV-Z]{12})$/.exec(text.replace(/[\s-]/g, '').toUpperCase()) ?? []
  return reference ? [['reference', reference]] : []
}

/** A postcode of any country, typed alone. */
const wholePostcode = (text: string): Part[] =>
  /^(?=.*\d)[\p{L}\d][\p{L}\d -]{2,8}$/u.test(text) ? [['postcode', foldedPostcode(text)]] : []

/** Takes a date of birth and a Dutch postcode out of the text; what is left are words of a name. */
function takeApart(text: string): { rest: string; born: string | undefined; postcode: Part[] } {
  const date = dateIn(text)
  const withoutDate = date ? text.replace(date.typed, ' ') : text
  const code = /(?<![\p{L}\d])([1-9]\d{3}) ?([a-z]{2})(?![\p{L}\d])/iu.exec(withoutDate)
  return {
    rest: code ? withoutDate.replace(code[0], ' ') : withoutDate, born: date?.day,
    postcode: code ? [['postcode', foldedPostcode(code[0])]] : [],
  }
}

function dateIn(text: string): { typed: string; day: string } | undefined {
  const iso = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text)
  const european = /(?<!\d)(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})(?!\d)/.exec(text)
  const [typed, year, month, day] = iso ?? (european && [european[0], european[3], european[2], european[1]]) ?? []
  if (!typed || !year || !month || !day || Number(month) > 12 || Number(day) > 31) return undefined
  return { typed, day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` }
}

const isWidened = (text: string, parts: readonly Part[]): boolean => {
  const words = nameWords(text)
  return parts.some(([kind, value]) => kind === 'name' && !words.includes(value))
}

function shortIn(parts: readonly Part[]): Reading['short'] {
  const words = parts.filter(([kind]) => kind === 'name')
  const short = words.filter(([, word]) => isShort(word)).length
  return short === 0 ? 'none' : short < words.length ? 'some' : 'all'
}
