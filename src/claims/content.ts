import type { ClaimFacts, Language, OrganisationFacts } from './bundle.ts'
import { resolve, scopeOf, type Scope } from './quote.ts'
import type { Bundle } from './read-bundle.ts'
import { readPicture } from './picture-file.ts'
import { readText } from './text-file.ts'

/** A text as a reader sees it: Markdown with every fact written out in the language. The title is not in `markdown`. */
export interface Text {
  name: string
  title: string
  markdown: string
}

/** A picture that has a file, in the words of one language. `hash` names its bytes. */
export interface Picture { id: string; alt: string; width: number; height: number; hash: string }
export type PictureSize = Omit<Picture, 'alt'>

/** One published version of a claim or of the foundation, in one language. `sha256` is of its own bundle. */
export interface Content<F extends ClaimFacts | OrganisationFacts> {
  slug: string
  kind: F['kind']
  version: number
  sha256: string
  publishedAt: Date
  language: Language
  facts: F
  /** A text by its name, such as `page/headline`. */
  text(name: string): Text | undefined
  /** The texts whose names begin so, such as `faq/`: in the order of the facts file, others by name. */
  texts(prefix: string): Text[]
  /** A picture by its id; undefined where it has no file. */
  picture(id: string): Picture | undefined
}
export type ClaimContent = Content<ClaimFacts>
export type OrganisationContent = Content<OrganisationFacts>

/**
 * A bundle as its readers would see it in one language; `asked` is the version it would be. Of a bundle that is not finished, texts may be
 * missing.
 */
export function contentOf<F extends ClaimFacts | OrganisationFacts>(bundle: Bundle<F>, organisation: OrganisationFacts | undefined,
  language: Language, asked: { version: number; publishedAt: Date }): Content<F> {
  const { facts, sha256 } = bundle
  const rows = bundle.texts.flatMap((text) => (text.language === language ? [{ name: text.name, markdown: text.raw }] : []))
  const texts = readingTexts(rows, facts, language, scopeOf(facts, organisation))
  return { ...asked, slug: facts.slug, kind: facts.kind, sha256, language, facts, ...lookingIn(texts),
    picture: pictureIn(facts, bundle.files.flatMap(sizeOf), language) }
}

/** How a page finds the texts of a content. */
export const lookingIn = (texts: ReadonlyMap<string, Text>): Pick<Content<ClaimFacts>, 'text' | 'texts'> => ({
  text: (name) => texts.get(name),
  texts: (prefix) => [...texts.values()].filter(({ name }) => name.startsWith(prefix)),
})

/** What a page needs of the file of a picture; nothing of a file that holds none. */
export function sizeOf(file: { path: string; raw: string }): PictureSize[] {
  const picture = readPicture(file)
  return picture ? [{ id: picture.id, width: picture.width, height: picture.height, hash: picture.hash }] : []
}

/** How a page finds the pictures of a content, with the alternative text of its language. */
export const pictureIn =
  (facts: ClaimFacts | OrganisationFacts, sizes: readonly PictureSize[], language: Language): Content<ClaimFacts>['picture'] =>
  (id) => {
    const alt = facts.kind === 'claim' ? facts.pictures.find((picture) => picture.id === id)?.alt[language] : undefined
    const size = sizes.find((one) => one.id === id)
    return alt !== undefined && size ? { ...size, alt } : undefined
  }

/** The texts of one version in one language, quotes resolved, in reading order. */
export function readingTexts(
  rows: { name: string; markdown: string }[],
  facts: ClaimFacts | OrganisationFacts,
  language: Language,
  scope: Scope,
): Map<string, Text> {
  const place = new Map(namesInOrder(facts).map((name, index) => [name, index]))
  const sorted = rows.toSorted(
    (a, b) => (place.get(a.name) ?? place.size) - (place.get(b.name) ?? place.size) || (a.name < b.name ? -1 : 1),
  )
  const words = (text: string) => resolve(text, language, scope).text
  return new Map(
    sorted.map(({ name, markdown }) => {
      const { text } = readText(name, markdown)
      if (!text) throw new Error(`the published text ${language}/${name} cannot be read`)
      return [name, { name, title: words(text.title), markdown: words(text.body) }]
    }),
  )
}

function namesInOrder(facts: ClaimFacts | OrganisationFacts): string[] {
  if (facts.kind === 'organisation') return facts.disclosures.map(({ id }) => `transparency/${id}`)
  const { faq, news, documents, timeline } = facts
  const of = (family: string, ids: string[]) => ids.map((id) => `${family}/${id}`)
  return [
    ...of('faq', faq),
    ...of(
      'news',
      news.map(({ id }) => id),
    ),
    ...of(
      'documents',
      documents.map(({ id }) => id),
    ),
    ...of(
      'timeline',
      timeline.map(({ id }) => id),
    ),
    ...of(
      'agreements',
      facts.agreements.map(({ kind }) => kind),
    ),
  ]
}
