import { actingOrganiser } from '#organisers/acting.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { endPlan } from '#publishing/plans/end-plan.ts'
import { findWaitingPlan } from '#publishing/plans/plans.ts'
import { holdContent, keepRest, putOut } from './put-out.ts'
import { findStanding } from './standing.ts'

/**
 * Publishes the draft of a claim or of the foundation as its next version; `seen` is the SHA-256 of what the organiser looked at. What two
 * people publish (SE-03) is left out and stays in the draft. Refuses what is not in order (findings, a version published since the draft
 * began, another phase), and a draft of which one person can publish nothing. A plan that waited to publish it is thereby off.
 */
export async function publishDraft(ctx: Ctx, slug: string, seen: string) {
  const by = actingOrganiser(ctx)
  await holdContent(ctx, slug)
  const standing = await findStanding(ctx.db, slug)
  if (!standing) return refused('no-draft')
  const [obstacle] = standing.obstacles
  if (obstacle) return refused(obstacle)
  if (standing.bundle?.sha256 !== seen) return refused('draft-changed-meanwhile')
  const published = await putOut(ctx, standing.bundle, by)
  if (!published.ok) return published
  const plan = await findWaitingPlan(ctx.db, slug)
  if (plan) await endPlan(ctx, plan, { outcome: 'cancelled' })
  await keepRest(ctx, slug)
  return done({ version: published.value.version })
}
