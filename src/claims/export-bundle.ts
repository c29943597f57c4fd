import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Db } from '#platform/ctx.ts'
import { noLanguage } from './import-bundle.ts'
import type { BundleFile } from './read-bundle.ts'

/** The files of a published version, by default the newest, byte for byte as they were imported; undefined when nothing is published. */
export async function findPublishedFiles(
  db: Db, slug: string, version?: number,
): Promise<{ version: number; files: BundleFile[] } | undefined> {
  const found =
    version
    ?? (
      await db.selectFrom('content_version').select((row) => row.fn.max('version').as('newest'))
        .where('slug', '=', slug).executeTakeFirst()
    )?.newest
  const texts = await db.selectFrom('content_text').select(['language', 'name', 'markdown']).where('slug', '=', slug)
    .where('version', '=', found ?? 0).execute()
  if (!found || texts.length === 0) return undefined
  const files = texts.map(({ language, name, markdown }) => ({
    path: language === noLanguage ? name : `${language}/${name}.md`, raw: markdown,
  }))
  return { version: found, files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)) }
}

/**
 * Writes a published version, by default the newest, into a folder, byte for byte as it was imported. Files that are there
 * already are replaced, others are left. Returns the paths inside the folder; throws when nothing is published.
 */
export async function exportBundle(db: Db, slug: string, folder: string, version?: number): Promise<string[]> {
  const published = await findPublishedFiles(db, slug, version)
  if (!published) throw new Error(`${slug}${version === undefined ? '' : ` version ${version}`} is not published`)
  for (const { path, raw } of published.files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), raw)
  }
  return published.files.map(({ path }) => path).toSorted()
}
