import { findPublishedFiles } from '#claims/export-bundle.ts'
import type { Db } from '#platform/ctx.ts'

/** One file of a working copy that differs from what is published, and who touched it last; a file that is gone was touched by nobody. */
export interface FileDifference {
  path: string
  change: 'changed' | 'added' | 'gone'
  by: string | undefined
  at: Date | undefined
}

/** What a working copy changes, by path. Nothing where there is none. The list of locks is not a part that anybody edits. */
export async function listDifferences(db: Db, slug: string): Promise<FileDifference[]> {
  const draft = await db.selectFrom('content_draft').select(['path', 'raw', 'changed_by', 'changed_at'])
    .where('slug', '=', slug).orderBy('path').execute()
  if (!draft.length) return []
  const published = new Map((await findPublishedFiles(db, slug))?.files.map(({ path, raw }) => [path, raw]) ?? [])
  const drafted = new Set(draft.map(({ path }) => path))
  const touched = draft.filter(({ path, raw }) => published.get(path) !== raw).map(({ path, changed_by, changed_at }): FileDifference =>
    ({ path, change: published.has(path) ? 'changed' : 'added', by: changed_by, at: changed_at }))
  const gone = [...published.keys()]
    .filter((path) => !drafted.has(path))
    .map((path): FileDifference => ({ path, change: 'gone', by: undefined, at: undefined }))
  return [...touched, ...gone].filter(({ path }) => !path.endsWith('.json'))
}

/** A claim or the foundation as the list at the desk shows it. */
export interface Listed {
  slug: string
  version: number | undefined
  publishedAt: Date | undefined
  drafted: boolean
  changedBy: string | undefined
  changedAt: Date | undefined
}

/** Everything that is published or being worked on, the foundation first. */
export async function listWorked(db: Db): Promise<Listed[]> {
  const [published, bases, changes] = await Promise.all([
    db.selectFrom('content_version').distinctOn('slug').select(['slug', 'version', 'published_at']).orderBy('slug')
      .orderBy('version', 'desc').execute(),
    db.selectFrom('content_draft_base').select('slug').execute(),
    db.selectFrom('content_draft').distinctOn('slug').select(['slug', 'changed_by', 'changed_at']).orderBy('slug')
      .orderBy('changed_at', 'desc').execute(),
  ])
  const slugs = [...new Set([...published, ...bases].map(({ slug }) => slug))]
  const listed = slugs.map((slug): Listed => {
    const one = published.find((row) => row.slug === slug)
    const change = changes.find((row) => row.slug === slug)
    return { slug, version: one?.version, publishedAt: one?.published_at, drafted: bases.some((row) => row.slug === slug),
      changedBy: change?.changed_by, changedAt: change?.changed_at }
  })
  return listed.toSorted((a, b) => Number(b.slug === 'organisation') - Number(a.slug === 'organisation') || (a.slug < b.slug ? -1 : 1))
}

/** How many working copies wait to be published. */
export async function countDrafts(db: Db): Promise<number> {
  return (await db.selectFrom('content_draft_base').select('slug').limit(101).execute()).length
}
