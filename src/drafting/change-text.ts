import { languages, type Language } from '#claims/bundle.ts'
import { languageAndName } from '#claims/read-bundle.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { findFile, openDraft, putFile, takeFiles } from './draft.ts'
import { pathOf, shaOf } from './texts.ts'

export interface TextChange {
  language: Language
  /** Such as `faq/costs`. */
  name: string
  /** The whole file: the title line and the body, or the front matter of an agreement and the body. */
  markdown: string
  /** `shaOf` what the writer saw before changing it; empty where there was no such text. */
  seenSha: string
}

/**
 * Saves a text in the working copy, also one that is not finished; begins the working copy where there is none. Refuses when somebody else
 * saved other words since the writer looked: both are there to be compared, and nothing is lost.
 */
export async function changeText(ctx: Ctx, slug: string, { language, name, markdown, seenSha }: TextChange) {
  const path = pathOf(language, name)
  if (languageAndName(path)[1] !== name) return refused('no-such-text')
  const opened = await openDraft(ctx, slug)
  if (!opened.ok) return opened
  const before = await findFile(ctx, slug, path)
  const sha256 = shaOf(markdown)
  if (before === markdown) return done({ sha256, changed: false })
  if (shaOf(before) !== seenSha) return refused('changed-meanwhile')
  await putFile(ctx, slug, path, markdown)
  await record(ctx, 'drafting.text-changed', null, { slug, language, name, sha256 })
  return done({ sha256, changed: true })
}

/** Takes a text out of the working copy in every language; the published ones stay. */
export async function removeText(ctx: Ctx, slug: string, name: string) {
  const paths = languages.map((language) => pathOf(language, name))
  if (!paths.every((path) => languageAndName(path)[1] === name)) return refused('no-such-text')
  const opened = await openDraft(ctx, slug)
  if (!opened.ok) return opened
  await takeFiles(ctx, slug, paths)
  await record(ctx, 'drafting.text-removed', null, { slug, name })
  return done()
}
