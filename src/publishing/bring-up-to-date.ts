import { findPublishedFiles } from '#claims/export-bundle.ts'
import type { BundleFile } from '#claims/read-bundle.ts'
import { withPhase } from '#claims/set-phase.ts'
import { findNewest } from '#claims/versions.ts'
import { findDraftBundle } from '#drafting/draft-bundle.ts'
import { startDraft } from '#drafting/draft.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Db } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { mergeFiles } from './merge.ts'
import { holdContent } from './put-out.ts'

/** A draft, what it began from, and what was published since. */
export interface Behind { base: BundleFile[]; published: BundleFile[]; draft: BundleFile[]; from: number; to: number; conflicts: string[] }

/** What stands between a draft and the newest version; undefined where the draft began from that. */
export async function findBehind(db: Db, slug: string): Promise<Behind | undefined> {
  const draft = await findDraftBundle(db, slug)
  const published = await findPublishedFiles(db, slug)
  if (!draft || !published || draft.basedOn === published.version) return undefined
  const base = draft.basedOn === undefined ? undefined : await findPublishedFiles(db, slug, draft.basedOn)
  const files = { base: base?.files ?? [], published: published.files, draft: draft.files }
  return {
    ...files, from: base?.version ?? 0, to: published.version,
    conflicts: mergeFiles(files.base, files.published, files.draft).conflicts,
  }
}

/**
 * Takes what was published since a draft began into the draft, whose words stay where both sides changed the same place unless `choices`
 * says `published` for that file. Refuses where such a file has no choice, and where another version than `seen` is the newest by now.
 */
export async function bringUpToDate(
  ctx: Ctx, slug: string,
  { seen, choices }: { seen: number; choices: ReadonlyMap<string, 'draft' | 'published'> },
) {
  await holdContent(ctx, slug)
  const behind = await findBehind(ctx.db, slug)
  if (!behind) return refused('draft-is-up-to-date')
  if (behind.to !== seen) return refused('content-moved-on')
  const { files, conflicts } = mergeFiles(behind.base, behind.published, behind.draft)
  if (conflicts.some((path) => !choices.has(path))) return refused('choice-missing')
  const theirs = new Map(behind.published.map((file) => [file.path, file]))
  const taken = new Set(conflicts.filter((path) => choices.get(path) === 'published'))
  const kept = files.filter(({ path }) => !taken.has(path))
  await startDraft(ctx, slug, [...kept, ...[...taken].flatMap((path) => theirs.get(path) ?? [])], { replace: true })
  await record(ctx, 'publishing.brought-up-to-date', null, { slug, from: behind.from, to: behind.to, conflicts: conflicts.length })
  return done()
}

/** Gives a draft back the phase that is published (`draft` before anything is): it moves only in its own act (domain 9.1). */
export async function keepPhase(ctx: Ctx, slug: string) {
  await holdContent(ctx, slug)
  const draft = await findDraftBundle(ctx.db, slug)
  if (!draft) return refused('no-draft')
  const newest = await findNewest(ctx.db, slug)
  if (draft.basedOn !== newest?.version) return refused('content-moved-on')
  await startDraft(ctx, slug, withPhase(draft.files, newest?.phase ?? 'draft'), { replace: true })
  return done()
}
