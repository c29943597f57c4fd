import { lift } from '#guardians/lift.ts'
import { suspend } from '#guardians/suspend.ts'
import { listSuspensions } from '#guardians/suspensions.ts'
import type { SuspensionReason } from '#guardians/suspend.ts'
import { record } from '#journal/record.ts'
import { isAdultOn, legalZone } from '#participants/age.ts'
import { lockPersons } from '#participants/lock.ts'
import { getPerson } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { listDecisions, type Decision } from './decisions.ts'
import { decisionMail } from '#casework/emails.ts'
import { organiserOf } from '#casework/open-record.ts'
import type { UndoReason } from '#casework/reasons.ts'
import { tell } from '#casework/tell.ts'
import { keepText } from '#casework/texts.ts'

export interface Undoing { decisionId: string; reason: UndoReason; explanation: string; origin: string }

/**
 * Takes a decision back: what it did is undone by a row of its own, and both stay to be read. Who was told of the decision is told of this.
 * Refused: `no-decision`, `decision-undone` before, `own-decision` where a review is by who decided (we told that it is somebody else),
 * `decision-overtaken` where what it did has been changed since by something else.
 */
export async function undoDecision(ctx: Ctx, personId: string, { decisionId, reason, explanation, origin }: Undoing) {
  organiserOf(ctx)
  await lockPersons(ctx, [personId])
  const decision = (await listDecisions(ctx, personId)).find(({ id }) => id === decisionId)
  if (!decision) return refused('no-decision')
  if (decision.undone) return refused('decision-undone')
  if (reason === 'upheld-on-review' && decision.actor === ctx.actor) return refused('own-decision')
  if (!(await takeBack(ctx, decision))) return refused('decision-overtaken')
  await ctx.db.insertInto('decision_undo').values({ person_id: personId, decision_id: decisionId, reason, actor: ctx.actor,
    undone_at: ctx.now })
    .execute()
  await keepText(ctx, personId, { id: decisionId, about: 'undo', text: explanation })
  await record(ctx, 'casework.undone', personId, { decisionId, kind: decision.kind, reason })
  const { kind } = decision
  if (kind === 'resolve-flag') return done()
  await tell(ctx, personId, { once: `decision-undone:${decisionId}`, kind: 'decision-undone',
    message: (to) => decisionMail({ kind: 'undo', of: kind, reason }, { ...to, origin, at: ctx.now, explanation }) })
  return done()
}

/** Undoes what a decision did; answers whether it still stood so. An exclusion and a flag are computed from the rows alone. */
async function takeBack(ctx: Ctx, { personId, kind, suspensionId }: Decision): Promise<boolean> {
  if (kind === 'exclude' || kind === 'resolve-flag') return true
  const living = await listSuspensions(ctx, [personId])
  if (kind === 'suspend') {
    const own = living.find(({ id }) => id === suspensionId)
    if (own) await lift(ctx, personId, [own.reason], 'taken-back')
    return own !== undefined
  }
  const { reason } = await ctx.db.selectFrom('suspension').select('reason').where('person_id', '=', personId).where('id', '=',
    suspensionId!)
    .executeTakeFirstOrThrow()
  if (living.some((each) => each.reason === reason)) return false
  const { birthDate } = await getPerson(ctx, personId)
  if (reason === 'custody-objection' && isAdultOn(birthDate, dayIn(legalZone, ctx.now))) return false
  await suspend(ctx, personId, reason as SuspensionReason)
  return true
}
