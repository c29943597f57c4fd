import { checkContent } from '#claims/check.ts'
import { checkHosts, listHosts } from '#claims/check/hosts.ts'
import { importBundle } from '#claims/import-bundle.ts'
import type { Bundle } from '#claims/read-bundle.ts'
import { findByHash, findNewest, findOrganisationFacts, type Version } from '#claims/versions.ts'
import { opens } from '#phases/phases.ts'
import { listLacks } from '#phases/standing.ts'
import type { Ctx, Db } from '#platform/ctx.ts'
import type { Ground } from '#platform/world.ts'
import { transact } from '#platform/world.ts'

/** Says everything that is wrong with a content folder, as `path:line message`. */
export class ContentWrong extends Error {}

/** Why a bundle of the folder was left out, or published although something lacks; with the remedy, for the operator. */
export interface ContentWarning {
  slug: string
  warning: 'desk-is-newer' | 'older-than-published' | 'opens-incomplete' | 'opens-in-demonstration'
  message: string
}

/**
 * Publishes what lies in the content folder, the foundation first, in one transaction. A bundle is published only if exactly it never was,
 * and the newest version did not come from the desk; `replace` publishes it all the same. A claim that is not open is not opened before
 * WEB-01 to WEB-09 are complete, except in a demonstration. Answers what was left out, and why. Refuses (throws), with every finding, when
 * something in the folder is wrong: half a publication would be worse than the one before.
 */
export async function publishContent(ground: Ground, folder: string, { replace = false } = {}): Promise<ContentWarning[]> {
  const { bundles, findings } = await checkContent(folder)
  if (findings.length) {
    const lines = findings.map(({ path, line, message }) => `  ${path}:${line} ${message}`)
    throw new ContentWrong(`The content in ${folder} (CONTENT_DIR) cannot be published:\n${lines.join('\n')}`)
  }
  const { fresh, warnings } = await transact(ground, async (ctx) => {
    const versions: { slug: string; version: number }[] = []
    const told: ContentWarning[] = []
    for (const bundle of bundles) {
      const { slug } = bundle.facts
      const road = await roadOf(ctx, bundle, replace)
      if (road.warning) told.push(road.warning)
      if (!road.open) continue
      const outcome = await importBundle(ctx, bundle, { origin: replace ? 'import' : 'folder' })
      if (!outcome.ok) throw new ContentWrong(`The content of ${slug} in ${folder} (CONTENT_DIR) cannot be published: ${outcome.because}`)
      if (outcome.value.published) versions.push({ slug, version: outcome.value.version })
    }
    const shared = versions.length ? await findSharedHost(ctx.db) : undefined
    if (shared) throw new ContentWrong(`The content in ${folder} (CONTENT_DIR) cannot be published: ${shared}`)
    return { fresh: versions, warnings: told }
  })
  for (const version of fresh) ground.log.info(version, 'content published')
  for (const { slug, warning } of warnings) ground.log.warn({ slug, warning }, 'content of the folder')
  return warnings
}

/** A claim of the folder may not answer at a host name that the desk gave to another one. */
async function findSharedHost(db: Db): Promise<string | undefined> {
  const hosted = await listHosts(db)
  let told: string | undefined
  for (const one of hosted) checkHosts(one, hosted, (_, { message }) => { told = `${one.slug}: ${message}` })
  return told
}

const orReplace = 'or publish the folder over it: npm run joinder -- import-content --replace'
const warningOf = (slug: string, warning: ContentWarning['warning'], ...sentences: string[]): ContentWarning =>
  ({ slug, warning, message: `${slug}: ${sentences.join(' ')}` })

interface Road { open: boolean; warning?: ContentWarning }

/** Whether a bundle of the folder may be published, and what the operator has to know. */
async function roadOf(ctx: Ctx, bundle: Bundle, replace: boolean): Promise<Road> {
  const { slug } = bundle.facts
  const newest = await findNewest(ctx.db, slug)
  if (newest?.sha256 === bundle.sha256) return { open: false }
  if (newest && !replace) {
    const known = await findByHash(ctx.db, slug, bundle.sha256)
    // The usual state once the desk works: the folder still holds what the desk began from.
    if (known && newest.origin === 'desk') return { open: false }
    if (newest.origin === 'desk') return { open: false, warning: warningOf(slug, 'desk-is-newer',
      `the folder holds a new version, but the newest one (${newest.version}) was published at the desk. It was left out.`,
      `Fetch the desk's version as a bundle and put your change on top of it, ${orReplace}`) }
    if (known) return { open: false, warning: warningOf(slug, 'older-than-published',
      `the folder holds what was version ${known.version}, and version ${newest.version} is published. It was left out.`,
      `Take the version back at the desk, ${orReplace}`) }
  }
  return gateOf(ctx, bundle, newest?.phase)
}

async function gateOf(ctx: Ctx, bundle: Bundle, phase: Version['phase']): Promise<Road> {
  const { facts } = bundle
  if (facts.kind === 'organisation' || !opens(phase, facts.phase)) return { open: true }
  const { slug } = facts
  const items = [...new Set((await listLacks(ctx)).map(({ item }) => item))].join(', ')
  if (!items) return { open: true }
  if ((await findOrganisationFacts(ctx.db))?.demonstration) return { open: true, warning: warningOf(slug, 'opens-in-demonstration',
    `opened although the foundation has not supplied ${items}: only because it is a demonstration (demonstration: true).`) }
  return { open: false, warning: warningOf(slug, 'opens-incomplete',
    `its facts say "${facts.phase}", but a claim does not open before the foundation shows what the law asks.`,
    `Missing or incomplete: ${items}. It was left out.`,
    'Supply them (desk, Transparency), or begin with phase: pre_registration') }
}

/** True once there is something to show. */
export async function isAnythingPublished({ db }: Ground): Promise<boolean> {
  return (await db.selectFrom('content_version').select('slug').limit(1).executeTakeFirst()) !== undefined
}
