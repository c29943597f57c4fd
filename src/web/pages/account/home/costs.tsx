import { successFee } from '#claims/success-fee.ts'
import { lastDayToPay } from '#deadlines/payment.ts'
import type { KnownFee } from '#fees/queries.ts'
import type { Waiver } from '#fees/owe.ts'
import { calledName } from '#participants/first-name.ts'
import { isResting } from '#participants/state.ts'
import { dayIn } from '#platform/clock.ts'
import { day, money, percent } from '#words/formats.ts'
import { DataTable, Disclosure, SummaryList } from '#web/parts/blocks.tsx'
import type { Participant } from '#web/pages/account/account-layout.tsx'
import type { Standing } from './standings.ts'

/** What the registration fee of a joining is, or why there is none (MO-09). Amounts in cents. */
export function registrationWords({ t, language }: Participant, fee: KnownFee, timeZone: string): string {
  if (fee.refund) return t('account.fee.refund', { amount: money(language, fee.cents), day: day(language, fee.refund.dueOn) })
  if (fee.cents === 0) return t(`account.fee.waived.${fee.reason as Waiver}`)
  const by = day(language, lastDayToPay(dayIn(timeZone, fee.owedAt)))
  return t('account.fee.owed', { amount: money(language, fee.cents), vat: money(language, fee.vatCents), day: by })
}

/** The way to the page that says how to pay a fee; nothing where none is to be paid. */
export const HowToPay = ({ visit, fee }: { visit: Participant; fee: KnownFee }) => (fee.cents === 0 || fee.refund ? null
  : <span class="aside"><a href={feeLink(visit, fee)}>{visit.t('account.fee.how', { amount: money(visit.language, fee.cents) })}</a></span>)

/** The fee that a joining rests on where it has none of its own: the one this person owes through another (MO-09). */
const covering = (fee: KnownFee, fees: readonly KnownFee[]): KnownFee => (fee.reason !== 'owed-for-another-claim' ? fee
  : fees.find((each) => each.personId === fee.personId && each.cents > 0 && !each.refund) ?? fee)

/** Where the payment details of a participation stand. */
export const feeLink = (visit: Participant, { personId, claim }: { personId: string; claim: string }): string =>
  visit.homeLink(`/account/fee/${personId}/${claim}`)

/** Round amounts around the demand, which show what the agreed fee leaves. */
const examples = (demand: number) => [...new Set([10_000, 25_000, demand])].toSorted((a, b) => a - b)

/** The fees of a participation as agreed then: the registration fee or why there is none, the success fee in worked figures (SF-01). */
export function Costs({ visit, standing, fees }: { visit: Participant; standing: Standing; fees: readonly KnownFee[] }) {
  const { reached: { person, as }, claim, participation, fee, state, signedByOthersOnly } = standing
  const { t, language } = visit
  const { choice, fixedCents, percent: agreed } = participation.successFee
  const { demandUpTo, successRounding } = claim.facts.money
  const words = choice === 'fixed'
    ? t('join.agreements.fixed', { amount: money(language, fixedCents) })
    : t('join.agreements.percent', { percent: percent(language, agreed) })
  const terms = { successFixed: fixedCents, successPercent: agreed, successRounding }
  const rows = examples(demandUpTo).map((award) => ({ award, fee: successFee(choice, award, terms) }))
  return (
    <>
      <h4>{t('account.fee.title')}</h4>
      <SummaryList t={t} rows={[
        ...(fee ? [{
          label: t('account.fee.registration'),
          value: <>
            {registrationWords(visit, fee, claim.facts.timeZone)}
            {isResting(state) ? <span class="aside">{t(`account.fee.paused.${state}`)}</span>
              : <HowToPay visit={visit} fee={covering(fee, fees)} />}
          </>,
        }] : []),
        {
          label: as === 'self' ? t(signedByOthersOnly ? 'account.fee.successForYou' : 'account.fee.success')
            : t('account.fee.successChild', { name: calledName(person.legalName) }),
          value: words,
        },
      ]} />
      <Disclosure summary={t('account.fee.examples')}>
        <p>{t('account.fee.examplesAbout')}</p>
        <DataTable caption={t('account.fee.examples')} rows={rows} columns={[
          { head: t('account.fee.receive'), rowHead: true, cell: (row) => money(language, row.award) },
          { head: t('account.fee.pay'), numeric: true, cell: (row) => money(language, row.fee) },
          { head: t('account.fee.keep'), numeric: true, cell: (row) => money(language, row.award - row.fee) },
        ]} />
      </Disclosure>
    </>
  )
}
