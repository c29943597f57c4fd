import { record } from '#journal/record.ts'
import { lockPersons } from '#participants/lock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { reviewMail } from './emails.ts'
import { organiserOf } from '#casework/open-record.ts'
import { closeTasks } from '#casework/tasks.ts'
import { tell } from '#casework/tell.ts'
import { keepText } from '#casework/texts.ts'
import { listReviews } from './reviews.ts'

/**
 * Says, after a second look, that a decision stands and why, and where one may go now (AD-04). One that does not stand is taken back with
 * the reason `upheld-on-review` instead. Refused: `no-review`, `review-over`, `own-decision` (the database refuses the same hand too).
 */
export async function answerReview(ctx: Ctx, personId: string,
  { reviewId, explanation, origin }: { reviewId: string; explanation: string; origin: string }) {
  organiserOf(ctx)
  await lockPersons(ctx, [personId])
  const review = (await listReviews(ctx, personId)).find(({ id }) => id === reviewId)
  if (!review) return refused('no-review')
  if (!review.isOpen) return refused('review-over')
  if (review.decidedBy === ctx.actor) return refused('own-decision')
  await ctx.db.insertInto('decision_review_answer').values({
    person_id: personId, review_id: reviewId, decided_by: review.decidedBy, actor: ctx.actor, answered_at: ctx.now,
  }).execute()
  await keepText(ctx, personId, { id: reviewId, about: 'review-answer', text: explanation })
  await record(ctx, 'casework.review-answered', personId, { reviewId, decisionId: review.decisionId })
  await closeTasks(ctx, personId, reviewId)
  await tell(ctx, personId, { once: `review-answered:${reviewId}`, kind: 'review-answered',
    message: (to) => reviewMail({ of: 'stands', explanation }, { ...to, origin }) })
  return done()
}
