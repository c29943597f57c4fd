import { record } from '#journal/record.ts'
import { lockPersons } from '#participants/lock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { organiserOf } from '#casework/open-record.ts'
import type { UndoReason } from '#casework/reasons.ts'
import { closeTasks } from '#casework/tasks.ts'
import { keepText } from '#casework/texts.ts'
import { listDecisions, type Decision } from './decisions.ts'
import { followReview } from './follow-review.ts'

export interface TakingBack { decisionId: string; reason: UndoReason; explanation: string }

/**
 * Takes a decision back by a row of its own; both stay to be read. `undo` undoes what it did and answers whether it still stood so. What
 * was to be done because of it is done. Refused: `no-decision`, `decision-undone` before, `own-decision` where a review is by who decided
 * (we told that it is somebody else), `decision-overtaken` where what it did has been changed since by something else.
 */
export async function takeBack(ctx: Ctx, personId: string, { decisionId, reason, explanation }: TakingBack,
  undo: (decision: Decision) => Promise<boolean>) {
  organiserOf(ctx)
  await lockPersons(ctx, [personId])
  const decision = (await listDecisions(ctx, personId)).find(({ id }) => id === decisionId)
  if (!decision) return refused('no-decision')
  if (decision.undone) return refused('decision-undone')
  if (reason === 'upheld-on-review' && decision.actor === ctx.actor) return refused('own-decision')
  if (!(await undo(decision))) return refused('decision-overtaken')
  await ctx.db.insertInto('decision_undo').values({ person_id: personId, decision_id: decisionId, reason, actor: ctx.actor,
    undone_at: ctx.now }).execute()
  await keepText(ctx, personId, { id: decisionId, about: 'undo', text: explanation })
  await record(ctx, 'casework.undone', personId, { decisionId, kind: decision.kind, reason })
  await closeReviews(ctx, personId, decisionId)
  await followReview(ctx, personId)
  return done(decision)
}

/** Whoever asked for a second look has it: the decision is gone. */
async function closeReviews(ctx: Ctx, personId: string, decisionId: string): Promise<void> {
  const asked = await ctx.db.selectFrom('decision_review').select('id').where('person_id', '=', personId)
    .where('decision_id', '=', decisionId).execute()
  for (const { id } of asked) await closeTasks(ctx, personId, id)
}
