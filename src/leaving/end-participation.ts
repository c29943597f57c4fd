import { record } from '#journal/record.ts'
import { revoke } from '#mandates/revoke.ts'
import { lockPersons } from '#participants/lock.ts'
import { findNewest, type KnownParticipation } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'

export interface Ending {
  claim: string
  kind: 'withdrawn' | 'terminated' | 'no-answer-at-18' | 'erased'
  channel: 'account' | 'function' | 'timer' | 'desk'
  /** What was sent or what happened, as it is to be kept; sealed. No key of it is read again but for receipts and exports. */
  notice: object
  /** When the notice was given; now unless a first step counts (MO-04). */
  noticedAt?: Date
  /** From which day (`YYYY-MM-DD`, the claim's zone) the participation no longer holds. */
  effectiveOn: string
}

/**
 * The one writer of how a participation ends: ends the newest of a person in a claim, and with it every living capacity (3:72 BW, clauses
 * 7.6 and 8.4 of the participation agreements); the respondents are to be told (SG-03). Says nothing to the person and touches no fee: that
 * is for the act that calls. Works alone on the person; of two at once one finds it ended. Refused: `ended-already`, `takes-no-part`.
 */
export async function endParticipation(ctx: Ctx, personId: string,
  { claim, kind, channel, notice, noticedAt = ctx.now, effectiveOn }: Ending) {
  await lockPersons(ctx, [personId])
  const newest = await findNewest(ctx, personId, claim)
  if (!newest) return refused('takes-no-part')
  if (newest.end) return refused('ended-already')
  const safe = await ctx.vault.open(ctx.db, personId)
  await ctx.db.insertInto('participation_end').values({
    person_id: personId, claim, round: newest.round, kind, channel,
    notice: safe.seal('participation_end.notice', JSON.stringify(notice)), noticed_at: noticedAt, effective_on: effectiveOn,
  }).execute()
  const capacities = await revoke(ctx, personId, { claim, reason: kind, effectiveOn })
  await record(ctx, 'leaving.ended', personId,
    { claim, round: newest.round, kind, channel, noticedAt: noticedAt.toISOString(), effectiveOn })
  return done<Ended>({ participation: newest, capacities })
}

export interface Ended { participation: KnownParticipation; capacities: { mandateId: string; kind: string }[] }
