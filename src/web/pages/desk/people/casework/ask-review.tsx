import * as z from 'zod'
import type { Decision } from '#casework/decisions/decisions.ts'
import { waysToAskReview } from '#casework/reasons.ts'
import { askReview } from '#casework/reviews/ask-review.ts'
import { lastDayToAskReview } from '#deadlines/working-days.ts'
import { legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import { day } from '#words/formats.ts'
import { again, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { DateField, TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { datePartsOf, dayTyped, errorAt, typedAt } from '#web/parts/typed.ts'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import type { Desk } from '#web/pages/desk/people/person/case-file.ts'
import { reasonWords } from '#web/pages/desk/people/person/reason-words.ts'
import { dayOf, personLink } from '#web/pages/desk/people/person/who.ts'
import { lines, oneOf, ReasonField } from './form-parts.tsx'
import { doneAt } from './subject.ts'
import { decisionOf } from './undo.tsx'

/** How it came in where the participant did not ask in the account. */
const ways = waysToAskReview.filter((way) => way !== 'account')

/** What was decided and on which ground, as one line. */
export const decided = ({ t }: Desk, { kind, reason }: Decision) => `${t(`desk.decide.${kind}.button`)}: ${reasonWords(t, kind, reason)}`

/** Notes that somebody asked, outside the account, for a second look at a decision (AD-04, GDPR 22(3)). */
export const askReviewPage = page('/:lang{en|nl}/desk/people/:person/decisions/:decision/review', {
  who: 'organiser', act: 'people.decide',
  form: z.object({ cameBy: oneOf(ways), words: lines }),
  async show(visit) {
    const found = await decisionOf(visit)
    if (!found || found.decision.kind === 'resolve-flag') return missing
    const { person, decision } = found
    const { t, language } = visit
    const until = lastDayToAskReview(dayIn(legalZone, decision.decidedAt))
    return deskPageOf(visit, { title: t('desk.review.ask.title'), children: (
      <>
        <p><a href={personLink(visit, person.personId)}>{person.legalName}</a>
          {`: ${decided(visit, decision)}, ${dayOf(visit, decision.decidedAt)}`}</p>
        <p>{t('desk.review.ask.about')}</p>
        <p class="fine">{t('desk.review.ask.late', { day: day(language, until) })}</p>
        <form method="post" action={visit.path} novalidate>
          <ReasonField visit={visit} name="cameBy" label={t('desk.review.ask.cameBy')}
            choices={ways.map((value) => ({ value, label: t(`desk.review.way.${value}`) }))} />
          <DateField t={t} name="askedOn" label={t('desk.review.ask.askedOn')} error={errorAt(visit, 'askedOn')}
            value={datePartsOf(visit, 'askedOn')} />
          <TextField t={t} name="words" rows={4} label={t('desk.review.ask.words')} optional error={errorAt(visit, 'words')}
            value={typedAt(visit, 'words')} maxlength={4000} />
          <Actions><Button busy={t('join.busy')}>{t('desk.review.ask.button')}</Button>
            <a href={personLink(visit, person.personId)}>{t('desk.person.back')}</a></Actions>
        </form>
      </>
    ) })
  },
  async send(visit) {
    const found = await decisionOf(visit)
    if (!found) return missing
    const { person: { personId }, decision } = found
    const askedOn = dayTyped(visit, 'askedOn')
    if (!askedOn) return again({ askedOn: 'date-wrong' })
    const { cameBy, words } = visit.sent
    const asked = await askReview(visit.ctx, personId, { decisionId: decision.id, cameBy, askedOn, words, origin: visit.site.origin })
    if (asked.ok) return doneAt(visit, personId, 'review')
    return again(asked.because === 'asked-in-future' ? { askedOn: asked.because } : { '': asked.because })
  },
})
