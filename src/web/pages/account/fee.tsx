import { findFee } from '#fees/queries.ts'
import { dayIn } from '#platform/clock.ts'
import { lastDayToPay } from '#deadlines/payment.ts'
import { day, money } from '#words/formats.ts'
import { missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Payment } from '#web/parts/payment.tsx'
import { accountPageOf, personOf } from './account-layout.tsx'

/** How to pay the registration fee somebody of this account owes; missing where there is none or it is given back. */
export const accountFeePage = page('/:lang{en|nl}/account/fee/:person/:claim', {
  who: 'participant',
  async show(visit) {
    const { t, language, organisation, claim } = visit
    const of = await personOf(visit)
    const fee = of?.as === 'self' ? await findFee(visit.ctx, of.person.personId, claim.slug) : undefined
    if (!fee) return missing
    const by = day(language, lastDayToPay(dayIn(claim.facts.timeZone, fee.owedAt)))
    return accountPageOf(visit, { title: t('account.fee.registration'), wide: true, children: (
      <>
        <p class="lead">{t('account.fee.owed', { amount: money(language, fee.cents), vat: money(language, fee.vatCents), day: by })}</p>
        <p>{t('account.tasks.payAbout')}</p>
        <Payment t={t} language={language} to={organisation.facts} fee={fee} />
      </>
    ) })
  },
})
