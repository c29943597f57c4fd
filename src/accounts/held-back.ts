import { listSuspensions } from '#guardians/suspensions.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Reached } from './reach.ts'

/**
 * Why what cannot be undone waits for a person, or undefined: for everybody while it is disputed whose sign-up this is
 * (`identity-disputed`), for who represents a child while everything for it is suspended (`child-suspended`; SG-07, clause 11.1). Leaving
 * never waits: it only stops acts. What moves money, the way in or the proof waits also for a review by the desk (`under-review`); asking
 * for own data and correcting them does not.
 */
export async function heldBack(reader: Pick<Ctx, 'db'>, personId: string,
  as: Reached['as'], { review = false } = {}): Promise<'identity-disputed' | 'child-suspended' | 'under-review' | undefined> {
  const reasons = (await listSuspensions(reader, [personId])).map(({ reason }) => reason)
  if (reasons.includes('identity-disputed')) return 'identity-disputed'
  if (review && reasons.includes('review')) return 'under-review'
  return as !== 'self' && reasons.length > 0 ? 'child-suspended' : undefined
}
