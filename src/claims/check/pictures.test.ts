import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkContent, lockAgreements } from '#claims/check.ts'
import { writePicture } from '#claims/picture-file.ts'
import { contentFolder, smallClaim, smallOrganisation, writeFiles, type Files } from '../../../test/small-bundles.ts'

describe('the check of pictures', () => {
  const webp = writePicture(Buffer.from('UklGRjYAAABXRUJQVlA4ICoAAACwAQCdASoIAAYAAUAmJaACdLoABKoAAP4THXeLSjX/00j/jSP+NI+U0AA=', 'base64'))
  const file = 'pictures/child.webp.base64'
  const shows = (claim: Files, words: string, name = 'page/allegations') => {
    for (const language of ['en', 'nl']) claim[`${language}/${name}.md`] += `\n\n${words}\n`
  }
  const says = (claim: Files, words: string) => {
    claim['claim.yaml'] = claim['claim.yaml']!.replace('nl: Een kind met een telefoon', `nl: ${words}`)
  }
  const codes = async (change: (claim: Files) => void) => {
    const [claim, organisation] = [smallClaim(), smallOrganisation()]
    const made = await contentFolder({ app: claim }, organisation)
    try {
      await lockAgreements(await checkContent(made.folder))
      change(claim)
      await writeFiles(join(made.folder, 'claims/app'), claim)
      return [...new Set((await checkContent(made.folder)).findings.map(({ code }) => code))]
    } finally {
      await made.remove()
    }
  }
  it('finds nothing where one is listed, has a file and is shown', async () => {
    expect(await codes((claim) => { claim[file] = webp; shows(claim, '![](picture:child "On the way home")') })).toEqual([])
  })
  it('lets one without a file be, as long as no text shows it', async () => {
    expect(await codes(() => {})).toEqual([])
    expect(await codes((claim) => shows(claim, '![](picture:child)'))).toEqual(['no-picture-file'])
  })
  it.each<[string, string[], (claim: Files) => void]>([
    ['alternative text of blanks', ['no-alternative'], (claim) => says(claim, "'  '")],
    ['alternative text that is the name of a file', ['alternative-is-name'], (claim) => says(claim, 'IMG_2041.jpg')],
    ['alternative text that repeats the caption', ['alternative-repeats'], (claim) => {
      claim[file] = webp
      claim['en/page/allegations.md'] += '\n\n![](picture:child "A child, with a telephone.")\n'
      claim['nl/page/allegations.md'] += '\n\n![](picture:child "Onderweg")\n'
    }],
    ['a picture nobody knows', ['unknown-picture'], (claim) => shows(claim, '![](picture:cat)')],
    [
      'a file nobody lists',
      ['unlisted-picture'],
      (claim) => {
        claim['pictures/cat.webp.base64'] = webp
      },
    ],
    [
      'a file that is no WebP',
      ['not-webp'],
      (claim) => {
        claim[file] = writePicture(Buffer.from('<svg onload="alert(1)"/>'.repeat(3)))
      },
    ],
    [
      'a picture in an agreement',
      ['picture-in-agreement', 'changed-since-locked'],
      (claim) => {
        claim[file] = webp
        shows(claim, '![](picture:child)', 'agreements/mandate')
      },
    ],
    [
      'a picture in a document',
      ['picture-not-here'],
      (claim) => {
        claim[file] = webp
        shows(claim, '![](picture:child)', 'documents/letter')
      },
    ],
    ['a picture from elsewhere', ['other-picture'], (claim) => shows(claim, '![A cat](https://example.org/cat.png)')],
    [
      'a picture in the middle of a sentence',
      ['other-picture'],
      (claim) => {
        claim[file] = webp
        shows(claim, 'See ![](picture:child) here.')
      },
    ],
    [
      'a picture in one language only',
      ['not-in-other'],
      (claim) => {
        claim[file] = webp
        claim['en/page/allegations.md'] += '\n\n![](picture:child)\n'
      },
    ],
  ])('finds %s', async (_, expected, change) => expect((await codes(change)).toSorted()).toEqual(expected.toSorted()))
})
