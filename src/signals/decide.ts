import { randomUUID } from 'node:crypto'
import { suspendForReview } from '#casework/decisions/suspend.ts'
import { record } from '#journal/record.ts'
import { actingOrganiser } from '#organisers/acting.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { relist } from '#search/relist.ts'
import { factsOf } from './explain.ts'
import { findQueued, listSignals, type Decided } from './queries.ts'

/** Why there is no concern, or why there is. */
export const grounds = [
  'household', 'shared-network', 'helped-by-somebody', 'explained', 'too-little', 'looks-automated', 'looks-invented', 'one-hand',
] as const
export type Ground = (typeof grounds)[number]

/** Characters in which the person is told why. */
export const explanationAtLeast = 20

export interface Deciding { decision: Decided; ground: Ground; explanation: string; origin: string }

/**
 * Writes down what a human decided on the signs of a person as they stand (AD-05, GDPR 22); the same facts are not raised again. To
 * suspend tells the person why, in the words of `explanation`, shows in the list at once, and can be undone. Refused: `no-signals`,
 * `explanation-missing` where it suspends, and what `suspendForReview` refuses.
 */
export async function decideOnSignals(ctx: Ctx, personId: string, { decision, ground, explanation, origin }: Deciding) {
  const [signals, queued] = [await listSignals(ctx, [personId]), await findQueued(ctx, personId)]
  if (!signals.length || !queued) return refused('no-signals')
  if (decision === 'suspended') {
    if (explanation.trim().length < explanationAtLeast) return refused('explanation-missing')
    const suspended = await suspendForReview(ctx, personId, { reason: 'signals', explanation: explanation.trim(), origin })
    if (!suspended.ok) return suspended
    await relist(ctx, personId)
  }
  await ctx.db.insertInto('signal_decision').values({
    person_id: personId, id: randomUUID(), decision, ground, score: queued.score, facts: JSON.stringify(factsOf(signals)),
    decided_by: actingOrganiser(ctx), decided_at: ctx.now,
  }).execute()
  await ctx.db.updateTable('signal_queue').set({ open: false, watched: decision === 'watch', changed_at: ctx.now })
    .where('person_id', '=', personId).execute()
  await record(ctx, 'signals.decided', personId, { decision, ground, codes: signals.map(({ code }) => code).join(' ') })
  return done()
}
