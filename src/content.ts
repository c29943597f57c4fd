import { checkContent } from '#claims/check.ts'
import { importBundle } from '#claims/import-bundle.ts'
import type { Ground } from '#platform/world.ts'
import { transact } from '#platform/world.ts'

/** Says everything that is wrong with a content folder, as `path:line message`. */
export class ContentWrong extends Error {}

/**
 * Publishes what lies in the content folder, the foundation first; bundles that are published already change nothing. Refuses (throws), with every
 * finding, when something in the folder is wrong: half a publication would be worse than the one before.
 */
export async function publishContent(ground: Ground, folder: string): Promise<void> {
  const { bundles, findings } = await checkContent(folder)
  if (findings.length) {
    const lines = findings.map(({ path, line, message }) => `  ${path}:${line} ${message}`)
    throw new ContentWrong(`The content in ${folder} (CONTENT_DIR) cannot be published:\n${lines.join('\n')}`)
  }
  for (const bundle of bundles) {
    const { slug } = bundle.facts
    const published = await transact(ground, (ctx) => importBundle(ctx, bundle))
    if (!published.ok) throw new ContentWrong(`The content of ${slug} in ${folder} (CONTENT_DIR) cannot be published: ${published.because}`)
    if (published.value.published) ground.log.info({ slug, version: published.value.version }, 'content published')
  }
}

/** True once there is something to show. */
export async function isAnythingPublished({ db }: Ground): Promise<boolean> {
  return (await db.selectFrom('content_version').select('slug').limit(1).executeTakeFirst()) !== undefined
}
