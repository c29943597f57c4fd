import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { listDecisions } from '#casework/decisions/decisions.ts'
import { takeBack, type TakingBack } from '#casework/decisions/take-back.ts'
import { tell } from '#casework/tell.ts'
import { listTexts } from '#casework/texts.ts'
import { getContent } from '#claims/queries.ts'
import { cureTerm } from '#deadlines/cure.ts'
import { record } from '#journal/record.ts'
import { legalZone } from '#participants/age.ts'
import { lockPersons } from '#participants/lock.ts'
import { findNewest } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { outcomeOf, type OutcomeReason } from './defects.ts'
import { noticeMail } from './emails.ts'
import { findNotice, findOpenNotice, type Notice } from './notices.ts'

export interface Reopening extends TakingBack {
  /** Whole days that there are to mend it from today on, at the least. */
  cureDays: number
  origin: string
}

/**
 * Takes back how a deficiency notice ended: it is open again, with the whole term from today on, so that nobody who was told that all is
 * well finds the day over (AD-04). An exclusion that rested on the outcome goes with it, in the same letter. Refuses what `takeBack`
 * refuses: `decision-overtaken` also where another notice for the claim is open by now, `own-decision` also of that exclusion.
 */
export async function reopen(ctx: Ctx, personId: string, { cureDays, origin, ...undoing }: Reopening) {
  const { decisionId, reason, explanation } = undoing
  await lockPersons(ctx, [personId])
  // Checked before anything is taken back: an exclusion that could not go along would stay beside an open notice.
  const exclusion = await findExclusionOn(ctx, personId, decisionId)
  if (reason === 'upheld-on-review' && exclusion?.actor === ctx.actor) return refused('own-decision')
  const taken = await takeBack(ctx, personId, undoing, async ({ noticeId }) => {
    const notice = noticeId === undefined ? undefined : await findNotice(ctx, personId, noticeId)
    return notice !== undefined && !(await findOpenNotice(ctx, personId, notice.claim))
  })
  if (!taken.ok) return taken
  const notice = (await findNotice(ctx, personId, taken.value.noticeId!))!
  await takeBackExclusion(ctx, notice, undoing)
  const newest = await findNewest(ctx, personId, notice.claim)
  const dueOn = newest && !newest.end ? await beginAnew(ctx, notice, cureDays) : undefined
  const addition = (await listTexts(ctx, personId))('notice', notice.id) ?? ''
  await tell(ctx, personId, { once: `decision-undone:${decisionId}`, kind: 'deficiency-reopened', message: async (to) => {
    const { facts } = await getContent(ctx.db, notice.claim, to.reader.language)
    return noticeMail(
      { ...to, origin, claim: facts.name[to.reader.language], personId, noticeId: notice.id, dueOn: dueOn ?? notice.dueOn },
      { of: 'reopened', outcome: outcomeOf(taken.value.reason as OutcomeReason), reason, explanation, defects: notice.defects, addition,
        mayMend: dueOn !== undefined, today: dayIn(legalZone, ctx.now) })
  } })
  return done({ noticeId: notice.id, dueOn })
}

async function takeBackExclusion(ctx: Ctx, { personId, claim }: Notice, undoing: TakingBack): Promise<void> {
  const exclusion = await findExclusion(ctx, personId, claim)
  if (!exclusion) return
  const taken = await takeBack(ctx, personId, { ...undoing, decisionId: exclusion.id }, async () => true)
  if (!taken.ok) throw new Error(`exclusion ${exclusion.id} could not go with the outcome it rested on: ${taken.because}`)
}

/** The exclusion because of what was not mended, where it stands. */
const findExclusion = async (ctx: Ctx, personId: string, claim: string) => (await listDecisions(ctx, personId))
  .find((each) => each.kind === 'exclude' && each.reason === 'not-cured' && each.claim === claim && !each.undone)

/** The exclusion that would go with an outcome. */
async function findExclusionOn(ctx: Ctx, personId: string, decisionId: string) {
  const noticeId = (await listDecisions(ctx, personId)).find(({ id }) => id === decisionId)?.noticeId
  const notice = noticeId === undefined ? undefined : await findNotice(ctx, personId, noticeId)
  return notice && findExclusion(ctx, personId, notice.claim)
}

/** Lengthens the term so that so many days are left; a later day that was told stays. Days count from the day of sending (DL-04). */
async function beginAnew(ctx: Ctx, { personId, id, sentOn, days, dueOn: was }: Notice, cureDays: number): Promise<string> {
  const today = dayIn(legalZone, ctx.now)
  const more = Temporal.PlainDate.from(sentOn).until(today, { largestUnit: 'day' }).days + cureDays - days
  if (more <= 0) return was
  const { dueOn, internalDueOn } = cureTerm(sentOn, days + more)
  await ctx.db.insertInto('deficiency_extension').values({
    person_id: personId, notice_id: id, id: randomUUID(), days: more, reason: 'outcome-taken-back', due_on: dueOn,
    internal_due_on: internalDueOn, actor: ctx.actor, extended_at: ctx.now,
  }).execute()
  await record(ctx, 'deficiencies.extended', personId, { noticeId: id, days: more, reason: 'outcome-taken-back', dueOn })
  return dueOn
}
