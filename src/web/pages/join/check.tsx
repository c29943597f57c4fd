import * as z from 'zod'
import { lastDayToWithdraw } from '#deadlines/withdrawal.ts'
import { priceOf, type Price } from '#joining/submit/price.ts'
import { submit } from '#joining/submit/submit.ts'
import { dayIn } from '#platform/clock.ts'
import { day, money, percent } from '#words/formats.ts'
import { again, goTo } from '#web/answer.ts'
import { forChildren, forSelf } from '#joining/steps.ts'
import type { Visit } from '#web/page.ts'
import { SummaryList } from '#web/parts/blocks.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { dueNow } from './agreements-money.tsx'
import { childRows, choiceRows, personRows } from './check-rows.tsx'
import { JoinLayout, joinStep } from './journey.tsx'

type Joiner = Visit<'joiner'>

/** "Join and pay €17.50": the button names the duty to pay, also one that depends on success (art. 6:230v(3) BW; CJEU C-400/22; MO-02). */
const buttonText = ({ t, language, draft }: Joiner, { cents }: Price) => {
  if (draft.purpose === 'renew') return t('join.renew.button')
  return cents > 0 ? t('join.check.button', { amount: money(language, cents) }) : t('join.check.buttonFree')
}

/** Everybody the last button is about, each under an own heading with the links to change; then what was chosen. */
function Everybody({ visit }: { visit: Joiner }) {
  const { t, draft: { answers }, claimLink } = visit
  if (!forChildren(answers)) return <SummaryList t={t} rows={[...personRows(visit), ...choiceRows(visit)]} />
  return (
    <>
      <SummaryList t={t} rows={[{ label: t('join.check.for'), value: t(`join.who.${answers.who!}`),
        change: { href: claimLink('/join/who'), what: t('join.check.what.who') } }]} />
      <h2>{t(forSelf(answers) ? 'join.check.you' : 'join.check.signer')}</h2>
      <SummaryList t={t} rows={personRows(visit)} />
      {answers.children!.map((child, at) => (
        <>
          <h2><bdi>{child.legalName}</bdi></h2>
          <SummaryList t={t} rows={childRows(visit, child, at)} />
        </>
      ))}
      <h2>{t('join.check.choices')}</h2>
      <SummaryList t={t} rows={choiceRows(visit)} />
    </>
  )
}

function MoneySummary({ visit, price }: { visit: Joiner; price: Price }) {
  const { t, language, claim, draft, ctx } = visit
  const { successFixed, successPercent } = claim.facts.money
  const family = forChildren(draft.answers)
  const withdrawUntil = lastDayToWithdraw(dayIn(claim.facts.timeZone, ctx.now))
  return (
    <div class="notice info">
      <h2>{t('join.check.money')}</h2>
      <p>{dueNow(visit, price)}</p>
      <p>{draft.answers.agreed!.successFee.choice === 'fixed'
        ? t(family ? 'join.check.laterFixedEach' : 'join.check.laterFixed', { amount: money(language, successFixed) })
        : t(family ? 'join.check.laterPercentEach' : 'join.check.laterPercent', { percent: percent(language, successPercent) })}</p>
      <p>{t('join.check.withdraw', { date: day(language, withdrawUntil) })}</p>
      {family && <p>{t('join.check.withdrawEach')}</p>}
    </div>
  )
}

/** Who signs anew owes nothing new, and the 14 days do not begin again. */
const Unchanged = ({ visit: { t, draft } }: { visit: Joiner }) => (
  <div class="notice info">
    <h2>{t('join.renew.title')}</h2>
    <p>{t('join.renew.free')}</p>
    <p>{t('join.renew.money')} {draft.answers.agreed!.successFee.sentence}.</p>
  </div>
)

export const checkPage = joinStep('check', {
  form: z.object({ cents: z.string().optional() }),
  async show(visit) {
    const price = await priceOf(visit.ctx, visit.draft, visit.claim.facts.money)
    return (
      <JoinLayout visit={visit} at="check" title={visit.t('join.check.title')}>
        <p class="lead">{visit.t('join.check.lead')}</p>
        <Everybody visit={visit} />
        {visit.draft.purpose === 'renew' ? <Unchanged visit={visit} /> : <MoneySummary visit={visit} price={price} />}
        <form method="post" action={visit.claimLink('/join/check')}>
          {price.cents > 0 && <p class="hint">{visit.t('join.check.how')}</p>}
          <input type="hidden" name="cents" value={price.cents} />
          <Actions><Button busy={visit.t('join.busy')}>{buttonText(visit, price)}</Button></Actions>
        </form>
      </JoinLayout>
    )
  },
  async send(visit) {
    const { ctx, draft, claim, site } = visit
    const price = await priceOf(ctx, draft, claim.facts.money)
    // Nobody is bound to pay more than the button said that they pressed (MO-02), also where no agreement states the fee.
    if (price.cents > Number(visit.sent.cents)) return again({ '': 'price-rose' })
    const joined = await submit(ctx, draft, claim, { button: buttonText(visit, price), secureConnection: site.origin.startsWith('https:'),
      build: site.build, origin: site.origin })
    if (joined.ok || joined.because === 'already-submitted') return goTo(visit.claimLink('/join/done'))
    return joined.because === 'text-changed' ? goTo(visit.claimLink('/join/agreements')) : again({ '': joined.because })
  },
})
