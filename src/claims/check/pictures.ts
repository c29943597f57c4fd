import { languages, type ClaimFacts } from '#claims/bundle.ts'
import { pictureIdOf, pictureLimits, picturesShownIn, readPicture } from '#claims/picture-file.ts'
import type { Bundle, BundleText } from '#claims/read-bundle.ts'
import { say, type Said } from '#claims/sayings.ts'
import type { ReportFact } from './facts.ts'
import type { ReportText } from './texts.ts'

interface Report { fact: ReportFact; text: ReportText; file: (path: string, said: Said) => void }
type Pictures = ClaimFacts['pictures']

/** Texts in which a picture can stand: the others are typeset, sent, or one line of a list. */
const families = ['page', 'faq', 'news']
const kilobytes = (bytes: number) => Math.ceil(bytes / 1024)

/** Every picture that a text shows is there, fits, and says in each language what is to be seen (WCAG 1.1.1). */
export function checkPictures(bundle: Bundle, report: Report): void {
  const pictures = bundle.facts.kind === 'claim' ? bundle.facts.pictures : []
  const withFile = checkFiles(bundle, pictures, report)
  checkAlternatives(pictures, report.fact)
  for (const text of bundle.texts) checkShown(text, pictures, withFile, report.text)
}

/** The ids that have a file. */
function checkFiles({ files, factsFile }: Bundle, pictures: Pictures, { file: report }: Report): Set<string> {
  const found = new Set<string>()
  let together = 0
  for (const file of files) {
    const id = pictureIdOf(file.path)
    if (id === undefined) continue
    found.add(id)
    if (!pictures.some((picture) => picture.id === id)) report(file.path, say('unlisted-picture', { file: factsFile }))
    const picture = readPicture(file)
    if (!picture) {
      report(file.path, say('not-webp', {}))
      continue
    }
    const { width, height, bytes } = picture
    together += bytes.length
    if (Math.max(width, height) > pictureLimits.side || bytes.length > pictureLimits.bytes)
      report(
        file.path,
        say('picture-too-large', {
          width, height, size: kilobytes(bytes.length), side: pictureLimits.side, most: kilobytes(pictureLimits.bytes),
        }),
      )
  }
  if (together > pictureLimits.together)
    report(factsFile, say('pictures-too-large', { size: kilobytes(together), most: kilobytes(pictureLimits.together) }))
  return found
}

function checkAlternatives(pictures: Pictures, report: ReportFact): void {
  pictures.forEach(({ id, alt }, at) => {
    for (const language of languages) {
      const place = ['pictures', at, 'alt', language]
      if (!alt[language].trim()) report(place, say('no-alternative', { id, language }))
      else if (isOnlyName(alt[language], id)) report(place, say('alternative-is-name', { id, language }))
    }
  })
}

/** `IMG_2041.jpg`, `office-front`, or the id itself: what a file is called, not what it shows. */
export const isOnlyName = (alt: string, id: string): boolean =>
  alt.trim().toLowerCase() === id
  || /^\S+\.(?:jpe?g|png|webp|gif|svg|heic|avif|tiff?|bmp)$/i.test(alt.trim())
  || /^\S*[_\d]\S*$/.test(alt.trim())

function checkShown(text: BundleText, pictures: Pictures, withFile: ReadonlySet<string>, report: ReportText): void {
  const shown = picturesShownIn(text.raw)
  const may = families.includes(text.name.split('/')[0] ?? '') && text.name !== 'page/share'
  for (const match of text.raw.matchAll(/!\[[^\]]*\](?:\([^)\n]*\)|\[[^\]\n]*\])/g)) {
    if (text.head) report(text, match.index, say('picture-in-agreement', {}))
    else if (!may) report(text, match.index, say('picture-not-here', {}))
    else if (!shown.some(({ at }) => at === match.index)) report(text, match.index, say('other-picture', { written: match[0] }))
  }
  if (!may) return
  for (const { id, caption, at } of shown) {
    const picture = pictures.find((one) => one.id === id)
    if (!picture) report(text, at, say('unknown-picture', { id }))
    else if (!withFile.has(id)) report(text, at, say('no-picture-file', { id }))
    if (picture && caption && sameWords(caption, picture.alt[text.language])) report(text, at, say('alternative-repeats', { id }))
  }
}

const sameWords = (a: string, b: string): boolean => plain(a) === plain(b)
const plain = (words: string): string => words.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, ' ').trim()
