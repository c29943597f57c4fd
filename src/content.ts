import { checkContent } from '#claims/check.ts'
import { importBundle } from '#claims/import-bundle.ts'
import type { Ground } from '#platform/world.ts'
import { transact } from '#platform/world.ts'

/** Says everything that is wrong with a content folder, as `path:line message`. */
export class ContentWrong extends Error {}

/**
 * Publishes what lies in the content folder, the foundation first, in one transaction; bundles that are published already change nothing.
 * Refuses (throws), with every finding, when something in the folder is wrong: half a publication would be worse than the one before.
 */
export async function publishContent(ground: Ground, folder: string): Promise<void> {
  const { bundles, findings } = await checkContent(folder)
  if (findings.length) {
    const lines = findings.map(({ path, line, message }) => `  ${path}:${line} ${message}`)
    throw new ContentWrong(`The content in ${folder} (CONTENT_DIR) cannot be published:\n${lines.join('\n')}`)
  }
  const fresh = await transact(ground, async (ctx) => {
    const versions: { slug: string; version: number }[] = []
    for (const bundle of bundles) {
      const { slug } = bundle.facts
      const outcome = await importBundle(ctx, bundle)
      if (!outcome.ok) throw new ContentWrong(`The content of ${slug} in ${folder} (CONTENT_DIR) cannot be published: ${outcome.because}`)
      if (outcome.value.published) versions.push({ slug, version: outcome.value.version })
    }
    return versions
  })
  for (const version of fresh) ground.log.info(version, 'content published')
}

/** True once there is something to show. */
export async function isAnythingPublished({ db }: Ground): Promise<boolean> {
  return (await db.selectFrom('content_version').select('slug').limit(1).executeTakeFirst()) !== undefined
}
