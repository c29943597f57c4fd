import { sql } from 'kysely'
import type { Origin } from '#claims/versions.ts'
import type { Db } from '#platform/ctx.ts'
import type { MoveEvidence } from './move-phase.ts'
import type { Phase } from './phases.ts'

/** A phase a claim came into, with the version that carried it. What came from the content folder has no evidence. */
export interface PhaseStep {
  version: number
  from: Phase | undefined
  to: Phase
  at: Date
  origin: Origin
  by: string | undefined
  reason: 'move' | 'mistake' | undefined
  evidence: MoveEvidence | undefined
}

/** Every phase a claim came into, the newest first. */
export async function listPhaseSteps(db: Db, slug: string): Promise<PhaseStep[]> {
  const { rows } = await sql<{
    version: number; before: Phase | null; phase: Phase; published_at: Date; origin: Origin; published_by: string | null
    reason: 'move' | 'mistake' | null; evidence: MoveEvidence | null
  }>`
    with steps as (
      select version, facts ->> 'phase' as phase, lag(facts ->> 'phase') over (order by version) as before,
        published_at, origin, published_by
      from content_version where slug = ${slug})
    select steps.*, claim_phase.reason, claim_phase.evidence from steps
    left join claim_phase on claim_phase.slug = ${slug} and claim_phase.version = steps.version
    where before is distinct from phase order by version desc`.execute(db)
  return rows.map(({ version, before, phase, published_at: at, origin, published_by: by, reason, evidence }) => ({
    version, from: before ?? undefined, to: phase, at, origin, by: by ?? undefined, reason: reason ?? undefined,
    evidence: evidence ?? undefined,
  }))
}
