import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { contentFolder, smallClaim, smallOrganisation, writeFiles, type Files } from '../../test/small-bundles.ts'
import { checkContent, lockAgreements } from './check.ts'

const folders: { remove(): Promise<void> }[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await folder.remove()
})

/** Content without a fault and locked, then changed. */
async function content(change: (claim: Files, organisation: Files) => void = () => {}) {
  const [claim, organisation] = [smallClaim(), smallOrganisation()]
  const made = await contentFolder({ app: claim }, organisation)
  folders.push(made)
  await lockAgreements(await checkContent(made.folder))
  const before = { ...claim }
  change(claim, organisation)
  await writeFiles(join(made.folder, 'claims/app'), claim)
  await writeFiles(join(made.folder, 'organisation'), organisation)
  return { folder: made.folder, before }
}
async function findings(change?: Parameters<typeof content>[0]) {
  const { folder } = await content(change)
  return (await checkContent(folder)).findings.map(({ path, line, message }) => `${path.slice(folder.length + 1)}:${line} ${message}`)
}
const replace = (files: Files, path: string, from: string, to: string) => {
  const text = files[path] ?? ''
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`)
  files[path] = text.replace(from, to)
}
const lineOf = (files: Files, path: string, words: string) => (files[path] ?? '').split('\n').findIndex((line) => line.includes(words)) + 1

describe('the check of content', () => {
  it('finds nothing in a complete bundle', async () => expect(await findings()).toEqual([]))

  it('finds a fact of the wrong shape at its line', async () => {
    const line = lineOf(smallClaim(), 'claim.yaml', 'registrationFee')
    expect(await findings((claim) => replace(claim, 'claim.yaml', 'registrationFee: 1750', 'registrationFee: 17.50'))).toEqual([
      expect.stringMatching(new RegExp(`^claims/app/claim.yaml:${line} money.registrationFee: `)),
    ])
  })

  it('finds YAML that cannot be read', async () => {
    expect(await findings((claim) => replace(claim, 'claim.yaml', 'phase: open', 'phase: [open'))).toEqual([
      expect.stringMatching(/^claims\/app\/claim.yaml:\d+ /),
    ])
  })

  it.each([
    ['faq', 'faq: [second, first]', 'faq: [second, first, third]', 'faq/third'],
    ['timeline', '  - { id: first-answer,', '  - { id: summons, planned: true }\n  - { id: first-answer,', 'timeline/summons'],
    ['document', 'documents:', 'documents:\n  - { id: request, on: 2020-11-06, audience: public }', 'documents/request'],
    ['news', 'news:', "news:\n  - { id: report, at: '2020-07-08T12:44:00+02:00', publisher: P, section: { en: T, nl: T } }", 'news/report'],
  ])('finds a %s id without its text, in each language', async (_, from, to, name) => {
    const found = await findings((claim) => replace(claim, 'claim.yaml', from, to))
    expect(found).toEqual(['en', 'nl'].map((language) => expect.stringContaining(`the text ${language}/${name}.md is missing`)))
  })

  it('finds a capacity that would cover something no sealed document has words for', async () => {
    const found = await findings((claim) =>
      replace(claim, 'claim.yaml', 'scope: [complain-to-authority]', 'scope: [complain-to-authority, everything]'),
    )
    expect(found).toEqual([expect.stringMatching(/^claims\/app\/claim.yaml:\d+ everything is nothing that a capacity can cover/)])
  })

  it('finds a text that exists in one language only', async () => {
    expect(await findings((claim) => Object.assign(claim, { 'en/page/extra.md': '# Extra\n' }))).toEqual([
      'claims/app/claim.yaml:1 the text nl/page/extra.md is missing',
    ])
  })

  it('finds a text that no id asks for', async () => {
    expect(await findings((claim) => Object.assign(claim, { 'en/faq/old.md': '# Old\n', 'nl/faq/old.md': '# Oud\n' }))).toEqual([
      'claims/app/en/faq/old.md:1 no id in claim.yaml asks for this text',
      'claims/app/nl/faq/old.md:1 no id in claim.yaml asks for this text',
    ])
  })

  it('finds an unknown fact', async () => {
    const found = await findings((claim) =>
      ['en', 'nl'].forEach((language) => replace(claim, `${language}/page/money.md`, '{{opened|weekday}}', '{{opend}}')),
    )
    expect(found).toEqual(
      ['en', 'nl'].map((language) => `claims/app/${language}/page/money.md:4 {{opend}} names no fact, or a form the fact does not have`),
    )
  })

  it('finds a fact that is quoted in one language only', async () => {
    expect(await findings((claim) => replace(claim, 'nl/page/money.md', 'eenmalig {{registrationFee}}', 'eenmalig een bedrag'))).toEqual([
      'claims/app/en/page/money.md:3 {{registrationFee}} is not in nl',
    ])
  })

  it('finds a number that differs between the languages', async () => {
    const found = await findings((claim) => {
      replace(claim, 'en/page/harm.md', 'Words', 'Within 14 days')
      replace(claim, 'nl/page/harm.md', 'Woorden', 'Binnen 30 dagen')
    })
    expect(found).toEqual(['claims/app/en/page/harm.md:3 ‘14’ is not in nl', 'claims/app/nl/page/harm.md:3 ‘30’ is not in en'])
  })

  it('finds a typed value or a source mark that the other language does not have', async () => {
    const found = await findings((claim) => {
      replace(claim, 'nl/page/harm.md', 'Woorden', 'Sinds 5 mei 2019')
      replace(claim, 'nl/page/headline.md', '[^paper]', '')
    })
    expect(found).toEqual([
      'claims/app/en/page/headline.md:3 [^paper] is not in nl',
      'claims/app/nl/page/harm.md:3 ‘5 mei 2019’ is not in en',
    ])
  })

  it.each(['€ 17,50', 'EUR 17.50', '20 %', '27 July 2020', '27 juli', '8 september 2020', 'US$5.7 million', '12.480'])(
    'finds %s typed where a fact has that value',
    async (typed) => {
      const found = await findings((claim) =>
        ['en', 'nl'].forEach((language) =>
          replace(claim, `${language}/page/harm.md`, language === 'en' ? 'Words' : 'Woorden', `x\n${typed} x`),
        ),
      )
      expect(found).toEqual(
        ['en', 'nl'].map((language) =>
          expect.stringMatching(`^claims/app/${language}/page/harm.md:4 ‘${typed.replace('$', '\\$')}’ is typed where \\{\\{`),
        ),
      )
    },
  )

  it('finds a typed weekday before a date (seed trap, domain 0.9)', async () => {
    expect(await findings((claim) => replace(claim, 'nl/page/money.md', '{{opened|weekday}}', 'dinsdag {{opened}}'))).toEqual([
      'claims/app/nl/page/money.md:4 ‘dinsdag’ is typed before a date: write the date as {{name|weekday}}',
    ])
  })

  it('finds a source mark without a source', async () => {
    const found = await findings((claim) =>
      ['en', 'nl'].forEach((language) => replace(claim, `${language}/page/headline.md`, '[^paper]', '[^papre]')),
    )
    expect(found).toEqual(['en', 'nl'].map((language) => `claims/app/${language}/page/headline.md:3 [^papre] is not among the sources`))
  })

  it('finds a picture without alternative text in the facts, and one from elsewhere in a text', async () => {
    expect(await findings((claim) => replace(claim, 'claim.yaml', ', nl: Een kind met een telefoon', ''))).toEqual([
      expect.stringContaining('pictures.0.alt.nl'),
    ])
    expect(await findings((claim) => replace(claim, 'en/page/harm.md', 'Words', '![](a.svg)'))).toEqual([
      expect.stringContaining('claims/app/en/page/harm.md:3 ![](a.svg): only a picture of the claim is shown, on a line of its own'),
    ])
  })

  it('finds HTML, a file without a title and a file without a place', async () => {
    const found = await findings((claim) => {
      replace(claim, 'en/page/harm.md', 'Words', '<b>Words</b>')
      claim['en/page/gdpr.md'] = 'Words\n'
      claim['notes.txt'] = 'x'
    })
    expect(found).toEqual([
      'claims/app/claim.yaml:1 the text en/page/gdpr.md is missing',
      'claims/app/en/page/gdpr.md:1 the first line is not a title (`# Title`)',
      'claims/app/en/page/harm.md:3 HTML (<b>) is not shown',
      'claims/app/en/page/harm.md:3 HTML (</b>) is not shown',
      'claims/app/notes.txt:1 has no place in a bundle: texts are <language>/<family>/<name>.md',
    ])
  })

  it('finds ids that point nowhere and a name that is a term already', async () => {
    const found = await findings((claim) => {
      replace(claim, 'claim.yaml', 'combinedOfferEndsWith: complaint-letter', 'combinedOfferEndsWith: letter-sent')
      replace(claim, 'claim.yaml', 'document: letter', 'document: lettre')
      replace(claim, 'claim.yaml', 'agreement: mandate', 'agreement: power-of-attorney')
      replace(claim, 'claim.yaml', 'facts:', 'facts:\n  breakEven: { cents: 25000 }')
    })
    expect(found.map((finding) => finding.replace(/^\S+ /, ''))).toEqual([
      'there is no event letter-sent in the timeline',
      'power-of-attorney is not among the agreements to sign, so nobody could grant this',
      'breakEven is the name of a term of this bundle: quote that, or choose another name',
      'there is no document lettre',
    ])
  })
})

