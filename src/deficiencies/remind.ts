import { sql } from 'kysely'
import { tell } from '#casework/tell.ts'
import { giveTask } from '#casework/tasks.ts'
import { listTexts } from '#casework/texts.ts'
import { getContent } from '#claims/queries.ts'
import { daysAfter } from '#guardians/birthdays.ts'
import { listSuspensions } from '#guardians/suspensions.ts'
import { record } from '#journal/record.ts'
import { legalZone } from '#participants/age.ts'
import { groundsIn, listHindrances } from '#participants/hindrances.ts'
import { lockPersons } from '#participants/lock.ts'
import { findNewest, listPersons } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { noticeMail } from './emails.ts'
import { findNotice, isAnswered, type Notice } from './notices.ts'

/** A notice older than this is not looked at any more, in days. */
export const lookBackDays = 800

/** Notices that are open, by person; read by the day of sending, and each looked up by its key: few are open of all that ever were. */
export const listOpen = async ({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<{ person_id: string; id: string }[]> =>
  (await sql<{ person_id: string; id: string }>`
    select n.person_id, n.id from deficiency_notice n where n.sent_on > ${daysAfter(dayIn(legalZone, now), -lookBackDays)}::date
      and (select d.id from decision d where d.person_id = n.person_id and d.notice_id = n.id
        and not exists (select from decision_undo u where u.person_id = d.person_id and u.decision_id = d.id) limit 1) is null
    order by n.sent_on, n.person_id`.execute(db)).rows

/** What a look at a notice does: a reminder so many days before the end, the task to call, or the task to decide. */
type Step = { at: string; name: string; days?: number }

/**
 * Looks at one open notice: reminds twice before the last day, has the desk call on its own day who has not answered, and has it decide
 * once the day is over; each once for each term (AD-04, 9.8). Nothing for who has answered, left, is suspended or excluded. Answers whether
 * something was done.
 */
export async function lookAtNotice(ctx: Ctx, personId: string, noticeId: string,
  { remindDays, origin }: { remindDays: readonly number[]; origin: string }): Promise<boolean> {
  await lockPersons(ctx, [personId])
  const notice = await findNotice(ctx, personId, noticeId)
  if (!notice || notice.outcome || isAnswered(notice) || (await rests(ctx, notice))) return false
  const today = dayIn(legalZone, ctx.now)
  const steps: Step[] = [
    ...remindDays.map((days) => ({ at: daysAfter(notice.dueOn, -days), name: `reminder-${days}`, days })),
    { at: notice.internalDueOn, name: 'call' }, { at: daysAfter(notice.dueOn, 1), name: 'over' },
  ]
  const due = steps.filter(({ at, name }) => at <= today && (name === 'over' || today <= notice.dueOn))
  // Of reminders that a job left over only the last is sent.
  const newest = due.filter(({ days }) => days !== undefined).toSorted((a, b) => b.at.localeCompare(a.at))[0]
  let acted = false
  for (const step of due.filter((each) => each.days === undefined || each === newest)) {
    if (await wasDone(ctx, notice, step.name)) continue
    if (step.days !== undefined) await remind(ctx, notice, step.days, origin)
    else
      await giveTask(ctx, personId, { kind: step.name === 'call' ? 'call' : 'cure-over', to: { role: 'case-handler' }, aboutId: noticeId })
    await record(ctx, 'deficiencies.reminded', personId, { noticeId, step: step.name, dueOn: notice.dueOn })
    acted = true
  }
  return acted
}

async function rests(ctx: Ctx, { personId, claim }: Notice): Promise<boolean> {
  const [[person], newest, suspensions, hindrances] = await Promise.all([
    listPersons(ctx, [personId]), findNewest(ctx, personId, claim), listSuspensions(ctx, [personId]), listHindrances(ctx, [personId]),
  ])
  return !person || !newest || newest.end !== undefined || suspensions.length > 0 || groundsIn(hindrances, { personId, claim }).excluded
}

async function wasDone(ctx: Ctx, { personId, id, dueOn }: Notice, step: string): Promise<boolean> {
  const row = await ctx.db.selectFrom('journal_entry').select('id').where('person_id', '=', personId)
    .where('event', '=', 'deficiencies.reminded')
    .where(sql<boolean>`facts @> ${JSON.stringify({ noticeId: id, step, dueOn })}::jsonb`).limit(1).executeTakeFirst()
  return row !== undefined
}

async function remind(ctx: Ctx, { personId, id, claim, defects, dueOn }: Notice, days: number, origin: string): Promise<void> {
  const addition = (await listTexts(ctx, personId))('notice', id) ?? ''
  await tell(ctx, personId, { once: `deficiency-reminder:${id}:${dueOn}:${days}`, kind: 'deficiency-reminder', message: async (to) => {
    const { facts } = await getContent(ctx.db, claim, to.reader.language)
    return noticeMail({ ...to, origin, claim: facts.name[to.reader.language], personId, noticeId: id, dueOn }, { of: 'reminder', defects,
      addition })
  } })
}
