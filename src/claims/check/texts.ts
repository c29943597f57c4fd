import { languages } from '#claims/bundle.ts'
import { keysOf, mentionsIn, weekdaysIn } from './mentions.ts'
import { askedFamilies, neededTexts } from './needed-texts.ts'
import { gap, quotesIn, resolve, type Scope } from '#claims/quote.ts'
import type { Bundle, BundleText } from '#claims/read-bundle.ts'
import { picturesShownIn } from '#claims/picture-file.ts'
import { say, type Said } from '#claims/sayings.ts'

/** Reports a fault in a text; `at` is the offset in the raw file, 0 for the text as a whole. */
export type ReportText = (text: BundleText, at: number, said: Said) => void
/** Reports that a text is not there; `askedBy` is the place in the facts file. */
export type ReportMissing = (path: string, askedBy: PropertyKey[]) => void

/** Every text exists in every language, and none exists for nothing. */
export function checkPresence(bundle: Bundle, reportMissing: ReportMissing, report: ReportText): void {
  const present = new Set(bundle.texts.map(({ language, name }) => `${language}/${name}`))
  const needed = neededTexts(bundle.facts)
  const names = new Map(bundle.texts.map(({ name }) => [name, [] as PropertyKey[]]))
  for (const { name, askedBy } of needed) names.set(name, askedBy)
  for (const [name, askedBy] of names) {
    for (const language of languages) if (!present.has(`${language}/${name}`)) reportMissing(`${language}/${name}.md`, askedBy)
  }
  const cards = bundle.texts.some(({ name }) => name.startsWith('page/why-'))
  if (bundle.facts.kind === 'claim' && !cards) reportMissing('en/page/why-….md', [])
  const asked = new Set(needed.map(({ name }) => name))
  for (const text of bundle.texts) {
    if (askedFamilies.includes(text.name.split('/')[0] ?? '') && !asked.has(text.name))
      report(text, 0, say('not-asked', { file: bundle.factsFile }))
  }
}

/** What one text says by itself: only known facts and sources, no value typed that is a fact, nothing the pages cannot show. */
export function checkText(text: BundleText, scope: Scope, sources: Set<string>, report: ReportText): void {
  for (const { at, written } of resolve(text.raw, text.language, scope).unknown)
    report(text, at, say(written === gap ? 'to-write' : 'unknown-fact', { quote: written }))
  // Two facts may have one value: which of them is meant, the writer knows.
  const known = Map.groupBy(
    [...scope].flatMap(([name, fact]) => keysOf(fact).map((key) => ({ key, quote: `{{${name}}}` }))),
    ({ key }) => key,
  )
  for (const { key, written, at } of mentionsIn(text.raw)) {
    const quotes = known.get(key)?.map(({ quote }) => quote)
    if (quotes) report(text, at, say('typed-fact', { written, fact: quotes.join(' / ') }))
  }
  for (const { written, at } of weekdaysIn(text.raw))
    report(text, at, say('typed-weekday', { written, form: '{{name|weekday}}' }))
  for (const { mark, at } of marksIn(text.raw)) if (!sources.has(mark)) report(text, at, say('no-source', { mark: `[^${mark}]` }))
  for (const match of text.raw.matchAll(/<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/gi))
    report(text, match.index, say('html', { tag: match[0] }))
  if (text.name === 'page/share') checkShare(text, scope, report)
}

/** The same text in two languages states the same facts: quotes, typed values, source marks, and a body at all. */
export function checkDifferences(texts: BundleText[], report: ReportText): void {
  const byName = Map.groupBy(texts, ({ name }) => name)
  for (const versions of byName.values()) {
    for (const text of versions) {
      for (const other of versions) if (other !== text) compare(text, other, report)
    }
  }
}

function compare(text: BundleText, other: BundleText, report: ReportText): void {
  const says = new Set(statements(other).map(({ key }) => key))
  const reported = new Set<string>()
  for (const { key, written, at } of statements(text)) {
    if (says.has(key) || reported.has(key)) continue
    reported.add(key)
    report(text, at, say('not-in-other', { statement: written, language: other.language }))
  }
  if (text.body && !other.body) report(other, 0, say('title-only', { language: text.language }))
  if (text.head && other.head && text.head.version !== other.head.version && text.language < other.language) {
    report(other, 0, say('other-version', { version: other.head.version, language: text.language, other: text.head.version }))
  }
}

/** What a text states, comparable across languages. */
function statements({ raw }: BundleText): { key: string; written: string; at: number }[] {
  return [
    ...quotesIn(raw).map(({ name, written, at }) => ({ key: `{{${name}}}`, written, at })),
    ...mentionsIn(raw).map(({ key, written, at }) => ({ key, written: `‘${written}’`, at })),
    ...marksIn(raw).map(({ mark, at }) => ({ key: `[^${mark}]`, written: `[^${mark}]`, at })),
    ...picturesShownIn(raw).map(({ id, at }) => ({ key: `picture:${id}`, written: `![](picture:${id})`, at })),
  ]
}

const marksIn = (raw: string) => [...raw.matchAll(/\[\^([^[\]\s]+)\]/g)].map(({ 1: mark = '', index: at }) => ({ mark, at }))

/** Search engines and messengers cut longer ones off. */
function checkShare({ title, body, language, ...text }: BundleText, scope: Scope, report: ReportText): void {
  const length = (words: string) => resolve(words, language, scope).text.length
  const whole = { ...text, title, body, language }
  if (length(title) > 60) report(whole, 0, say('long-title', { length: length(title), most: 60 }))
  if (length(body) > 155) report(whole, title.length, say('long-description', { length: length(body), most: 155 }))
}

/** The line of an offset in a file, from 1. */
export function lineAt(raw: string, at: number): number {
  let line = 1
  for (let end = raw.indexOf('\n'); end >= 0 && end < at; end = raw.indexOf('\n', end + 1)) line += 1
  return line
}
