import { describe, expect, it } from 'vitest'
import { alarmsOf } from './alarms.ts'
import { beforeOpening, lacking } from './gate.ts'

const complete = beforeOpening.map((id) => ({ id, adopted: '2026-05-01', published: '2026-05-04', supplied: true }))
const words = (change: Record<string, string> = {}) =>
  new Map(
    Object.entries({
      ...Object.fromEntries(
        beforeOpening.flatMap((id) =>
          ['en', 'nl'].map((language) => [
            `${language}/transparency/${id}`,
            id === 'WEB-01' ? '# Statutes\n\nThe [statutes](https://example.org/statutes.pdf).\n' : '# Title\n\nWords.\n',
          ]),
        ),
      ),
      ...change,
    }),
  )
const gate = (disclosures: object[], texts = words()) => lacking({ disclosures: disclosures as typeof complete }, texts, '2026-05-10')
  .map(({ code, item }) => `${item} ${code}`)
const changed = (id: string, to: object) => complete.map((one) => (one.id === id ? { ...one, ...to } : one))

describe('the gate before a claim opens (WEB-01 to WEB-09)', () => {
  it('is open when each is supplied, dated and written in both languages, the statutes with their document', () => {
    expect(gate(complete)).toEqual([])
  })

  it.each([
    ['an item that is not listed', complete.slice(1), undefined, ['WEB-01 not-listed']],
    ['an item that is not supplied', changed('WEB-03', { supplied: false }), undefined, ['WEB-03 not-supplied']],
    ['an item without the day of adoption', changed('WEB-02', { adopted: undefined }), undefined, ['WEB-02 no-adopted-date']],
    ['an item without the day of publication', changed('WEB-09', { published: undefined }), undefined, ['WEB-09 no-published-date']],
    ['an item that is to be published later', changed('WEB-04', { published: '2026-05-11' }), undefined, ['WEB-04 published-later']],
    ['a text in one language only', complete, words({ 'nl/transparency/WEB-05': '# Beloning\n' }), ['WEB-05 text-missing']],
    [
      'statutes without the document', complete, words({ 'en/transparency/WEB-01': '# Statutes\n\nSoon.\n' }),
      ['WEB-01 statutes-without-document'],
    ],
  ])('names %s', (_, disclosures, texts, lacks) => expect(gate(disclosures, texts)).toEqual(lacks))
})

describe('the alarms of the public page (WEB-10)', () => {
  const alarms = (item: object, today: string) =>
    alarmsOf({ disclosures: [item] as typeof complete }, today).map(({ code, since }) => `${code} ${since}`)

  it('sounds when a management report was adopted more than 8 days ago and is not published', () => {
    const report = { id: 'WEB-04', adopted: '2026-05-01', supplied: false }
    expect(alarms(report, '2026-05-09')).toEqual([])
    expect(alarms(report, '2026-05-10')).toEqual(['report-unpublished 2026-05-09'])
    expect(alarms({ ...report, published: '2025-05-01', supplied: true }, '2026-05-10')).toEqual(['report-unpublished 2026-05-09'])
    expect(alarms({ ...report, published: '2026-05-20', supplied: true }, '2026-06-10')).toEqual([])
    expect(alarms({ ...report, id: 'WEB-03' }, '2026-06-10')).toEqual([])
  })

  it('sounds when any item was published more than 18 months ago', () => {
    const item = { id: 'WEB-06', adopted: '2024-08-31', published: '2024-08-31', supplied: true }
    expect(alarms(item, '2026-02-28')).toEqual([])
    expect(alarms(item, '2026-03-01')).toEqual(['older-than-18-months 2026-02-28'])
    expect(alarms({ ...item, supplied: false }, '2026-03-01')).toEqual([])
  })
})
