import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { endRepresentation, listRepresentations } from './representations.ts'
import { suspend } from './suspend.ts'

/**
 * Somebody no longer represents a child: from then on that account reaches nothing of it. A parent stays a parent; this says only that the
 * foundation no longer takes that person's word. Where nobody else represents the child, nobody could instruct the foundation or stop it
 * (art. 1:234 BW: the child itself cannot), so that has to be `seen`, and every act for the child is suspended until somebody declares
 * authority (as clause 11.1 of the participation agreements) or the child is 18. Nothing that was done is undone.
 * Refused: `represents-not`, `nobody-else-represents` until it was seen.
 */
export async function giveUp(ctx: Ctx, personId: string, representativeId: string, { seen }: { seen: boolean }) {
  const living = (await listRepresentations(ctx, [personId])).filter(({ end }) => !end)
  if (!living.some((each) => each.representativeId === representativeId)) return refused('represents-not')
  const alone = living.length === 1
  if (alone && !seen) return refused('nobody-else-represents')
  await endRepresentation(ctx, personId, representativeId, 'given-up')
  if (alone) await suspend(ctx, personId, 'nobody-represents')
  return done({ suspended: alone })
}
