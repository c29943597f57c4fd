import { lastDayToWithdraw } from '#deadlines/withdrawal.ts'
import type { KnownParticipation } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'

/** The last day (`YYYY-MM-DD`, the claim's time zone) on which this participation may be withdrawn from (MO-03). */
export const withdrawUntil = ({ joinedAt }: Pick<KnownParticipation, 'joinedAt'>,
  timeZone: string): string => lastDayToWithdraw(dayIn(timeZone, joinedAt))

/** Whether a participation lives and its 14 days are not over: the whole last day counts, in the claim's time zone (MO-03). */
export const mayWithdraw = (of: Pick<KnownParticipation, 'joinedAt' | 'end'>, timeZone: string, now: Date): boolean =>
  !of.end && dayIn(timeZone, now) <= withdrawUntil(of, timeZone)
