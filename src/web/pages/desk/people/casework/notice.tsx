import * as z from 'zod'
import { listTexts } from '#casework/texts.ts'
import { conclude } from '#deficiencies/conclude.ts'
import { extensionReasons, outcomes, type CureOutcome, type OutcomeReason } from '#deficiencies/defects.ts'
import { extendCure } from '#deficiencies/extend-cure.ts'
import { findNotice } from '#deficiencies/notices.ts'
import { isId } from '#platform/id.ts'
import { again, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { deskPageOf, may } from '#web/pages/desk/desk-layout.tsx'
import type { Desk } from '#web/pages/desk/people/person/case-file.ts'
import { actorNames } from '#web/pages/desk/people/person/names.ts'
import { dayOf, personLink } from '#web/pages/desk/people/person/who.ts'
import { digits, tick } from '#web/parts/field-schemas.ts'
import { lines, oneOf } from './form-parts.tsx'
import { ConcludeForm, ExtendForm, NoticeFacts } from './notice-parts.tsx'
import { changedAt, doneAt, openingOf, subjectOf } from './subject.ts'

async function noticeOf(visit: Desk) {
  const person = await subjectOf(visit)
  const { notice: id } = visit.params
  const notice = person && isId(id) ? await findNotice(visit.ctx, person.personId, id) : undefined
  return person && notice && { person, notice }
}

/** One notice with its clocks, answers and outcome; below it what may be done while it is open. */
async function show(visit: Desk) {
  const found = await noticeOf(visit)
  if (!found) return missing
  const { person, notice } = found
  const { t, ctx } = visit
  const opening = await openingOf(visit, person.personId)
  const text = opening && (await listTexts(ctx, person.personId))
  const sends = may(visit, 'deficiencies.send') && !notice.outcome
  return deskPageOf(visit, { title: t('desk.notice.title', { day: dayOf(visit, notice.sentAt) }), children: (
    <>
      <p><a href={personLink(visit, person.personId)}>{person.legalName}</a></p>
      <NoticeFacts visit={visit} notice={notice} text={text} names={await actorNames(visit, [notice.outcome?.actor])} />
      {sends && <ConcludeForm visit={visit} notice={notice} language={person.language} />}
      {sends && <ExtendForm visit={visit} notice={notice} />}
    </>
  ) })
}

/** A deficiency notice as it stands. */
export const noticePage = page('/:lang{en|nl}/desk/people/:person/deficiencies/:notice', { who: 'organiser', act: 'people.open', show })

/** Gives more time to mend. */
export const extendPage = page('/:lang{en|nl}/desk/people/:person/deficiencies/:notice/extend', {
  who: 'organiser', act: 'deficiencies.send', show,
  form: z.object({ more: z.string().default(''), because: oneOf(extensionReasons) }),
  async send(visit) {
    const found = await noticeOf(visit)
    if (!found) return missing
    const { person: { personId }, notice } = found
    const extended = await extendCure(visit.ctx, personId,
      { noticeId: notice.id, days: digits(visit.sent.more, 999) ?? 0, reason: visit.sent.because, origin: visit.site.origin })
    if (extended.ok) return doneAt(visit, personId, 'extended')
    return again(extended.because === 'extension-days-wrong' ? { more: extended.because } : { '': extended.because })
  },
})

/** Says how a notice ended. */
export const concludePage = page('/:lang{en|nl}/desk/people/:person/deficiencies/:notice/conclude', {
  who: 'organiser', act: 'deficiencies.send', show,
  form: z.object({ outcome: z.string().default(''), explanation: lines, excludes: tick }),
  async send(visit) {
    const found = await noticeOf(visit)
    if (!found) return missing
    const { person: { personId }, notice } = found
    const { explanation, excludes } = visit.sent
    const [outcome = '', reason = ''] = visit.sent.outcome.split('.')
    if (!(outcome in outcomes)) return again({ outcome: 'outcome-missing' })
    if (outcome === 'not-cured' && explanation.length < 20) return again({ explanation: 'explanation-missing' })
    const concluded = await conclude(visit.ctx, personId, { noticeId: notice.id, outcome: outcome as CureOutcome,
      reason: reason as OutcomeReason, explanation, excludes, origin: visit.site.origin })
    return concluded.ok ? changedAt(visit, personId, 'concluded') : again({ outcome: concluded.because })
  },
})
