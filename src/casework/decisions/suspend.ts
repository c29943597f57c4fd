import { workingDaysAfter } from '#deadlines/working-days.ts'
import { lift } from '#guardians/lift.ts'
import { suspend } from '#guardians/suspend.ts'
import { listSuspensions } from '#guardians/suspensions.ts'
import { legalZone } from '#participants/age.ts'
import { lockPersons } from '#participants/lock.ts'
import { listParticipations } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { keepDecision } from './decisions.ts'
import { followReview } from './follow-review.ts'
import { decisionMail } from '#casework/emails.ts'
import { organiserOf } from '#casework/open-record.ts'
import { taskDays, type LiftReason, type SuspendReason } from '#casework/reasons.ts'
import { tell } from '#casework/tell.ts'

interface Deciding<R> { reason: R; explanation: string; origin: string }

/**
 * Suspends everything for a person until the desk has looked at it (9.2, AD-05), tells them why and until when, and gives the case handlers
 * the task to look. Refused: `suspended-already` for a review, `takes-no-part`.
 */
export async function suspendForReview(ctx: Ctx, personId: string, { reason, explanation, origin }: Deciding<SuspendReason>) {
  organiserOf(ctx)
  await lockPersons(ctx, [personId])
  if (!(await listParticipations(ctx, [personId])).some(({ end }) => !end)) return refused('takes-no-part')
  if ((await listSuspensions(ctx, [personId])).some((each) => each.reason === 'review')) return refused('suspended-already')
  const suspensionId = await suspend(ctx, personId, 'review')
  const decisionId = await keepDecision(ctx, personId, { kind: 'suspend', reason, explanation, suspensionId })
  const lookedAtBy = workingDaysAfter(dayIn(legalZone, ctx.now), taskDays.review)
  await followReview(ctx, personId)
  await tell(ctx, personId, { once: `decision:${decisionId}`, kind: 'decision-suspend',
    message: (to) => decisionMail({ kind: 'suspend', reason, lookedAtBy }, { ...to, origin, at: ctx.now, explanation }) })
  return done({ decisionId, suspensionId })
}

/**
 * Lifts a suspension: a review that found nothing, an objection of the other parent that is settled, a sign-up that was theirs after all
 * (SG-07). Refused: `suspension-gone`; `nobody-represents-still`, for that no decision of the desk replaces who represents a child.
 */
export async function liftSuspension(ctx: Ctx, personId: string,
  { suspensionId, reason, explanation, origin }: Deciding<LiftReason> & { suspensionId: string }) {
  organiserOf(ctx)
  await lockPersons(ctx, [personId])
  const suspension = (await listSuspensions(ctx, [personId])).find(({ id }) => id === suspensionId)
  if (!suspension) return refused('suspension-gone')
  if (suspension.reason === 'nobody-represents') return refused('nobody-represents-still')
  await lift(ctx, personId, [suspension.reason], 'decided')
  const decisionId = await keepDecision(ctx, personId, { kind: 'lift', reason, explanation, suspensionId })
  await followReview(ctx, personId)
  await tell(ctx, personId, { once: `decision:${decisionId}`, kind: 'decision-lift',
    message: (to) => decisionMail({ kind: 'lift', reason }, { ...to, origin, at: ctx.now, explanation }) })
  return done({ decisionId })
}
