import { randomUUID } from 'node:crypto'
import { dataRequestTerm } from '#deadlines/data-request.ts'
import { record } from '#journal/record.ts'
import { legalZone } from '#participants/age.ts'
import { lockPersons } from '#participants/lock.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { listDecisions } from '#casework/decisions/decisions.ts'
import { reviewMail } from './emails.ts'
import type { WayToAskReview } from '#casework/reasons.ts'
import { giveTask } from '#casework/tasks.ts'
import { tell } from '#casework/tell.ts'
import { keepText } from '#casework/texts.ts'
import { listReviews } from './reviews.ts'

export interface AskingReview {
  decisionId: string
  cameBy: WayToAskReview
  /** `YYYY-MM-DD`: the day it came in. */
  askedOn: string
  words: string
  origin: string
}

/**
 * Writes down that somebody asked for a second look at a decision about them (AD-04, GDPR 22(3)), confirms it with the last day of the
 * answer, a month after it came in (SE-05), and gives the lawyers the task. Asking late is no ground to refuse: what is wrong is mended.
 * Refused: `no-decision`, `decision-undone`, `review-of-flag` for what changed nothing, `review-open` while one runs, `asked-in-future`.
 */
export async function askReview(ctx: Ctx, personId: string, { decisionId, cameBy, askedOn, words, origin }: AskingReview) {
  await lockPersons(ctx, [personId])
  const decision = (await listDecisions(ctx, personId)).find(({ id }) => id === decisionId)
  if (!decision) return refused('no-decision')
  if (decision.undone) return refused('decision-undone')
  if (decision.kind === 'resolve-flag') return refused('review-of-flag')
  if ((await listReviews(ctx, personId)).some((each) => each.decisionId === decisionId && each.isOpen)) return refused('review-open')
  const today = dayIn(legalZone, ctx.now)
  if (askedOn > today) return refused('asked-in-future')
  const reviewId = randomUUID()
  const { dueOn: answerBy, internalDueOn } = dataRequestTerm(askedOn)
  await ctx.db.insertInto('decision_review').values({
    person_id: personId, id: reviewId, decision_id: decisionId, decided_by: decision.actor, came_by: cameBy, asked_on: askedOn,
    answer_by: answerBy, actor: ctx.actor, noted_at: ctx.now,
  }).execute()
  await keepText(ctx, personId, { id: reviewId, about: 'review', text: words })
  await record(ctx, 'casework.review-asked', personId, { reviewId, decisionId, cameBy, dueOn: answerBy })
  const dueOn = internalDueOn < today ? today : internalDueOn
  await giveTask(ctx, personId, { kind: 'look-again', to: { role: 'lawyer' }, dueOn, aboutId: reviewId })
  await tell(ctx, personId, { once: `review-asked:${reviewId}`, kind: 'review-asked',
    message: (to) => reviewMail({ of: 'asked', askedOn, answerBy }, { ...to, origin }) })
  return done({ reviewId, answerBy })
}
