import { lastDayToPay } from '#deadlines/payment.ts'
import { lastDayToWithdraw } from '#deadlines/withdrawal.ts'
import { findFee } from '#fees/queries.ts'
import { findSeal } from '#mandates/queries.ts'
import { findParticipation, getPerson } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import { Temporal } from 'temporal-polyfill'
import { day, dayAndTime, inFours } from '#words/formats.ts'
import { goTo } from '#web/answer.ts'
import { page, type Visit } from '#web/page.ts'
import { Payment } from '#web/parts/payment.tsx'
import { Figure } from '#web/parts/figure.tsx'
import { Actions, ButtonLink } from '#web/parts/form.tsx'
import { JoinLayout, whereNext } from './journey.tsx'

async function known(visit: Visit<'joiner'>) {
  const { ctx, draft } = visit
  const [person, participation, fee, seal] = await Promise.all([
    getPerson(ctx, draft.personId), findParticipation(ctx, draft.personId, draft.claim), findFee(ctx, draft.personId, draft.claim),
    findSeal(ctx, draft.personId, draft.claim),
  ])
  if (!participation) throw new Error(`draft ${draft.personId} is submitted and has no participation`)
  return { person, participation, fee, seal }
}

function Next({ visit, of }: { visit: Visit<'joiner'>; of: Awaited<ReturnType<typeof known>> }) {
  const { t, language, claim, organisation } = visit
  const { timeZone, company } = claim.facts
  const joinedOn = dayIn(timeZone, of.participation.joinedAt)
  const until = lastDayToWithdraw(joinedOn)
  const actFrom = Temporal.PlainDate.from(until).add({ days: 1 }).toString()
  return (
    <ol class="next-steps">
      <li>{of.seal ? t('join.done.sealed', { time: dayAndTime(language, of.seal.sealedAt, timeZone), email: visit.draft.answers.email })
        : t('join.done.seal', { email: visit.draft.answers.email })}</li>
      {of.fee && <li>{t('join.done.payBy', { date: day(language, lastDayToPay(joinedOn)) })}</li>}
      <li>{t('join.done.withdraw', { date: day(language, until), email: organisation.facts.email })}</li>
      <li>{of.participation.startEarly ? t('join.done.actNow', { date: day(language, joinedOn), company })
        : t('join.done.actFrom', { date: day(language, actFrom), company })}</li>
    </ol>
  )
}

/** The receipt one wants to keep: what happens next with dates, how to pay, until when one may withdraw. */
export const donePage = page('/:lang{en|nl}/:claim/join/done', {
  who: 'joiner',
  async show(visit) {
    if (!visit.draft.submittedAt) return goTo(whereNext(visit))
    const { t, claim, organisation } = visit
    const of = await known(visit)
    return (
      <JoinLayout visit={visit} title={t('join.done.title')}>
        <p class="lead">{t('join.done.lead', { name: of.person.legalName })}</p>
        <Figure seed={claim.facts.figure.seed} count={240} width={320} height={200} highlight />
        <p>{t('join.done.reference')}: <strong class="reference">{inFours(of.participation.reference)}</strong></p>
        <h2>{t('join.done.next')}</h2>
        <Next visit={visit} of={of} />
        {of.fee && <Payment t={t} language={visit.language} to={organisation.facts} fee={of.fee} />}
        <Actions><ButtonLink kind="secondary" href={visit.homeLink('/account')}>{t('join.done.account')}</ButtonLink></Actions>
      </JoinLayout>
    )
  },
})
