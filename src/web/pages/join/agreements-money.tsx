import { breakEven, successFee } from '#claims/success-fee.ts'
import { money, percent } from '#words/formats.ts'
import type { Price } from '#joining/submit/price.ts'
import { forChildren } from '#joining/steps.ts'
import type { Visit } from '#web/page.ts'
import { DataTable } from '#web/parts/blocks.tsx'
import { RadioField } from '#web/parts/fields.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'

const examples = [10_000, 25_000, 50_000]

/** The choice of success fee as a sentence; the same on every screen and in the evidence (SF-01). */
export function feeSentence({ t, language, claim }: Pick<Visit, 't' | 'language' | 'claim'>, choice: 'fixed' | 'percent'): string {
  const { successFixed, successPercent } = claim.facts.money
  return choice === 'fixed' ? t('join.agreements.fixed', { amount: money(language, successFixed) })
    : t('join.agreements.percent', { percent: percent(language, successPercent) })
}

/** The express request to start within the 14 days (6:230s BW; MO-05, MO-06). */
export const earlySentence = ({ t }: Pick<Visit, 't'>): string => t('join.agreements.earlyTick')

/** What this joining asks now, or why it asks nothing (MO-01, MO-09). */
export function dueNow({ t, language, organisation, draft }: Visit<'joiner'>, { cents, vatCents, waiver }: Price): string {
  const family = forChildren(draft.answers)
  const { name } = organisation.facts
  if (draft.purpose === 'renew') return t('join.renew.free')
  if (waiver === 'owed-for-another-claim') return family ? t('join.check.nowFamilyFree') : t('join.check.nowOwed', { organisation: name })
  if (cents === 0) return t('join.check.nowFree')
  return t(family ? 'join.check.nowFamily' : 'join.check.now', { amount: money(language, cents), vat: money(language, vatCents),
    organisation: name })
}

/** Both fees together, before anything is signed (MO-01): total price with VAT or why nothing is due, the options, worked examples. */
export function Money({ visit, price }: { visit: Visit<'joiner'>; price: Price }) {
  const { t, language, claim, organisation } = visit
  const terms = claim.facts.money
  const equal = breakEven(terms)
  const amount = (cents: number) => money(language, cents)
  return (
    <>
      <h2>{t('join.agreements.money')}</h2>
      {price.cents === 0 ? <p>{dueNow(visit, price)}</p> : (
        <p>{t('join.agreements.registration', { organisation: organisation.facts.name })}: <strong>{t('join.agreements.inclVat', {
          amount: amount(price.cents), percent: percent(language, terms.vatPercent), vat: amount(price.vatCents) })}</strong></p>
      )}
      <p>{t(price.cents === 0 ? 'join.agreements.noAwardFree' : 'join.agreements.noAward')}</p>
      <RadioField t={t} name="successFee" label={t('join.agreements.choice')}
        hint={equal === undefined ? undefined : t('join.agreements.choiceHint', { breakEven: amount(equal) })}
        error={errorAt(visit, 'successFee')} value={typedAt(visit, 'successFee') ?? visit.draft.answers.agreed?.successFee.choice}
        choices={(['fixed', 'percent'] as const).map((value) => ({ value, label: feeSentence(visit, value) }))} />
      <DataTable caption={t('join.agreements.examples')} showCaption rows={examples} columns={[
        { head: t('join.agreements.award'), cell: amount, rowHead: true },
        { head: t('join.agreements.feeFixed'), cell: (award) => amount(successFee('fixed', award, terms)), numeric: true },
        { head: t('join.agreements.feePercent'), cell: (award) => amount(successFee('percent', award, terms)), numeric: true },
      ]} />
    </>
  )
}
