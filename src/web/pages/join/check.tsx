import * as z from 'zod'
import { lastDayToWithdraw } from '#deadlines/withdrawal.ts'
import { priceOf } from '#joining/price.ts'
import { submit } from '#joining/submit.ts'
import { dayIn } from '#platform/clock.ts'
import { country, day, dayAndTime, money, month, percent } from '#words/formats.ts'
import { again, goTo } from '#web/answer.ts'
import type { Visit } from '#web/page.ts'
import { SummaryList, type SummaryRow } from '#web/parts/blocks.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { JoinLayout, joinStep } from './journey.tsx'

type Joiner = Visit<'joiner'>
type Price = Awaited<ReturnType<typeof priceOf>>

/** "Join and pay €17.50": the button names the duty to pay, also one that depends on success (art. 6:230v(3) BW; CJEU C-400/22; MO-02). */
const buttonText = ({ t, language }: Joiner, { cents }: Price) => (cents > 0 ? t('join.check.button', { amount: money(language, cents) })
  : t('join.check.buttonFree'))

function personRows({ t, language, draft, claimLink }: Joiner): SummaryRow[] {
  const { email, details } = draft.answers
  const { address, usage, birthDate, legalName } = details!
  const change = { href: claimLink('/join/details'), what: t('join.check.what.details') }
  const from = usage && month(language, usage.from)
  return [
    { label: t('join.details.name'), value: <bdi>{legalName}</bdi>, change },
    { label: t('join.check.email'), value: email },
    { label: t('join.check.birth'), value: day(language, birthDate), change },
    { label: t('join.check.address'), change,
      value: <><bdi>{address.street}</bdi><br />{address.postcode} <bdi>{address.city}</bdi><br />{country(language, address.country)}</> },
    ...(usage && from ? [
      { label: t('join.check.accounts'), value: Object.values(usage.accounts).join(', '), change },
      { label: t('join.check.period'), change,
        value: usage.until ? t('join.check.periodSpan', { from, until: month(language, usage.until) }) : t('join.check.periodStill', { from }) },
    ] : []),
  ]
}

function choiceRows({ t, language, draft, claim, claimLink }: Joiner): SummaryRow[] {
  const { agreed, signature } = draft.answers
  const change = { href: claimLink('/join/agreements'), what: t('join.check.what.agreements') }
  const at = dayAndTime(language, new Date(signature!.at), claim.facts.timeZone)
  return [
    { label: t('join.check.texts'), value: <ul>{agreed!.texts.map((text) => <li>{text.title} <span
      class="whole">({t('join.agreements.ofVersion', { version: text.version })})</span></li>)}</ul>, change },
    { label: t('join.check.fee'), value: agreed!.successFee.sentence, change },
    { label: t('join.check.early'), value: t(agreed!.startEarly.asked ? 'join.check.yes' : 'join.check.no'), change },
    {
      label: t('join.check.signature'),
      value: signature!.way === 'drawn' ? t('join.check.drawn', { time: at })
        : t('join.check.typed', { time: at, name: signature!.typedName ?? '' }),
      change: { href: claimLink('/join/sign'), what: t('join.check.what.signature') },
    },
  ]
}

function MoneySummary({ visit, price: { cents, vatCents } }: { visit: Joiner; price: Price }) {
  const { t, language, claim, organisation, draft, ctx } = visit
  const { successFixed, successPercent } = claim.facts.money
  const withdrawUntil = lastDayToWithdraw(dayIn(claim.facts.timeZone, ctx.now))
  return (
    <div class="notice info">
      <h2>{t('join.check.money')}</h2>
      <p>{cents > 0 ? t('join.check.now', { amount: money(language, cents), vat: money(language, vatCents),
        organisation: organisation.facts.name }) : t('join.check.nowFree')}</p>
      <p>{draft.answers.agreed!.successFee.choice === 'fixed' ? t('join.check.laterFixed', { amount: money(language, successFixed) })
        : t('join.check.laterPercent', { percent: percent(language, successPercent) })}</p>
      <p>{t('join.check.withdraw', { date: day(language, withdrawUntil) })}</p>
    </div>
  )
}

export const checkPage = joinStep('check', {
  form: z.object({}),
  async show(visit) {
    const price = await priceOf(visit.ctx, visit.draft, visit.claim.facts.money)
    return (
      <JoinLayout visit={visit} at="check" title={visit.t('join.check.title')}>
        <p class="lead">{visit.t('join.check.lead')}</p>
        <SummaryList t={visit.t} rows={[...personRows(visit), ...choiceRows(visit)]} />
        <MoneySummary visit={visit} price={price} />
        <form method="post" action={visit.claimLink('/join/check')}>
          {price.cents > 0 && <p class="hint">{visit.t('join.check.how')}</p>}
          <Actions><Button busy={visit.t('join.busy')}>{buttonText(visit, price)}</Button></Actions>
        </form>
      </JoinLayout>
    )
  },
  async send(visit) {
    const { ctx, draft, claim, site } = visit
    const price = await priceOf(ctx, draft, claim.facts.money)
    const joined = await submit(ctx, draft, claim, { button: buttonText(visit, price), secureConnection: site.origin.startsWith('https:'),
      build: site.build })
    if (joined.ok || joined.because === 'already-submitted') return goTo(visit.claimLink('/join/done'))
    return joined.because === 'text-changed' ? goTo(visit.claimLink('/join/agreements')) : again({ '': joined.because })
  },
})
