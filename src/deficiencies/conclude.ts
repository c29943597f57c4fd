import { keepDecision } from '#casework/decisions/decisions.ts'
import { exclude } from '#casework/decisions/exclude.ts'
import { listTasksAbout } from '#casework/list-tasks.ts'
import { organiserOf } from '#casework/open-record.ts'
import { closeTasks } from '#casework/tasks.ts'
import { tell } from '#casework/tell.ts'
import { getContent } from '#claims/queries.ts'
import { listSuspensions } from '#guardians/suspensions.ts'
import { legalZone } from '#participants/age.ts'
import { lockPersons } from '#participants/lock.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { outcomes, type CureOutcome, type OutcomeReason } from './defects.ts'
import { noticeMail } from './emails.ts'
import { findNotice, type Notice } from './notices.ts'

export interface Concluding {
  noticeId: string
  outcome: CureOutcome
  reason: OutcomeReason
  explanation: string
  /** Only of `not-cured`: the person is excluded from the claim too; that may be taken back by itself. */
  excludes?: boolean
  origin: string
}

/**
 * Decides how a deficiency notice ended, with reasons and the way to have it looked at again (AD-04: no silent rejection); `reopen` takes
 * it back. What was to be done about the notice is done. Refused:
 * `no-open-notice`, `outcome-missing` where the ground is not one of this outcome, `cure-term-runs` for `not-cured` until the last day is
 * over; `cure-while-suspended` for `not-cured` while everything for the person is on hold: nobody is asked to mend then, or reminded;
 * `notice-unread` for `not-cured` while it is still to be written by post, because no mail reached anybody.
 */
export async function conclude(ctx: Ctx, personId: string, { noticeId, outcome, reason, explanation, excludes = false,
  origin }: Concluding) {
  organiserOf(ctx)
  await lockPersons(ctx, [personId])
  const notice = await findNotice(ctx, personId, noticeId)
  if (!notice || notice.outcome) return refused('no-open-notice')
  if (!(outcomes[outcome] as readonly string[]).includes(reason)) return refused('outcome-missing')
  const today = dayIn(legalZone, ctx.now)
  if (outcome === 'not-cured' && today <= notice.dueOn) return refused('cure-term-runs')
  if (outcome === 'not-cured' && (await listSuspensions(ctx, [personId])).length > 0) return refused('cure-while-suspended')
  if (outcome === 'not-cured' && (await isUnread(ctx, notice))) return refused('notice-unread')
  const decisionId = await keepDecision(ctx, personId, { kind: 'conclude', reason, explanation, noticeId })
  await closeTasks(ctx, personId, noticeId)
  if (outcome === 'not-cured' && excludes) {
    // One letter, not two: the exclusion says the reasons and the way to have it looked at again.
    const out = await exclude(ctx, personId, { claim: notice.claim, reason: 'not-cured', explanation, origin })
    if (out.ok) return done({ decisionId, exclusionId: out.value.decisionId as string | undefined })
  }
  await tell(ctx, personId, { once: `deficiency-outcome:${decisionId}`, kind: 'deficiency-outcome', message: async (to) => {
    const { facts } = await getContent(ctx.db, notice.claim, to.reader.language)
    return noticeMail({ ...to, origin, claim: facts.name[to.reader.language], personId, noticeId, dueOn: notice.dueOn },
      { of: 'outcome', outcome, reason, explanation, today })
  } })
  return done({ decisionId, exclusionId: undefined })
}

/** Whether the desk has still to write the notice by post: a mail of it came back, or there was no address. */
const isUnread = async (ctx: Ctx, { personId, id }: Notice): Promise<boolean> =>
  (await listTasksAbout(ctx, personId)).some(({ kind, aboutId, done: isDone }) =>
    (kind === 'bounced' || kind === 'write') && aboutId === id && !isDone)
