import { sql } from 'kysely'
import { checkBundle } from '#claims/check.ts'
import { findPublishedFiles } from '#claims/export-bundle.ts'
import { bundleOf, type Finding } from '#claims/read-bundle.ts'
import { findNewest, findOrganisationFacts, type Version } from '#claims/versions.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx, Db } from '#platform/ctx.ts'
import { beforeOpening, lacking, type Lack } from './gate.ts'
import { movesFrom, opens, type Move, type Phase } from './phases.ts'

type Reader = Pick<Ctx, 'db' | 'now'>

/** Where a claim stands: its phase, what may come next, and what is lacking before that. */
export interface PhaseStanding {
  newest: Version
  phase: Phase
  before: Phase | undefined
  moves: readonly Move[]
  /** What WEB-01 to WEB-09 lack today. */
  lacks: Lack[]
  /** What is wrong with the published texts. */
  findings: Finding[]
}

/** Undefined for a claim that was never published. */
export async function findPhaseStanding(reader: Reader, slug: string): Promise<PhaseStanding | undefined> {
  const newest = await findNewest(reader.db, slug)
  if (!newest?.phase) return undefined
  const before = await phaseBefore(reader.db, slug, newest.phase)
  return {
    newest, phase: newest.phase, before, moves: movesFrom(newest.phase, before), lacks: await listLacks(reader),
    findings: await findingsOf(reader.db, slug),
  }
}

/** Whether a move is kept back: by the disclosures where it would open the claim, by the texts before it is announced. */
export function keptBack({ phase, lacks, findings }: Pick<PhaseStanding, 'phase' | 'lacks' | 'findings'>, to: Phase): boolean {
  const opening = opens(phase, to)
  return (opening && lacks.length > 0) || ((opening || (phase === 'draft' && to === 'pre_registration')) && findings.length > 0)
}

/** What WEB-01 to WEB-09 of the published foundation lack today. */
export async function listLacks({ db, now }: Reader): Promise<Lack[]> {
  const facts = await findOrganisationFacts(db)
  if (!facts) return beforeOpening.map((item) => ({ code: 'not-listed', item }))
  const rows = await db.selectFrom('content_text').select(['language', 'name', 'markdown']).where('slug', '=', 'organisation')
    .where('name', 'like', 'transparency/%')
    .where('version', '=', (inner) => inner.selectFrom('content_version').select((row) => row.fn.max('version').as('newest'))
      .where('slug', '=', 'organisation')).execute()
  const texts = new Map(rows.map(({ language, name, markdown }) => [`${language}/${name}`, markdown]))
  return lacking(facts, texts, dayIn('Europe/Amsterdam', now))
}

async function findingsOf(db: Db, slug: string): Promise<Finding[]> {
  const published = await findPublishedFiles(db, slug)
  const { bundle, findings } = bundleOf(slug, published?.files ?? [])
  return bundle ? [...findings, ...checkBundle(bundle, await findOrganisationFacts(db))] : findings
}

/** The last phase in which a claim was published before the one it is in. */
export async function phaseBefore(db: Db, slug: string, phase: Phase): Promise<Phase | undefined> {
  const row = await db.selectFrom('content_version').select(sql<Phase>`facts ->> 'phase'`.as('phase')).where('slug', '=', slug)
    .where(sql<boolean>`facts ->> 'phase' <> ${phase}`).orderBy('version', 'desc').limit(1).executeTakeFirst()
  return row?.phase
}
