import { workingDaysAfter } from '#deadlines/working-days.ts'
import { listSuspensions } from '#guardians/suspensions.ts'
import { legalZone } from '#participants/age.ts'
import { listHindrances } from '#participants/hindrances.ts'
import { listParticipations } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { listTasksAbout } from '#casework/list-tasks.ts'
import { taskDays } from '#casework/reasons.ts'
import { giveTask, markTask } from '#casework/tasks.ts'

/**
 * Keeps the task to decide on a suspension where it belongs, after any decision: whoever is on hold for a review, and takes part in a claim
 * that did not exclude them, has one open; everybody else has none. So taking back in any order leaves nobody on hold without a task (9.2),
 * and no task about somebody who is not.
 */
export async function followReview(ctx: Ctx, personId: string): Promise<void> {
  const [suspensions, participations, hindrances, tasks] = await Promise.all([
    listSuspensions(ctx, [personId]), listParticipations(ctx, [personId]), listHindrances(ctx, [personId]), listTasksAbout(ctx, personId),
  ])
  const review = suspensions.find(({ reason }) => reason === 'review')
  const excluded = new Set(hindrances.filter(({ kind }) => kind === 'excluded').map(({ claim }) => claim))
  const open = tasks.filter(({ kind, done }) => kind === 'review' && !done)
  if (review && participations.some(({ end, claim }) => !end && !excluded.has(claim))) {
    // The desk's own day comes before the one that was told (9.8).
    const dueOn = workingDaysAfter(dayIn(legalZone, ctx.now), taskDays.review - 5)
    if (!open.length) await giveTask(ctx, personId, { kind: 'review', to: { role: 'case-handler' }, dueOn, aboutId: review.id })
    return
  }
  for (const { id } of open) await markTask(ctx, personId, { taskId: id, isDone: true })
}
