import * as z from 'zod'
import { askReview } from '#casework/reviews/ask-review.ts'
import { legalZone } from '#participants/age.ts'
import { calledName } from '#participants/first-name.ts'
import { dayIn } from '#platform/clock.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { accountPageOf, type Participant } from '#web/pages/account/account-layout.tsx'
import { askUntil, decidedAbout, isAgainst, toldWords } from './decisions.tsx'

/** The decision in the path, while it may be asked here that somebody else looks at it again. */
async function askableOf(visit: Participant) {
  const found = await decidedAbout(visit)
  const decision = found?.decisions.find(({ id }) => id === visit.params['decision'])
  if (!found || !decision || decision.undone || !isAgainst(decision) || found.reviews.some(({ decisionId }) => decisionId === decision.id))
    return undefined
  return dayIn(legalZone, visit.ctx.now) > askUntil(decision) ? undefined : { person: found.person, decision }
}

/** Asks, in own words, that somebody who did not take a decision looks at it again (AD-04, GDPR 22(3)). */
export const askReviewInAccountPage = page('/:lang{en|nl}/account/decisions/:person/:decision', {
  who: 'participant',
  form: z.object({ words: z.string().default('').transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(10, { error: because('review-words-missing') }).max(4000, { error: because('text-too-long') })) }),
  async show(visit) {
    const found = await askableOf(visit)
    if (!found) return missing
    const { person, decision } = found
    const { t } = visit
    return accountPageOf(visit, { title: t('account.review.title'), children: (
      <>
        <p class="lead">{await toldWords(visit, calledName(person.legalName), decision)}</p>
        <form method="post" action={visit.path} novalidate>
          <TextField t={t} name="words" rows={6} label={t('account.review.words')} hint={t('account.review.hint')}
            error={errorAt(visit, 'words')} value={typedAt(visit, 'words')} maxlength={4000} />
          <Actions><Button busy={t('join.busy')}>{t('account.review.button')}</Button></Actions>
        </form>
        <p><a href={visit.homeLink(`/account/decisions/${person.personId}`)}>{t('account.review.back')}</a></p>
      </>
    ) })
  },
  async send(visit) {
    const found = await askableOf(visit)
    if (!found) return missing
    const { person: { personId }, decision } = found
    const asked = await askReview(visit.ctx, personId, {
      decisionId: decision.id, cameBy: 'account', askedOn: dayIn(legalZone, visit.ctx.now), words: visit.sent.words,
      origin: visit.site.origin,
    })
    return asked.ok ? goTo(visit.homeLink(`/account/decisions/${personId}?sent=yes`)) : again({ words: asked.because })
  },
})
