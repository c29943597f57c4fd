import type { ClaimFacts, Fact, Language, OrganisationFacts } from './bundle.ts'
import { breakEven } from './success-fee.ts'

/** Everything a text may quote, by the name between the braces. */
export type Scope = ReadonlyMap<string, Fact>

/** One `{{name}}` or `{{name|format}}` in a text; `at` is where it begins. */
export interface Quote {
  written: string
  name: string
  format: string | undefined
  at: number
}

/** Stands where something has to be written. It names no fact, so the check lists every such place until it is gone. */
export const gap = '{{to-write}}'

const noBreak = '\u00a0'
export const locales = { en: 'en-GB', nl: 'nl-NL' } as const satisfies Record<Language, string>

/**
 * The facts a text of this bundle can quote: its own, its terms (`{{registrationFee}}`), its dates (`{{on:complaint-letter}}`),
 * and for a claim, behind them, those of the foundation.
 */
export function scopeOf(facts: ClaimFacts | OrganisationFacts, organisation: OrganisationFacts | undefined): Scope {
  return new Map([...(facts.kind === 'claim' && organisation ? factsOfOrganisation(organisation) : []), ...ownFacts(facts)])
}

/** What one bundle itself offers for quoting, without the foundation behind it. Later entries win. */
export function ownFacts(facts: ClaimFacts | OrganisationFacts): [string, Fact][] {
  return facts.kind === 'claim' ? factsOfClaim(facts) : factsOfOrganisation(facts)
}

/** The text with every quote written out in its language; quotes that mean nothing stay as they are and are listed. */
export function resolve(text: string, language: Language, scope: Scope): { text: string; unknown: Quote[] } {
  const unknown: Quote[] = []
  let resolved = ''
  let done = 0
  for (const quote of quotesIn(text)) {
    const words = writeOut(scope.get(quote.name), language, quote.format)
    if (words === undefined) unknown.push(quote)
    resolved += text.slice(done, quote.at) + (words ?? quote.written)
    done = quote.at + quote.written.length
  }
  return { text: resolved + text.slice(done), unknown }
}

/** All quotes of a text in order. Braces that open or close nothing count as quotes of nothing, so that they never reach a reader. */
export function quotesIn(text: string): Quote[] {
  return [...text.matchAll(/\{\{([^{}|]*)(?:\|([^{}]*))?\}\}|\{\{|\}\}/g)].map(({ 0: written, 1: name = '', 2: format, index: at }) => ({
    written,
    name,
    format,
    at,
  }))
}

/** A fact in the words of a language, or `undefined` when there is none or the format does not fit it. */
export function writeOut(fact: Fact | undefined, language: Language, format?: string): string | undefined {
  if (!fact) return undefined
  if ('date' in fact) return writeDate(fact.date, language, format)
  if (format !== undefined) return undefined
  if ('cents' in fact) return writeMoney(fact.cents / 100, '€', language)
  if ('dollars' in fact) return writeMoney(fact.dollars, 'US$', language)
  if ('percent' in fact) return `${writeNumber(fact.percent, language, { maximumFractionDigits: 2 })}%`
  if ('count' in fact) return writeNumber(fact.count, language)
  if ('year' in fact) return String(fact.year)
  return 'name' in fact ? fact.name : fact.text[language]
}

const dateParts = new Map([
  [undefined, ['day', 'month', 'year']],
  ['weekday', ['weekday', 'day', 'month', 'year']],
  ['month', ['month', 'year']],
  ['year', ['year']],
])

/** House style: written out, with the weekday computed and never typed. */
function writeDate(date: string, language: Language, format: string | undefined): string | undefined {
  const written = new Intl.DateTimeFormat(locales[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).formatToParts(Date.parse(date))
  return dateParts
    .get(format)
    ?.map((part) => written.find(({ type }) => type === part)?.value)
    .join(' ')
}

/**
 * House style: €17.50 and € 17,50; whole amounts without decimals. The sign is set here and not by Intl, whose spaces differ
 * between releases: the words of a published agreement may not.
 */
function writeMoney(amount: number, sign: string, language: Language): string {
  const digits = Number.isInteger(amount) ? 0 : 2
  const number = writeNumber(amount, language, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return `${sign}${language === 'nl' ? noBreak : ''}${number}`
}

const writeNumber = (value: number, language: Language, options: Intl.NumberFormatOptions = {}): string =>
  new Intl.NumberFormat(locales[language], options).format(value)

function factsOfClaim(claim: ClaimFacts): [string, Fact][] {
  const { demandUpTo, registrationFee, successFixed, successPercent, vatPercent } = claim.money
  const even = breakEven(claim.money)
  return [
    ...Object.entries(claim.facts),
    ['demandUpTo', { cents: demandUpTo }],
    ['registrationFee', { cents: registrationFee }],
    ['successFixed', { cents: successFixed }],
    ['successPercent', { percent: successPercent }],
    ['vatPercent', { percent: vatPercent }],
    ...(even === undefined ? [] : [['breakEven', { cents: even }] satisfies [string, Fact]]),
    ['company', { name: claim.company }],
    ['group', { text: claim.group }],
    ['respondent', { name: claim.respondents.at(-1)?.name ?? claim.company }],
    ...[...claim.documents, ...claim.timeline].flatMap(({ id, on }): [string, Fact][] => (on ? [[`on:${id}`, { date: on }]] : [])),
    ...claim.timeline.flatMap(({ id, after }): [string, Fact][] => (after ? [[`after:${id}`, { date: after }]] : [])),
  ]
}

function factsOfOrganisation(organisation: OrganisationFacts): [string, Fact][] {
  const names = {
    organisation: organisation.name,
    organisationLegal: organisation.legalName,
    organisationEmail: organisation.email,
    organisationAddress: organisation.address.join(', '),
    organisationPhone: organisation.phone,
    registerNumber: organisation.registerNumber,
    vatId: organisation.vatId,
    iban: organisation.bank.iban,
  }
  return [...Object.entries(organisation.facts), ...Object.entries(names).map(([name, value]): [string, Fact] => [name, { name: value }])]
}
