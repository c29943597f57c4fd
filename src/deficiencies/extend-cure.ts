import { randomUUID } from 'node:crypto'
import { organiserOf } from '#casework/open-record.ts'
import { closeTasks } from '#casework/tasks.ts'
import { tell } from '#casework/tell.ts'
import { keepText } from '#casework/texts.ts'
import { getContent } from '#claims/queries.ts'
import { cureTerm } from '#deadlines/cure.ts'
import { record } from '#journal/record.ts'
import { legalZone } from '#participants/age.ts'
import { lockPersons } from '#participants/lock.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import type { ExtensionReason } from './defects.ts'
import { noticeMail } from './emails.ts'
import { findNotice } from './notices.ts'

/** The most that a term is made longer at once, in days; once more is possible. */
export const mostExtension = 90

export interface Extending {
  noticeId: string
  days: number
  reason: Exclude<ExtensionReason, 'outcome-taken-back'>
  words?: string | undefined
  origin: string
}

/**
 * Gives more time to mend, once or more (AD-04): the days are added to those from the day of sending (DL-04), never to a day that was
 * moved. The participant is told the new day. Refused: `no-open-notice`, `extension-days-wrong`; `extension-too-short` where the new last
 * day would be past already, for that term is over.
 */
export async function extendCure(ctx: Ctx, personId: string, { noticeId, days, reason, words, origin }: Extending) {
  organiserOf(ctx)
  if (!Number.isInteger(days) || days < 1 || days > mostExtension) return refused('extension-days-wrong')
  await lockPersons(ctx, [personId])
  const notice = await findNotice(ctx, personId, noticeId)
  if (!notice || notice.outcome) return refused('no-open-notice')
  const { dueOn, internalDueOn } = cureTerm(notice.sentOn, notice.days + days)
  if (dueOn <= dayIn(legalZone, ctx.now)) return refused('extension-too-short')
  const extensionId = randomUUID()
  await ctx.db.insertInto('deficiency_extension')
    .values({
      person_id: personId, notice_id: noticeId, id: extensionId, days, reason, due_on: dueOn,
      internal_due_on: internalDueOn, actor: ctx.actor, extended_at: ctx.now,
    })
    .execute()
  await keepText(ctx, personId, { id: extensionId, about: 'extension', text: words })
  await record(ctx, 'deficiencies.extended', personId, { noticeId, days, reason, dueOn })
  // More time was given, and calling who lets it pass, or deciding, comes later; what was mended is still to be looked at.
  await closeTasks(ctx, personId, noticeId, ['more-time', 'call', 'cure-over'])
  await tell(ctx, personId, { once: `deficiency-extended:${extensionId}`, kind: 'deficiency-extended', message: async (to) => {
    const { facts } = await getContent(ctx.db, notice.claim, to.reader.language)
    return noticeMail({ ...to, origin, claim: facts.name[to.reader.language], personId, noticeId, dueOn }, { of: 'extended' })
  } })
  return done({ extensionId, from: notice.dueOn, dueOn })
}
