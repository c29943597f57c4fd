import { languages, type Language } from '#claims/bundle.ts'
import { languageAndName, type BundleFile } from '#claims/read-bundle.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { findFile, openDraft } from './draft.ts'
import { fileOf, pathOf, shaOf } from './texts.ts'

/**
 * How a text in one language stands to the same in another. `missing`: not there. `outdated`: the other was changed after the two were last
 * found to match, this one was not. `compare`: both were, or nobody has compared them. `current`: neither, or only this one.
 */
export type TextState = 'missing' | 'outdated' | 'compare' | 'current'

/** Who last found the languages of a text to say the same. */
export interface Match {
  name: string
  language: string
  sha256: string
  by: string
  at: Date
}

/** All that was found to match, of one claim or of the foundation. */
export async function listMatches({ db }: Pick<Ctx, 'db'>, slug: string): Promise<Match[]> {
  const rows = await db.selectFrom('content_match').select(['name', 'language', 'sha256', 'matched_by', 'matched_at'])
    .where('slug', '=', slug).execute()
  return rows.map(({ matched_by, matched_at, ...row }) => ({ ...row, by: matched_by, at: matched_at }))
}

/** The state of one text in one language. Of what nobody ever opened a working copy, all languages came in together and match. */
export function stateOf(files: readonly BundleFile[], matches: readonly Match[], name: string, language: Language): TextState {
  const changed = (which: Language) => {
    const match = matches.find((one) => one.name === name && one.language === which)
    return !match || match.sha256 !== shaOf(fileOf(files, which, name))
  }
  if (fileOf(files, language, name) === undefined) return 'missing'
  if (!matches.length) return 'current'
  const others = languages.filter((other) => other !== language && fileOf(files, other, name) !== undefined && changed(other))
  if (!others.length) return 'current'
  return changed(language) ? 'compare' : 'outdated'
}

/** A text that is not beside its translation: to be translated, translated anew, or compared. */
export interface Behind { name: string; language: Language; state: Exclude<TextState, 'current'> }

/** Every text of these names that is missing, outdated or to be compared, language by language. */
export const listBehind = (files: readonly BundleFile[], matches: readonly Match[], names: readonly string[]): Behind[] =>
  names.flatMap((name) => languages.flatMap((language): Behind[] => {
    const state = stateOf(files, matches, name, language)
    return state === 'current' ? [] : [{ name, language, state }]
  }))

/**
 * Says that a text says the same in every language, as it stands. Refuses where a language is missing, and where the words are no longer
 * those that were compared (`seen`: `shaOf` each).
 */
export async function confirmMatch(ctx: Ctx, slug: string, name: string, seen: Record<Language, string>) {
  if (languageAndName(pathOf('en', name))[1] !== name) return refused('no-such-text')
  const opened = await openDraft(ctx, slug)
  if (!opened.ok) return opened
  for (const language of languages) {
    const raw = await findFile(ctx, slug, pathOf(language, name))
    if (raw === undefined) return refused('text-missing')
    if (shaOf(raw) !== seen[language]) return refused('changed-meanwhile')
  }
  const row = { matched_by: ctx.actor, matched_at: ctx.now }
  for (const language of languages) {
    const matched = { ...row, sha256: seen[language] }
    await ctx.db.insertInto('content_match').values({ slug, name, language, ...matched })
      .onConflict((conflict) => conflict.columns(['slug', 'name', 'language']).doUpdateSet(matched)).execute()
  }
  await record(ctx, 'drafting.matched', null, { slug, name })
  return done()
}
