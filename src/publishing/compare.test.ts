import { describe, expect, it } from 'vitest'
import { smallClaim } from '../../test/small-bundles.ts'
import { compareFiles, compareText, type Line } from './compare.ts'

const filesOf = (files: Record<string, string>) => Object.entries(files).map(([path, raw]) => ({ path, raw }))
const told = (lines: Line[]) => lines.map((line) => (line.kind === 'gap' ? `…${line.count}`
  : line.parts.map(({ kind, text }) => (kind === 'same' ? text : kind === 'in' ? `{+${text}+}` : `[-${text}-]`)).join('')))

describe('the difference of two texts', () => {
  it('marks words inside a changed line, and keeps two lines around it', () => {
    const before = '# Title\n\none\ntwo\nthree\nYou pay € 17.50 once, in advance.\nfour\nfive\nsix\n'
    expect(told(compareText(before, before.replace('once, in advance', 'once, afterwards')))).toEqual([
      '…3', 'two', 'three', 'You pay € 17.50 once, [-in advance-]{+afterwards+}.', 'four', 'five', '…1',
    ])
  })

  it('shows lines that have nothing in common below each other', () => {
    expect(told(compareText('A sentence about the harm.\n', 'Entirely other words here now\n')))
      .toEqual(['[-A sentence about the harm.-]', '{+Entirely other words here now+}'])
  })

  it('finds the line that was worked on among lines that came', () => {
    expect(told(compareText('Join before the summer ends.\n', 'A new line.\nJoin before the autumn ends.\n')))
      .toEqual(['{+A new line.+}', 'Join before the [-summer-]{+autumn+} ends.'])
  })

  it('does not search long for what stayed of a text of which every line is another', () => {
    const text = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word} ${at}`).join('\n')
    const started = performance.now()
    expect(compareText(text('was'), text('is'))).toHaveLength(40_000)
    expect(performance.now() - started).toBeLessThan(3000)
  })

  it('takes line endings and empty lines at the end for nothing', () => {
    expect(compareText('one\r\ntwo\r\n', 'one\ntwo\n\n')).toEqual([{ kind: 'gap', count: 2 }])
  })

  it('is empty lines apart and all when there was nothing', () => {
    expect(told(compareText('', '# New\n\nWords\n'))).toEqual(['{+# New+}', '{++}', '{+Words+}'])
    expect(told(compareText('# Old\n', ''))).toEqual(['[-# Old-]'])
  })
})

describe('the difference of two versions', () => {
  it('gives facts as values under their names, lists by the id of their entries', () => {
    const before = smallClaim()
    const yaml = before['claim.yaml']!.replace('registrationFee: 1750', 'registrationFee: 2000')
      .replace('on: 2020-09-08, document', 'on: 2020-09-09, document').replace('faq: [second, first]', 'faq: [first]')
      .replace('  - { name: App Limited, country: IE, from: 2021-01-01 }\n', '')
    const { facts, texts } = compareFiles(filesOf(before), filesOf({ ...before, 'claim.yaml': yaml }))
    expect(texts).toEqual([])
    expect(facts).toEqual([
      { path: ['respondents', '2', 'name'], before: 'App Limited', after: undefined },
      { path: ['respondents', '2', 'country'], before: 'IE', after: undefined },
      { path: ['respondents', '2', 'from'], before: '2021-01-01', after: undefined },
      { path: ['money', 'registrationFee'], before: '1750', after: '2000' },
      { path: ['timeline', 'complaint-letter', 'on'], before: '2020-09-08', after: '2020-09-09' },
      { path: ['faq'], before: 'second, first', after: 'first' },
    ])
  })

  it('names texts that were added, removed and changed; the lock file is left out', () => {
    const { 'en/faq/first.md': _, ...rest } = smallClaim()
    const after = {
      ...rest, 'en/faq/third.md': '# Third\n', 'nl/page/harm.md': '# Over page/harm\n\nAndere woorden.\n',
      'agreements.lock.json': '{}',
    }
    const { texts } = compareFiles(filesOf(smallClaim()), filesOf(after))
    expect(texts.map(({ name, language, state }) => `${language} ${name} ${state}`))
      .toEqual(['en faq/first removed', 'en faq/third added', 'nl page/harm changed'])
  })
})
