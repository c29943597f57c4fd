import { sql } from 'kysely'
import type { Ctx, Db } from '#platform/ctx.ts'
import { claimFacts, organisationFacts, type ClaimFacts, type OrganisationFacts } from './bundle.ts'

/** From where a version came: the content folder at start, the desk, or a folder that an operator published over the desk's version. */
export type Origin = 'folder' | 'desk' | 'import'

/** A version as it was published. `phase` only of a claim. */
export interface Version {
  slug: string
  version: number
  sha256: string
  phase: ClaimFacts['phase'] | undefined
  origin: Origin
  /** The organiser, where it came from the desk. */
  publishedBy: string | undefined
  publishedAt: Date
}

const rowsOf = (db: Db, slug: string) => db.selectFrom('content_version')
  .select(['slug', 'version', 'sha256', sql<string | null>`facts ->> 'phase'`.as('phase'), 'origin', 'published_by', 'published_at'])
  .where('slug', '=', slug).orderBy('version', 'desc')

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

const versionOf = ({ phase, origin, published_by: by, published_at: at, ...row }: Row): Version => ({
  ...row, phase: (phase ?? undefined) as Version['phase'], origin: origin as Origin, publishedBy: by ?? undefined, publishedAt: at,
})

/** The versions of a claim or of the foundation, the newest first; those below `before`, at most `limit`. */
export async function listVersions(
  db: Db, slug: string,
  { before, limit = 50 }: { before?: number; limit?: number } = {},
): Promise<Version[]> {
  const rows = await rowsOf(db, slug)
    .$if(before !== undefined, (query) => query.where('version', '<', before!)).limit(limit).execute()
  return rows.map(versionOf)
}

/** The newest version, if anything was ever published under this name. */
export async function findNewest(db: Db, slug: string): Promise<Version | undefined> {
  return (await listVersions(db, slug, { limit: 1 }))[0]
}

/** One version; undefined where there is none of this number. */
export async function findVersion(db: Db, slug: string, version: number): Promise<Version | undefined> {
  const row = await rowsOf(db, slug).where('version', '=', version).executeTakeFirst()
  return row && versionOf(row)
}

/** The version that carried exactly these files, the newest of several. */
export async function findByHash(db: Db, slug: string, sha256: string): Promise<Version | undefined> {
  const row = await rowsOf(db, slug).where('sha256', '=', sha256).limit(1).executeTakeFirst()
  return row && versionOf(row)
}

/** The facts of the foundation as they are published now; undefined before its first publication. */
export async function findOrganisationFacts(db: Db): Promise<OrganisationFacts | undefined> {
  const row = await factsRow(db, 'organisation')
  return row && organisationFacts.parse(row.facts)
}

/** The facts of a claim as they are published now. */
export async function findClaimFacts(db: Db, slug: string): Promise<ClaimFacts | undefined> {
  const row = slug === 'organisation' ? undefined : await factsRow(db, slug)
  return row && claimFacts.parse(row.facts)
}

const factsRow = (db: Db, slug: string) => db.selectFrom('content_version').select('facts').where('slug', '=', slug)
  .orderBy('version', 'desc').limit(1).executeTakeFirst()

/** Whoever publishes something stands in line with others who do; released with the transaction. */
export const lockContent = async ({ db }: Pick<Ctx, 'db'>, slug: string): Promise<void> =>
  void (await sql`select pg_advisory_xact_lock(hashtextextended(${`content:${slug}`}, 0))`.execute(db))
