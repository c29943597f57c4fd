import { findPublishedFiles } from '#claims/export-bundle.ts'
import { importBundle } from '#claims/import-bundle.ts'
import { bundleOf } from '#claims/read-bundle.ts'
import { withPhase } from '#claims/set-phase.ts'
import { findClaimFacts } from '#claims/versions.ts'
import { record } from '#journal/record.ts'
import { actingOrganiser } from '#organisers/acting.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { carryAlong, holdContent } from '#publishing/put-out.ts'
import type { Phase } from './phases.ts'
import { findPhaseStanding, keptBack, type PhaseStanding } from './standing.ts'

/** What proves a move: the day (`YYYY-MM-DD`) it happened, the document of the claim, the reference of the decision (no personal data). */
export interface MoveEvidence { on: string; document?: string | undefined; reference?: string | undefined }

/** A move as it was asked for; `seen` is the version that was looked at. A `mistake` leads back to the phase before. */
export interface AskedMove { to: Phase; reason: 'move' | 'mistake'; evidence: MoveEvidence; seen: number }

/**
 * Moves a claim to another phase (domain 9.1): publishes a version that differs in nothing else, and keeps who, why and what proves it.
 * Refuses a move that the table does not have, one whose gate is not open, one without its evidence, and a day to come.
 */
export async function movePhase(ctx: Ctx, slug: string, { to, reason, evidence, seen }: AskedMove) {
  const by = actingOrganiser(ctx)
  await holdContent(ctx, slug)
  const standing = await findPhaseStanding(ctx, slug)
  const published = await findPublishedFiles(ctx.db, slug)
  if (!standing || !published) return refused('nothing-published')
  if (standing.newest.version !== seen) return refused('content-moved-on')
  const asks = reason === 'mistake' ? undoing(standing, to) : standing.moves.find((move) => move.to === to)?.asks
  if (!asks) return refused('no-such-move')
  if (keptBack(standing, to)) return refused('gate-closed')
  const lacking = await lackingEvidence(ctx, slug, asks, evidence)
  if (lacking) return refused(lacking)
  const { bundle } = bundleOf(slug, withPhase(published.files, to))
  if (!bundle) return refused('draft-has-findings')
  const moved = await importBundle(ctx, bundle, { origin: 'desk', by })
  if (!moved.ok) return moved
  const { version } = moved.value
  await ctx.db.insertInto('claim_phase').values({
    slug, version, from_phase: standing.phase, to_phase: to, reason, evidence: JSON.stringify(evidence), moved_by: by, moved_at: ctx.now,
  }).execute()
  await record(ctx, 'phases.moved', null, { slug, version, from: standing.phase, to, reason })
  await carryAlong(ctx, slug, published)
  return done({ version })
}

const undoing = ({ before }: PhaseStanding, to: Phase): 'reference' | undefined => (before === to ? 'reference' : undefined)

async function lackingEvidence(ctx: Ctx, slug: string, asks: 'document' | 'reference', { on, document, reference }: MoveEvidence) {
  if (on > dayIn('Europe/Amsterdam', ctx.now)) return 'day-to-come' as const
  if (asks === 'reference' && !reference?.trim()) return 'reference-of-decision-missing' as const
  if (asks === 'document' && !document) return 'document-missing' as const
  const known = (await findClaimFacts(ctx.db, slug))?.documents.some(({ id }) => id === document)
  return document && !known ? ('document-missing' as const) : undefined
}