describe('the lock of agreements (SG-06)', () => {
  it('finds an agreement that is not locked yet, and locks it', async () => {
    const { folder } = await content((claim) =>
      ['en', 'nl'].forEach((language) => {
        replace(claim, `${language}/agreements/mandate.md`, 'version: 2020-07-27', 'version: 2020-08-01')
        replace(claim, `${language}/agreements/mandate.md`, '**1.1**', '**1.1** (new)')
      }),
    )
    expect((await checkContent(folder)).findings.map(({ message }) => message)).toEqual([
      'mandate@2020-08-01/en is not locked yet; when it is final: npm run check:content -- --lock',
      'mandate@2020-08-01/nl is not locked yet; when it is final: npm run check:content -- --lock',
    ])
    expect(await lockAgreements(await checkContent(folder))).toEqual(['app mandate@2020-08-01/en', 'app mandate@2020-08-01/nl'])
    expect((await checkContent(folder)).findings).toEqual([])
  })

  it('finds an agreement that changed without a new version, and never locks it again', async () => {
    const { folder } = await content((claim) => replace(claim, 'nl/agreements/mandate.md', 'Wij mogen', 'We mogen'))
    const path = join(folder, 'claims/app/agreements.lock.json')
    const before = await readFile(path, 'utf8')
    expect(await lockAgreements(await checkContent(folder))).toEqual([])
    expect(await readFile(path, 'utf8')).toBe(before)
    expect((await checkContent(folder)).findings.map(({ message }) => message)).toEqual([
      'mandate@2020-07-27/nl has changed since it was locked: give it a new version',
    ])
  })

  it('finds an agreement whose words change because a fact changed', async () => {
    const found = await findings((claim) => replace(claim, 'claim.yaml', 'name: App Limited', 'name: App Ireland Limited'))
    const why = 'quotes a fact that has changed since it was locked: give it a new version'
    expect(found).toEqual(
      ['en', 'nl'].map((language) => `claims/app/${language}/agreements/mandate.md:1 mandate@2020-07-27/${language} ${why}`),
    )
  })

  it('does not lock an agreement that quotes nothing known', async () => {
    const { folder } = await content((claim) => {
      replace(claim, 'en/agreements/mandate.md', 'version: 2020-07-27', 'version: 2020-08-01')
      replace(claim, 'en/agreements/mandate.md', '{{respondent}}', '{{respondant}}')
    })
    expect(await lockAgreements(await checkContent(folder))).toEqual([])
  })

  it('finds a new version with the same words as an old one', async () => {
    const found = await findings((claim) =>
      ['en', 'nl'].forEach((language) => replace(claim, `${language}/agreements/mandate.md`, 'version: 2020-07-27', 'version: 2020-08-01')),
    )
    expect(found.filter((finding) => finding.includes('has the same words as mandate@2020-07-27'))).toHaveLength(2)
  })

  it('finds versions that differ between languages', async () => {
    const found = await findings((claim) => replace(claim, 'nl/agreements/mandate.md', 'version: 2020-07-27', 'version: 2020-08-01'))
    expect(found).toContain('claims/app/nl/agreements/mandate.md:1 is version 2020-08-01, while en is version 2020-07-27')
  })
})
