import * as z from 'zod'
import { may } from '#accounts/may.ts'
import { listAgreements } from '#claims/queries.ts'
import { listWaiting } from '#coming-of-age/waiting.ts'
import { day } from '#words/formats.ts'
import { missing } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { Actions, Button } from '#web/parts/form.tsx'
import { termsSentence, TermsTick } from '#web/pages/claim/join-form.tsx'
import { ticked } from '#web/parts/field-schemas.ts'
import { accountPageOf, personOf, type Participant } from './account-layout.tsx'
import { beginFor } from './begin.ts'

/** What waits in the claim of the path for the own signature of the person of the path, who is of this account and 18. */
async function waitingOf(visit: Participant) {
  const of = await personOf(visit)
  if (!of || of.as !== 'self' || !may(of, 'sign')) return undefined
  const waiting = (await listWaiting(visit.ctx, of.person)).find(({ participation }) => participation.claim === visit.claim.slug)
  return waiting && { person: of.person, until: waiting.until }
}

/** Who turned 18 takes over: reads the agreement, chooses and signs, at no fee (domain 9.2, clauses 4.4 and 11.3). */
export const stayPage = page('/:lang{en|nl}/account/stay/:person/:claim', {
  who: 'participant',
  form: z.object({ terms: ticked(because('terms-missing')) }),
  async show(visit) {
    const waiting = await waitingOf(visit)
    if (!waiting) return missing
    const { t, claim, language } = visit
    const agreements = await listAgreements(visit.ctx.db, claim.slug, language)
    return accountPageOf(visit, {
      title: t('account.stay.title'),
      children: (
        <>
          <p class="lead">{t('account.stay.lead')}</p>
          <h2>{t('account.stay.of', { claim: claim.facts.name[language], date: day(language, waiting.until) })}</h2>
          <p>{t('account.stay.how')}</p>
          <form method="post" action={visit.path} novalidate>
            <TermsTick visit={visit} agreements={agreements} />
            <Actions><Button busy={t('join.busy')}>{t('account.stay.button')}</Button></Actions>
          </form>
          <h2>{t('account.stay.nothing')}</h2>
          <p>{t('account.stay.nothingText')}</p>
        </>
      ),
    })
  },
  async send(visit) {
    const waiting = await waitingOf(visit)
    if (!waiting) return missing
    const said = { sentence: visit.t('account.stay.button'), terms: termsSentence(visit.t) }
    return beginFor(visit, { personId: waiting.person.personId, purpose: 'come-of-age' }, said)
  },
})
