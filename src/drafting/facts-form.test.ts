import { readFileSync } from 'node:fs'
import { parseDocument } from 'yaml'
import { describe, expect, it } from 'vitest'
import { languages } from '#claims/bundle.ts'
import { bundleOf } from '#claims/read-bundle.ts'
import { smallClaim } from '../../test/small-bundles.ts'
import { printFacts } from './facts-file.ts'
import { applyPart, countItems, moveItem, writePart } from './facts-form.ts'
import { applyNamedFacts, listNamedFacts } from './named-facts.ts'
import { parts } from './parts.ts'

const example = (name: string) =>
  readFileSync(name === 'organisation' ? 'content/organisation/organisation.yaml' : `content/claims/${name}/claim.yaml`, 'utf8')
const part = (name: string, of: 'claim' | 'organisation' = 'claim') => parts.find((one) => one.name === name && one.of === of)!
const small = smallClaim()['claim.yaml']!

/** What the form would send if nobody touched it. */
function rowsOf(raw: string, language: 'en' | 'nl') {
  return Object.fromEntries(listNamedFacts(parseDocument(raw), language).flatMap((row, at) => [
    [`i${at}-name`, row.name], [`i${at}-kind`, row.kind], [`i${at}-value`, row.value], [`i${at}-value-en`, row.values.en],
    [`i${at}-value-nl`, row.values.nl],
  ]))
}

describe('a facts file that went through the forms', () => {
  it.each(['tiktok', 'zoom', 'bank-cartel', 'organisation'])('of %s is the same, byte for byte, when nothing was changed', (name) => {
    for (const language of languages) {
      const document = parseDocument(example(name))
      for (const one of parts.filter(({ of }) => of === (name === 'organisation' ? 'organisation' : 'claim'))) {
        expect(applyPart(document, one, writePart(document, one, language), language)).toEqual({})
      }
      expect(applyNamedFacts(document, rowsOf(example(name), language), language)).toEqual({})
      expect(printFacts(document)).toBe(example(name))
    }
  })

  it('keeps comments and order around what was changed', () => {
    const document = parseDocument(example('tiktok'))
    const typed = { ...writePart(document, part('money'), 'nl'), registrationFee: '€ 20,50', successPercent: '22,5' }
    expect(applyPart(document, part('money'), typed, 'nl')).toEqual({})
    const facts = { ...rowsOf(example('tiktok'), 'nl'), 'i0-value': '2021' }
    expect(applyNamedFacts(document, facts, 'nl')).toEqual({})
    const [before, after] = [example('tiktok').split('\n'), printFacts(document).split('\n')]
    expect(after.filter((line, at) => line !== before[at])).toEqual([
      '  registrationFee: 2050', '  successPercent: 22.5', '  asOf: { year: 2021 }',
    ])
    expect(after.length).toBe(before.length)
  })

  it('says the same facts when every value was typed anew in the other language’s way of writing', () => {
    const again = parseDocument(small)
    const typed = writePart(parseDocument(small), part('money'), 'nl')
    expect(typed['registrationFee']).toBe('17,50')
    expect(writePart(again, part('money'), 'en')['registrationFee']).toBe('17.50')
    expect(applyPart(again, part('money'), typed, 'en')).toEqual({})
    expect(again.toJS()).toEqual(parseDocument(small).toJS())
  })
})

