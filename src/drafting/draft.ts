import { sql } from 'kysely'
import { findPublishedFiles } from '#claims/export-bundle.ts'
import { languageAndName, lockFile, sha256, type BundleFile } from '#claims/read-bundle.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'

/**
 * Begins the working copy of a claim or of the foundation (`organisation`) with the files of its newest version; where there is one
 * already, it stays as it is. Refuses what was never published: `startDraft` begins that.
 */
export async function openDraft(ctx: Ctx, slug: string) {
  await lockDraft(ctx, slug)
  if (await hasDraft(ctx, slug)) return done({ opened: false })
  const published = await findPublishedFiles(ctx.db, slug)
  if (!published) return refused('nothing-published')
  await fill(ctx, slug, published.files, published.version)
  return done({ opened: true })
}

/**
 * Begins a working copy with given files: of a claim that is new, or of a bundle that was brought along. Refuses where a working copy
 * exists, unless it may `replace` it.
 */
export async function startDraft(ctx: Ctx, slug: string, files: readonly BundleFile[], { replace = false } = {}) {
  await lockDraft(ctx, slug)
  if (await hasDraft(ctx, slug)) {
    if (!replace) return refused('draft-exists')
    await ctx.db.deleteFrom('content_draft_base').where('slug', '=', slug).execute()
  }
  const published = await ctx.db.selectFrom('content_version').select('version').where('slug', '=', slug).orderBy('version', 'desc')
    .limit(1).executeTakeFirst()
  await fill(ctx, slug, files, published?.version ?? null)
  return done()
}

/**
 * Puts a working copy on top of a version that holds a part of it and nothing else: what it says and who wrote it stays. The list of locks
 * follows what is published.
 */
export async function rebaseDraft(
  ctx: Ctx, slug: string,
  { version, files }: { version: number; files: readonly BundleFile[] },
): Promise<void> {
  await lockDraft(ctx, slug)
  await ctx.db.updateTable('content_draft_base').set({ version }).where('slug', '=', slug).execute()
  const lock = files.find(({ path }) => path === lockFile)
  if (!lock) return
  // Nobody wrote it: who changed the working copy last stays who it was.
  const kept = await ctx.db.updateTable('content_draft').set({ raw: lock.raw }).where('slug', '=', slug).where('path', '=', lockFile)
    .executeTakeFirst()
  if (!kept.numUpdatedRows) await putFile(ctx, slug, lockFile, lock.raw)
}

/** Throws the working copy away: it was published, or is not wanted any more. */
export async function dropDraft(ctx: Ctx, slug: string) {
  await lockDraft(ctx, slug)
  const gone = await ctx.db.deleteFrom('content_draft_base').where('slug', '=', slug).executeTakeFirst()
  const dropped = gone.numDeletedRows > 0n
  if (dropped) await record(ctx, 'drafting.dropped', null, { slug })
  return done({ dropped })
}

/** Two people who save at once wait for each other; released with the transaction. */
export const lockDraft = ({ db }: Pick<Ctx, 'db'>, slug: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`draft:${slug}`}, 0))`.execute(db)

/** Writes one file of an open working copy. */
export async function putFile(ctx: Ctx, slug: string, path: string, raw: string): Promise<void> {
  const changed = { raw, changed_by: ctx.actor, changed_at: ctx.now }
  await ctx.db.insertInto('content_draft').values({ slug, path, ...changed })
    .onConflict((conflict) => conflict.columns(['slug', 'path']).doUpdateSet(changed)).execute()
}

/** Takes files out of a working copy; those that are not there do not matter. */
export async function takeFiles({ db }: Ctx, slug: string, paths: readonly string[]): Promise<void> {
  if (paths.length) await db.deleteFrom('content_draft').where('slug', '=', slug).where('path', 'in', paths).execute()
}

/** One file of an open working copy, if it has it. */
export const findFile = async ({ db }: Pick<Ctx, 'db'>, slug: string, path: string): Promise<string | undefined> =>
  (await db.selectFrom('content_draft').select('raw').where('slug', '=', slug).where('path', '=', path).executeTakeFirst())?.raw

const hasDraft = async ({ db }: Ctx, slug: string) =>
  (await db.selectFrom('content_draft_base').select('slug').where('slug', '=', slug).executeTakeFirst()) !== undefined

async function fill(ctx: Ctx, slug: string, files: readonly BundleFile[], version: number | null): Promise<void> {
  await ctx.db.insertInto('content_draft_base').values({ slug, version, opened_by: ctx.actor, opened_at: ctx.now }).execute()
  const [changed_by, changed_at] = [ctx.actor, ctx.now]
  if (files.length)
    await ctx.db.insertInto('content_draft').values(files.map((file) => ({ ...file, slug, changed_by, changed_at })))
      .execute()
  await takeAsMatching(ctx, slug, files)
  await record(ctx, 'drafting.opened', null, { slug, ...(version !== null && { version }) })
}

/** Texts nobody has compared here yet count as matching as they come (`system`): whoever brought them wrote them side by side. */
async function takeAsMatching(ctx: Ctx, slug: string, files: readonly BundleFile[]): Promise<void> {
  const rows = files.flatMap(({ path, raw }) => {
    const [language, name] = languageAndName(path)
    return language ? [{ slug, name, language, sha256: sha256(raw), matched_by: 'system', matched_at: ctx.now }] : []
  })
  if (rows.length) await ctx.db.insertInto('content_match').values(rows).onConflict((conflict) => conflict.doNothing()).execute()
}
