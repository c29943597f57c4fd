import { randomUUID } from 'node:crypto'
import { organiserOf } from '#casework/open-record.ts'
import { tell } from '#casework/tell.ts'
import { keepText } from '#casework/texts.ts'
import { getContent } from '#claims/queries.ts'
import { cureTerm } from '#deadlines/cure.ts'
import { record } from '#journal/record.ts'
import { legalZone } from '#participants/age.ts'
import { lockPersons } from '#participants/lock.ts'
import { findNewest, getPerson } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import type { Defect } from './defects.ts'
import { noticeMail } from './emails.ts'
import { findOpenNotice } from './notices.ts'

export interface Sending {
  claim: string
  defects: readonly Defect[]
  /** What the desk adds in its own words. */
  addition?: string | undefined
  cureDays: number
  origin: string
}

/**
 * Sends one letter that lists everything that is wrong in plain words, with the time to mend it (AD-04). The participation needs action
 * until it is concluded (9.2). Refused: `takes-no-part`, `notice-open` for this claim, `defects-missing` (also `other` without words).
 */
export async function sendNotice(ctx: Ctx, personId: string, { claim, defects, addition = '', cureDays, origin }: Sending) {
  organiserOf(ctx)
  if (!defects.length || (defects.includes('other') && !addition.trim())) return refused('defects-missing')
  await lockPersons(ctx, [personId])
  const newest = await findNewest(ctx, personId, claim)
  if (!newest || newest.end) return refused('takes-no-part')
  if (await findOpenNotice(ctx, personId, claim)) return refused('notice-open')
  const sentOn = dayIn(legalZone, ctx.now)
  const { dueOn, internalDueOn, rule, calendar } = cureTerm(sentOn, cureDays)
  const noticeId = randomUUID()
  const { language } = await getPerson(ctx, personId)
  await ctx.db.insertInto('deficiency_notice').values({
    person_id: personId, id: noticeId, claim, defects: [...defects], language, sent_on: sentOn, cure_days: cureDays, rule, calendar,
    due_on: dueOn, internal_due_on: internalDueOn, actor: ctx.actor, sent_at: ctx.now,
  }).execute()
  await keepText(ctx, personId, { id: noticeId, about: 'notice', text: addition })
  await record(ctx, 'deficiencies.sent', personId, { noticeId, claim, defects: defects.join(' '), dueOn, rule })
  await tell(ctx, personId, { once: `deficiency:${noticeId}`, kind: 'deficiency-notice', aboutId: noticeId, message: async (to) => {
    const { facts } = await getContent(ctx.db, claim, to.reader.language)
    return noticeMail({ ...to, origin, claim: facts.name[to.reader.language], personId, noticeId, dueOn }, { of: 'notice', defects,
      addition })
  } })
  return done({ noticeId, dueOn })
}
