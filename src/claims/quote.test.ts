import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fact, Language } from './bundle.ts'
import { quotesIn, resolve, writeOut } from './quote.ts'

const nbsp = '\u00a0'
const scope = new Map<string, Fact>([
  ['opened', { date: '2020-07-27' }],
  ['on:complaint-letter', { date: '2020-09-08' }],
  ['registrationFee', { cents: 1750 }],
  ['reach', { text: { en: 'over 1 billion', nl: 'ruim 1 miljard' } }],
])
const written = (text: string, language: Language) => resolve(text, language, scope).text

describe('a quote', () => {
  it('of a date is written out in the language of the text', () => {
    expect(written('{{opened}}', 'en')).toBe('27 July 2020')
    expect(written('{{opened}}', 'nl')).toBe('27 juli 2020')
  })

  it('computes the weekday: 27 July 2020 is a Monday, 28 July a Tuesday (seed trap, domain 0.9)', () => {
    expect(written('{{opened|weekday}}', 'en')).toBe('Monday 27 July 2020')
    expect(written('{{opened|weekday}}', 'nl')).toBe('maandag 27 juli 2020')
    expect(writeOut({ date: '2020-07-28' }, 'nl', 'weekday')).toBe('dinsdag 28 juli 2020')
    expect(written('{{on:complaint-letter|weekday}}', 'nl')).toBe('dinsdag 8 september 2020')
  })

  it('of a date can be its month or its year', () => {
    expect(written('{{opened|month}} {{opened|year}}', 'nl')).toBe('juli 2020 2020')
  })

  it('has no other form', () => {
    for (const format of ['day', 'time', '', 'toString']) expect(writeOut({ date: '2020-07-27' }, 'en', format)).toBeUndefined()
    expect(writeOut({ cents: 1750 }, 'en', 'year')).toBeUndefined()
  })

  it.each<[Fact, string, string]>([
    [{ cents: 1750 }, '€17.50', `€${nbsp}17,50`],
    [{ cents: 50000 }, '€500', `€${nbsp}500`],
    [{ cents: 123456789 }, '€1,234,567.89', `€${nbsp}1.234.567,89`],
    [{ dollars: 5700000 }, 'US$5,700,000', `US$${nbsp}5.700.000`],
    [{ percent: 20 }, '20%', '20%'],
    [{ percent: 77.48 }, '77.48%', '77,48%'],
    [{ count: 1000000000 }, '1,000,000,000', '1.000.000.000'],
    [{ count: 150 }, '150', '150'],
    [{ year: 2012 }, '2012', '2012'],
    [{ name: 'ByteDance' }, 'ByteDance', 'ByteDance'],
    [{ text: { en: 'over 1 billion', nl: 'ruim 1 miljard' } }, 'over 1 billion', 'ruim 1 miljard'],
  ])('of %j follows the habit of each language (AX-06)', (fact, en, nl) => {
    expect(writeOut(fact, 'en')).toBe(en)
    expect(writeOut(fact, 'nl')).toBe(nl)
  })

  it('that names nothing stays as it is and is reported', () => {
    const { text, unknown } = resolve('a {{nothing}} b {{opened|clock}} c {{ opened }}', 'en', scope)
    expect(text).toBe('a {{nothing}} b {{opened|clock}} c {{ opened }}')
    expect(unknown.map(({ written: quote, at }) => [quote, at])).toEqual([
      ['{{nothing}}', 2],
      ['{{opened|clock}}', 16],
      ['{{ opened }}', 35],
    ])
  })

  it('that is not closed is reported, so that no brace reaches a reader', () => {
    expect(resolve('a {{opened} b }} c {{{opened}}}', 'en', scope).unknown.map(({ at }) => at)).toEqual([2, 14, 19, 28])
  })

  it('is replaced wherever it stands and nothing else is', () => {
    fc.assert(
      fc.property(fc.array(fc.string().filter((part) => !/[{}]/.test(part))), (parts) => {
        expect(written(parts.join('{{registrationFee}}'), 'en')).toBe(parts.join('€17.50'))
        expect(quotesIn(parts.join('{{reach}}')).length).toBe(Math.max(0, parts.length - 1))
      }),
    )
  })
})
