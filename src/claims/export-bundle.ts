import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Db } from '#platform/ctx.ts'
import { noLanguage } from './import-bundle.ts'

/**
 * Writes a published version, by default the newest, into a folder, byte for byte as it was imported. Files that are there
 * already are replaced, others are left. Returns the paths inside the folder; throws when nothing is published.
 */
export async function exportBundle(db: Db, slug: string, folder: string, version?: number): Promise<string[]> {
  const found =
    version ??
    (
      await db
        .selectFrom('content_version')
        .select((row) => row.fn.max('version').as('newest'))
        .where('slug', '=', slug)
        .executeTakeFirst()
    )?.newest
  const texts = await db
    .selectFrom('content_text')
    .select(['language', 'name', 'markdown'])
    .where('slug', '=', slug)
    .where('version', '=', found ?? 0)
    .execute()
  if (texts.length === 0) throw new Error(`${slug}${version === undefined ? '' : ` version ${version}`} is not published`)
  const paths: string[] = []
  for (const { language, name, markdown } of texts) {
    const path = language === noLanguage ? name : `${language}/${name}.md`
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), markdown)
    paths.push(path)
  }
  return paths.toSorted()
}
