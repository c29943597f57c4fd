import { describe, expect, it } from 'vitest'
import { readText } from '#claims/text-file.ts'
import { mentionsIn, weekdaysIn } from './mentions.ts'
import { checkText } from './texts.ts'

const keys = (text: string) => mentionsIn(text).map(({ key }) => key)

describe('typed values', () => {
  it.each([
    ['€17.50', 'eur:1750'],
    ['€ 17,50', 'eur:1750'],
    ['EUR 17.50', 'eur:1750'],
    ['17,50 euro', 'eur:1750'],
    ['€ 1.250,50', 'eur:125050'],
    ['€1,250', 'eur:125000'],
    ['EUR 500.00', 'eur:50000'],
    ['€ 2 miljoen', 'eur:200000000'],
    ['US$5.7 million', 'usd:5700000'],
    ['5,7 miljoen dollar', 'usd:5700000'],
    ['USD 75 billion', 'usd:75000000000'],
    ['20 %', 'percent:20'],
    ['20 procent', 'percent:20'],
    ['20 per cent', 'percent:20'],
    ['77,48%', 'percent:77.48'],
    ['12,480 people', 'count:12480'],
    ['12.480 mensen', 'count:12480'],
    ['1 billion users', 'count:1000000000'],
    ['1 miljard', 'count:1000000000'],
    ['27 July 2020', 'date:2020-07-27'],
    ['27 juli 2020', 'date:2020-07-27'],
    ['July 27, 2020', 'date:2020-07-27'],
    ['8th of September 2020', 'date:2020-09-08'],
    ['2020-09-08', 'date:2020-09-08'],
    ['8-9-2020', 'date:2020-09-08'],
    ['op 8 september', 'day:09-08'],
  ])('reads %s as %s in either language', (text, key) => expect(keys(`Words ${text}. More.`)).toEqual([key]))

  it('are not quotes, addresses of links, or the version of an agreement', () => {
    expect(keys('---\nversion: 2020-07-27\n---\n{{registrationFee}} [x](https://a.example/2020-07-28/20%25)')).toEqual([])
  })

  it('are other numbers by themselves: ages, articles, years', () => {
    expect(keys('Children under 16 may join; art. 82 GDPR, in 2018, B1')).toEqual(['number:16', 'number:82', 'number:2018'])
  })

  it('are found where they stand', () => {
    expect(mentionsIn('a € 5 b 20% c').map(({ at, written }) => [at, written])).toEqual([
      [2, '€ 5'],
      [8, '20%'],
    ])
  })
})

describe('a typed weekday', () => {
  it('is found before a date or the quote of one', () => {
    expect(weekdaysIn('maandag 28 juli 2020, Monday {{opened}}, on Monday, we').map(({ written }) => written)).toEqual([
      'maandag',
      'Monday',
    ])
  })
})

it.each(['1.', '1 ', '{{', '[^', '<a ', '1.000', '€ 1'])('a text of nothing but “%s” is searched in no long time', (part) => {
  const started = performance.now()
  const raw = `# Title\n\n${part.repeat(60_000)}\n`
  const text = { ...readText('page/harm', raw).text!, raw, language: 'en' as const, name: 'page/harm', path: 'en/page/harm.md' }
  checkText(text, new Map(), new Set(), () => undefined)
  expect(performance.now() - started).toBeLessThan(3000)
})