describe('a list', () => {
  const raw =
    'kind: claim\n# first comes this\nsources:\n  # of the paper\n  - { id: paper, publisher: P, title: { en: A, nl: B } }'
    + '\n  # of the court\n  - id: court # the highest\n    publisher: Q\n    title: { en: C, nl: D }\n'
  it('takes in what is typed into the empty form at its end', () => {
    const document = parseDocument(raw)
    const typed = {
      ...writePart(document, part('sources'), 'en'), 'new-id': 'report', 'new-publisher': 'R', 'new-title-en': 'E',
      'new-title-nl': 'F', 'new-on': '2020-07-28',
    }
    expect(applyPart(document, part('sources'), typed, 'en')).toEqual({})
    expect(countItems(document, part('sources'))).toBe(3)
    expect(document.toJS().sources[2]).toEqual({ id: 'report', publisher: 'R', title: { en: 'E', nl: 'F' }, on: '2020-07-28' })
    expect(printFacts(document)).toContain('# of the court')
  })

  it('moves an item with its comments, and takes one away', () => {
    const document = parseDocument(raw)
    moveItem(document, ['sources'], { act: 'up', item: 1 })
    expect(document.toJS().sources.map(({ id }: { id: string }) => id)).toEqual(['court', 'paper'])
    expect(printFacts(document)).toMatch(/id: court # the highest/)
    moveItem(document, ['sources'], { act: 'remove', item: 1 })
    moveItem(document, ['sources'], { act: 'remove', item: 7 })
    expect(document.toJS().sources.map(({ id }: { id: string }) => id)).toEqual(['court'])
  })

  it('begins where the file has none yet', () => {
    const document = parseDocument('kind: claim\n')
    expect(applyPart(document, part('faq'), { 'new-id': 'what-is-this' }, 'en')).toEqual({})
    expect(document.toJS()).toEqual({ kind: 'claim', faq: ['what-is-this'] })
    expect(applyNamedFacts(document, { 'new-name': 'opened', 'new-kind': 'date', 'new-value': '2020-07-27' }, 'en')).toEqual({})
    expect(document.toJS().facts).toEqual({ opened: { date: '2020-07-27' } })
  })
})

describe('a value that cannot stand in the facts', () => {
  it.each([
    ['money', 'registrationFee', 'free', 'amount-wrong'],
    ['money', 'registrationFee', '-5', 'amount-wrong'],
    ['money', 'registrationFee', '', 'value-missing'],
    ['money', 'vatPercent', '101', 'percent-wrong'],
    ['money', 'vatPercent', 'x', 'percent-wrong'],
    ['money', 'successRounding', 'up', 'choice-wrong'],
    ['money', 'combinedOfferEndsWith', 'nowhere', 'choice-wrong'],
    ['general', 'figure-hue', '360', 'hue-wrong'],
    ['general', 'hosts', 'https://x', 'host-wrong'],
    ['general', 'usage-accounts', 'passport', 'id-wrong'],
    ['respondents', 'i0-country', 'Nederland', 'country-wrong'],
    ['respondents', 'i0-from', '2021-02-30', 'day-wrong'],
    ['timeline', 'i0-id', 'Not An Id', 'id-wrong'],
    ['timeline', 'i0-id', '', 'value-missing'],
    ['timeline', 'i0-document', 'none', 'choice-wrong'],
    ['documents', 'i0-on', '31-12-2020', 'day-wrong'],
    ['documents', 'i0-audience', 'all', 'choice-wrong'],
    ['sources', 'i0-url', 'javascript:alert(1)', 'link-wrong'],
    ['sources', 'i0-url', 'data:text/html,x', 'link-wrong'],
    ['news', 'i0-url', 'example.org', 'link-wrong'],
    ['news', 'i0-at', 'yesterday', 'instant-wrong'],
    ['news', 'new-publisher', 'P', 'value-missing', 'new-id'],
    ['agreements', 'i0-kind', 'lease', 'choice-wrong'],
    ['capacities', 'i0-scope', 'everything', 'id-wrong'],
    ['court', 'lastDay', 'soon', 'day-wrong'],
    ['faq', 'i0-id', 'a b', 'id-wrong'],
    ['sources', 'i0-publisher', 'x'.repeat(2001), 'word-too-long'],
  ])('%s: %s = %s is refused as %s, beside its field', (name, field, typed, because, at = field) => {
    const document = parseDocument(small)
    const faults = applyPart(document, part(name), { ...writePart(document, part(name), 'en'), [field]: typed }, 'en')
    expect(faults[at]).toBe(because)
  })

  it.each([
    ['email', 'someone', 'email-wrong'],
    ['bank-iban', 'NL00ABNA0417164300', 'iban-wrong'],
    ['bank-bic', 'X', 'bic-wrong'],
    ['country', 'NLD', 'country-wrong'],
  ])('of the foundation: %s = %s is refused as %s', (field, typed, because) => {
    const document = parseDocument(example('organisation'))
    const general = part('general', 'organisation')
    expect(applyPart(document, general, { ...writePart(document, general, 'en'), [field]: typed }, 'en')).toEqual({ [field]: because })
  })

  it.each([
    ['i0-name', 'Opened', 'fact-name-wrong'],
    ['i0-name', '', 'value-missing'],
    ['i0-value', '27 July', 'day-wrong'],
    ['i0-value', '', 'value-missing'],
    ['i0-kind', 'colour', 'choice-wrong'],
    ['i1-name', 'opened', 'fact-name-twice'],
    ['i1-value', 'many', 'whole-wrong'],
  ])('a named fact: %s = %s is refused as %s', (field, typed, because) => {
    const document = parseDocument(small)
    expect(applyNamedFacts(document, { ...rowsOf(small, 'en'), [field]: typed }, 'en')).toEqual({ [field]: because })
  })

  it('of a new fact with a name that is taken is refused', () => {
    const typed = { ...rowsOf(small, 'en'), 'new-name': 'users', 'new-kind': 'count', 'new-value': '5' }
    expect(applyNamedFacts(parseDocument(small), typed, 'en')).toEqual({ 'new-name': 'fact-name-twice' })
  })

  it('is not saved under an address that leads to a script, whoever wrote the file (XSS)', () => {
    const files = Object.entries({
      ...smallClaim(),
      'claim.yaml': small.replace('publisher: The Paper,', "publisher: The Paper, url: 'javascript:alert(1)',"),
    })
    const { bundle, findings } = bundleOf('app', files.map(([path, raw]) => ({ path, raw })))
    expect(bundle).toBeUndefined()
    expect(findings).toEqual([expect.objectContaining({ code: 'wrong-fact', at: ['sources', 0, 'url'] })])
  })
})

describe('words to tick', () => {
  it('become the list, and none of them an empty one', () => {
    const document = parseDocument(small)
    const typed = {
      ...writePart(document, part('general'), 'en'), 'usage-accounts': 'ticks', 'usage-accounts-email': 'yes',
      'usage-accounts-phone': 'yes',
    }
    expect(applyPart(document, part('general'), typed, 'en')).toEqual({})
    expect(document.toJS().usage).toEqual({ accounts: ['email', 'phone'] })
    expect(applyPart(document, part('general'), { 'usage-accounts': 'ticks' }, 'en')).toEqual({})
    expect(document.toJS().usage).toEqual({ accounts: [] })
  })
})

describe('the facts of a court', () => {
  const typed = {
    name: 'Rechtbank Amsterdam', address: 'Postbus 84500\r\n1080 BN Amsterdam', caseNumber: 'C/13/1',
    announcedOn: '2026-01-02', lastDay: '2026-06-01', referenceDate: '2020-01-01', abroad: 'opt-in',
  }
  it('come as a whole and go as a whole', () => {
    const document = parseDocument(small)
    expect(applyPart(document, part('court'), typed, 'en')).toEqual({})
    expect(document.toJS().court).toMatchObject({ address: ['Postbus 84500', '1080 BN Amsterdam'], lastDay: '2026-06-01' })
    const empty = Object.fromEntries(Object.keys(typed).map((name) => [name, name === 'abroad' ? 'opt-in' : '']))
    expect(applyPart(document, part('court'), empty, 'en')).toEqual({})
    expect(document.toJS()).not.toHaveProperty('court')
  })
})
