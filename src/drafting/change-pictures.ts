import { isMap, type Document } from 'yaml'
import { languages, type Language } from '#claims/bundle.ts'
import { isOnlyName } from '#claims/check/pictures.ts'
import { pictureFile, pictureLimits, writePicture } from '#claims/picture-file.ts'
import { languageAndName, sha256, type BundleFile } from '#claims/read-bundle.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { drawAnew } from '#platform/picture.ts'
import { editFacts } from './change-facts.ts'
import { putFile, takeFiles } from './draft.ts'
import { itemsAt, nodeFor, openFacts, putValue, valueAt } from './facts-file.ts'

/** What a picture shows, for who cannot see it, in each language (WCAG 1.1.1). */
export type Alternatives = Record<Language, string>

/** A picture as the working copy lists it; one without a file is a drawing of the program, or waits for its file. */
export interface ListedPicture { id: string; alt: Partial<Alternatives>; hasFile: boolean; shownIn: string[]; seenSha: string }

/** The pictures of a working copy in the order of its facts. */
export function listPictures(files: readonly BundleFile[]): ListedPicture[] {
  const facts = openFacts(files)
  const listed = facts ? valueAt(facts.document, ['pictures']) : []
  return (Array.isArray(listed) ? listed as unknown[] : []).flatMap((item): ListedPicture[] => {
    const { id, alt } = (typeof item === 'object' && item ? item : {}) as { id?: unknown; alt?: unknown }
    if (typeof id !== 'string') return []
    const file = files.find(({ path }) => path === pictureFile(id))?.raw
    const given = (typeof alt === 'object' && alt ? alt : {}) as Record<string, unknown>
    const words = Object.fromEntries(languages.flatMap((one) => (typeof given[one] === 'string' ? [[one, given[one]]] : [])))
    return [
      {
        id, alt: words, hasFile: file !== undefined, shownIn: textsThatShow(files, id),
        seenSha: sha256(JSON.stringify([item, file ?? ''])),
      },
    ]
  })
}

/** Names of the texts that show a picture in any language, such as `faq/costs`. */
const textsThatShow = (files: readonly BundleFile[], id: string): string[] => [
  ...new Set(
    files.flatMap(({ path, raw }) =>
      [')', ' '].some((end) => raw.includes(`(picture:${id}${end}`)) ? (languageAndName(path)[1] ?? []) : [],
    ),
  ),
]

const altFields = (alt: Alternatives, id: string) =>
  languages.filter((language) => isOnlyName(alt[language], id)).map((language) => `alt-${language}`)

/**
 * Takes a picture into the working copy, drawn anew as a WebP. Refused: an id that is used, alternative text that is only a name, and
 * everything that `drawAnew` refuses.
 */
export async function addPicture(ctx: Ctx, slug: string, { id, alt, bytes }: { id: string; alt: Alternatives; bytes: Uint8Array }) {
  if (altFields(alt, id).length) return refused('alternative-is-name')
  const drawn = await drawAnew(bytes, { side: pictureLimits.side, most: pictureLimits.bytes })
  if (!drawn.ok) return drawn
  const edited = await editFacts(ctx, slug, 'pictures', (document) => {
    if (placeOf(document, id) >= 0) return refused('picture-exists')
    itemsAt(document, ['pictures']).push(nodeFor(document, { id, alt }))
    return done({ faults: {} })
  })
  if (!edited.ok) return edited
  return keep(ctx, slug, id, drawn.value)
}

interface PictureChange { alt: Alternatives; bytes?: Uint8Array | undefined; seenSha: string }

/**
 * Changes the alternative text of a picture, and its file where one is given. Refuses as `addPicture`, and what somebody else changed
 * since.
 */
export async function changePicture(ctx: Ctx, slug: string, id: string, { alt, bytes, seenSha }: PictureChange) {
  if (altFields(alt, id).length) return refused('alternative-is-name')
  const drawn = bytes && await drawAnew(bytes, { side: pictureLimits.side, most: pictureLimits.bytes })
  if (drawn && !drawn.ok) return drawn
  const edited = await editFacts(ctx, slug, 'pictures', (document, files) => {
    const at = placeOf(document, id)
    if (at < 0) return refused('no-such-picture')
    if (listPictures(files).find((one) => one.id === id)?.seenSha !== seenSha) return refused('changed-meanwhile')
    for (const language of languages) putValue(document, ['pictures', at, 'alt', language], alt[language])
    return done({ faults: {} })
  })
  if (!edited.ok) return edited
  return drawn ? keep(ctx, slug, id, drawn.value) : done()
}

/** Takes a picture out of the working copy. Refused while a text of it shows the picture. */
export async function removePicture(ctx: Ctx, slug: string, id: string) {
  const edited = await editFacts(ctx, slug, 'pictures', (document, files) => {
    if (textsThatShow(files, id).length) return refused('picture-shown')
    const at = placeOf(document, id)
    if (at < 0) return refused('no-such-picture')
    itemsAt(document, ['pictures']).splice(at, 1)
    return done({ faults: {} })
  })
  if (!edited.ok) return edited
  await takeFiles(ctx, slug, [pictureFile(id)])
  await record(ctx, 'drafting.picture-removed', null, { slug, id })
  return done()
}

async function keep(ctx: Ctx, slug: string, id: string, bytes: Buffer) {
  await putFile(ctx, slug, pictureFile(id), writePicture(bytes))
  await record(ctx, 'drafting.picture-changed', null, { slug, id, sha256: sha256(bytes) })
  return done()
}

const placeOf = (document: Document, id: string): number =>
  itemsAt(document, ['pictures']).findIndex((item) => isMap(item) && item.get('id') === id)
