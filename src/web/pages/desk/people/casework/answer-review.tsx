import * as z from 'zod'
import { listDecisions, type Decision } from '#casework/decisions/decisions.ts'
import { answerReview } from '#casework/reviews/answer-review.ts'
import { listReviews, type Review } from '#casework/reviews/reviews.ts'
import { listTexts } from '#casework/texts.ts'
import { isId } from '#platform/id.ts'
import { day } from '#words/formats.ts'
import { again, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Actions, Button } from '#web/parts/form.tsx'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import type { Desk } from '#web/pages/desk/people/person/case-file.ts'
import { actorNames } from '#web/pages/desk/people/person/names.ts'
import { dayOf, personLink, whoWords } from '#web/pages/desk/people/person/who.ts'
import { decided } from './ask-review.tsx'
import { explanation, ExplanationField } from './form-parts.tsx'
import { doneAt, openingOf, subjectOf } from './subject.ts'

async function reviewOf(visit: Desk) {
  const person = await subjectOf(visit)
  const { review: id } = visit.params
  if (!person || !isId(id)) return undefined
  const review = (await listReviews(visit.ctx, person.personId)).find((each) => each.id === id)
  const decision = review && (await listDecisions(visit.ctx, person.personId)).find((each) => each.id === review.decisionId)
  return review && decision && { person, review, decision }
}

/** What was decided, by whom, and what is said against it, where the record is open. */
async function ReviewFacts({ visit, personId, review, decision }: { visit: Desk; personId: string; review: Review; decision: Decision }) {
  const { t, language } = visit
  const [opening, names] = [await openingOf(visit, personId), await actorNames(visit, [decision.actor])]
  const text = opening && (await listTexts(visit.ctx, personId))
  const closed = t('desk.review.answer.closed')
  const said = (about: 'decision' | 'review', id: string) => (text ? text(about, id) ?? '–' : closed)
  const rows = [
    { term: t('desk.review.answer.decided'), value: <>{decided(visit, decision)}<p class="said">{said('decision', decision.id)}</p></> },
    { term: t('desk.review.answer.by'), value: `${whoWords(visit, names, personId, decision.actor)}, ${dayOf(visit, decision.decidedAt)}` },
    { term: t('desk.review.answer.asked'), value: `${day(language, review.askedOn)}, ${t(`desk.review.way.${review.cameBy}`)}` },
    { term: t('desk.review.answer.said'), value: <p class="said">{said('review', review.id)}</p> },
    { term: t('desk.review.answer.until'), value: <strong>{day(language, review.answerBy)}</strong> },
  ]
  return <dl class="desk-facts">{rows.map(({ term, value }) => <div><dt>{term}</dt><dd>{value}</dd></div>)}</dl>
}

/** The second look, by somebody who did not decide: the decision stands, with reasons, or is taken back. */
export const answerReviewPage = page('/:lang{en|nl}/desk/people/:person/reviews/:review', {
  who: 'organiser', act: 'people.decide',
  form: z.object({ explanation }),
  async show(visit) {
    const found = await reviewOf(visit)
    if (!found) return missing
    const { person, review, decision } = found
    const { t, ctx: { actor } } = visit
    const mine = review.decidedBy === actor
    return deskPageOf(visit, { title: t('desk.review.answer.title'), children: (
      <>
        <p><a href={personLink(visit, person.personId)}>{person.legalName}</a></p>
        {await ReviewFacts({ visit, personId: person.personId, review, decision })}
        {!review.isOpen && <p><strong>{t('desk.review.answer.over')}</strong></p>}
        {review.isOpen && mine && <p><strong>{t('desk.review.answer.own')}</strong></p>}
        {review.isOpen && !mine && (
          <>
            <h2>{t('desk.review.answer.stands')}</h2>
            <p>{t('desk.review.answer.standsAbout')}</p>
            <form method="post" action={visit.path} novalidate>
              <ExplanationField visit={visit} language={person.language} />
              <Actions><Button busy={t('join.busy')}>{t('desk.review.answer.button')}</Button>
                <a href={personLink(visit, person.personId, `/decisions/${decision.id}/undo`)}>
                  {t('desk.review.answer.takeBack')}
                </a></Actions>
            </form>
          </>
        )}
      </>
    ) })
  },
  async send(visit) {
    const found = await reviewOf(visit)
    if (!found) return missing
    const { person: { personId }, review } = found
    const answered = await answerReview(visit.ctx, personId,
      { reviewId: review.id, explanation: visit.sent.explanation, origin: visit.site.origin })
    return answered.ok ? doneAt(visit, personId, 'review-answered') : again({ '': answered.because })
  },
})
