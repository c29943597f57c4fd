import { breakEven, successFee } from '#claims/success-fee.ts'
import { page, type Ground } from '#web/page.ts'
import { DataTable } from '#web/parts/blocks.tsx'
import { FeeCalculator } from '#web/parts/campaign.tsx'
import { money } from '#words/formats.ts'
import { centsOf, largestAmount } from '#words/amounts.ts'
import { ClaimLayout } from './claim-layout.tsx'
import { calculatorOf, Fees } from './money.tsx'

/** What it costs, with a calculator that answers without script (`?award=`), worked examples, the break-even and the cap (SF-01, SF-02). */
export const costsPage = page('/:lang{en|nl}/:claim/costs', {
  who: 'anyone',
  kept: true,
  asks: ['award'],
  show(visit) {
    const { t, language, claim } = visit
    const terms = claim.facts.money
    const even = breakEven(terms)
    const title = t('claim.costs.title')
    return (
      <ClaimLayout
        visit={visit}
        title={title}
        description={descriptionOf(visit)}
        islands={['fee-calculator']}
        trail={[{ name: title, path: `/${language}/${claim.slug}/costs` }]}
      >
        <h1>{title}</h1>
        <Fees visit={visit} level={2} />
        <h2>{t('claim.money.calculator')}</h2>
        <Calculator visit={visit} />
        <h2>{t('claim.costs.rulesTitle')}</h2>
        <ul>
          {even !== undefined && <li>{t('claim.costs.even', { amount: money(language, even) })}</li>}
          <li>{t('claim.costs.cap')}</li>
          <li>{t(terms.successRounding === 'down' ? 'claim.costs.roundDown' : 'claim.costs.roundNearest')}</li>
        </ul>
        <h2>{t('claim.costs.examples')}</h2>
        <p>{t('claim.costs.examplesIntro')}</p>
        <Examples visit={visit} />
        <p class="fine">{t('claim.costs.leftNote', { fee: money(language, terms.registrationFee) })}</p>
      </ClaimLayout>
    )
  },
})

const descriptionOf = ({ t, language, claim }: Ground): string => {
  const { registrationFee, successFixed, successPercent } = claim.facts.money
  const either = t('claim.money.laterEither', { fixed: money(language, successFixed), percent: successPercent })
  const now = `${t('claim.money.now')}: ${money(language, registrationFee)}`
  return `${claim.facts.name[language]}. ${now}. ${t('claim.money.later')}: ${either}.`
}

function Calculator({ visit }: { visit: Ground }) {
  const { t, language, claim, query } = visit
  const terms = claim.facts.money
  const typed = query.get('award')?.slice(0, 40).trim() || undefined
  const award = typed === undefined ? undefined : centsOf(typed)
  return (
    <FeeCalculator
      {...calculatorOf(visit, terms)}
      award={typed}
      error={typed !== undefined && award === undefined ? t('claim.costs.invalid', { most: money(language, largestAmount) }) : undefined}
      answer={
        award === undefined
          ? undefined
          : { fixed: money(language, successFee('fixed', award, terms)), percent: money(language, successFee('percent', award, terms)) }
      }
    />
  )
}

function Examples({ visit }: { visit: Ground }) {
  const { t, language, claim } = visit
  const terms = claim.facts.money
  const even = breakEven(terms)
  const awards = [0, terms.successFixed - 1000, 10_000, ...(even === undefined ? [] : [even]), terms.demandUpTo, 100_000]
  const rows = [...new Set(awards.filter((award) => award >= 0))]
    .toSorted((a, b) => a - b)
    .map((award) => ({ award, fixed: successFee('fixed', award, terms), percent: successFee('percent', award, terms) }))
  return (
    <DataTable
      caption={t('claim.costs.examplesCaption')}
      rows={rows}
      columns={[
        { head: t('claim.costs.award'), rowHead: true, cell: ({ award }) => money(language, award) },
        { head: t('claim.costs.fixed'), numeric: true, cell: ({ award, fixed }) => <Fee visit={visit} fee={fixed} award={award} /> },
        {
          head: t('claim.costs.percent', { percent: terms.successPercent }),
          numeric: true,
          cell: ({ award, percent }) => <Fee visit={visit} fee={percent} award={award} />,
        },
      ]}
    />
  )
}

const Fee = ({ visit: { t, language }, fee, award }: { visit: Ground; fee: number; award: number }) => (
  <>
    {money(language, fee)}
    <br />
    <small>{t('claim.costs.keep', { amount: award > fee ? money(language, award - fee) : t('claim.costs.nothing') })}</small>
  </>
)
