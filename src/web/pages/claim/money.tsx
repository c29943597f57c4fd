import type { ClaimFacts } from '#claims/bundle.ts'
import { Section } from '#web/parts/blocks.tsx'
import { FeeCalculator, MoneyBox } from '#web/parts/campaign.tsx'
import type { Ground } from '#web/page.ts'
import { money } from '#words/formats.ts'
import { textOf } from './claim-layout.tsx'
import { Words, type Telling } from './told.tsx'

type Terms = ClaimFacts['money']

/** Both fees together, before any button (MO-01). */
export function Fees({ visit, level }: { visit: Ground; level?: 2 | 3 }) {
  const { t, language, claim } = visit
  const { registrationFee, vatPercent, successFixed, successPercent } = claim.facts.money
  return (
    <MoneyBox
      title={t('claim.money.box')}
      level={level}
      lines={[
        { label: t('claim.money.now'), value: money(language, registrationFee), about: t('claim.money.nowAbout', { percent: vatPercent }) },
        {
          label: t('claim.money.later'),
          value: t('claim.money.laterEither', { fixed: money(language, successFixed), percent: successPercent }),
          about: t('claim.money.laterAbout'),
        },
      ]}
    />
  )
}

/** What the calculator needs of the terms. */
export const calculatorOf = (visit: Ground, terms: Terms) => ({
  t: visit.t,
  action: visit.claimLink('/costs'),
  fixed: terms.successFixed,
  percent: terms.successPercent,
  rounding: terms.successRounding,
})

/** The money part of the campaign page: the two fees first, then the words and the calculator. */
export function Money({ visit, citations }: Telling) {
  const { t, claim } = visit
  return (
    <Section id="money" title={textOf(visit, 'page/money').title}>
      <Fees visit={visit} />
      <Words visit={visit} name="page/money" citations={citations} />
      <h3>{t('claim.money.calculator')}</h3>
      <FeeCalculator {...calculatorOf(visit, claim.facts.money)} />
      <p>
        <a href={visit.claimLink('/costs')}>{t('claim.money.more')}</a>
      </p>
    </Section>
  )
}
