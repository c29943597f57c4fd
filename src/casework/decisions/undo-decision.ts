import { lift } from '#guardians/lift.ts'
import { suspend } from '#guardians/suspend.ts'
import { listSuspensions } from '#guardians/suspensions.ts'
import type { SuspensionReason } from '#guardians/suspend.ts'
import { isAdultOn, legalZone } from '#participants/age.ts'
import { getPerson } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done } from '#platform/outcome.ts'
import type { Decision } from './decisions.ts'
import { decisionMail } from '#casework/emails.ts'
import { tell } from '#casework/tell.ts'
import { takeBack, type TakingBack } from './take-back.ts'

export interface Undoing extends TakingBack { origin: string }

/**
 * Takes a decision back, and tells who was told of it. The outcome of a deficiency notice is taken back by `reopen` of that room. Refuses
 * what `takeBack` refuses.
 */
export async function undoDecision(ctx: Ctx, personId: string, { origin, ...undoing }: Undoing) {
  const { decisionId, reason, explanation } = undoing
  const taken = await takeBack(ctx, personId, undoing, (decision) => undo(ctx, decision))
  if (!taken.ok) return taken
  const { kind } = taken.value
  if (kind === 'resolve-flag' || kind === 'conclude') return done()
  await tell(ctx, personId, { once: `decision-undone:${decisionId}`, kind: 'decision-undone',
    message: (to) => decisionMail({ kind: 'undo', of: kind, reason }, { ...to, origin, at: ctx.now, explanation }) })
  return done()
}

/** Undoes what a decision did; answers whether it still stood so. An exclusion and a flag are computed from the rows alone. */
async function undo(ctx: Ctx, { personId, kind, suspensionId }: Decision): Promise<boolean> {
  if (kind === 'exclude' || kind === 'resolve-flag') return true
  if (kind === 'conclude') return false
  const living = await listSuspensions(ctx, [personId])
  if (kind === 'suspend') {
    const own = living.find(({ id }) => id === suspensionId)
    if (own) await lift(ctx, personId, [own.reason], 'taken-back')
    return own !== undefined
  }
  const { reason } = await ctx.db.selectFrom('suspension').select('reason').where('person_id', '=', personId)
    .where('id', '=', suspensionId!).executeTakeFirstOrThrow()
  if (living.some((each) => each.reason === reason)) return false
  const { birthDate } = await getPerson(ctx, personId)
  if (reason === 'custody-objection' && isAdultOn(birthDate, dayIn(legalZone, ctx.now))) return false
  await suspend(ctx, personId, reason as SuspensionReason)
  return true
}
