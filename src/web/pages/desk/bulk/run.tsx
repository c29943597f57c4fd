import * as z from 'zod'
import { bulkActs } from '#bulk/acts.ts'
import { proposePlan } from '#bulk/draw-up.ts'
import { openSample } from '#bulk/open-sample.ts'
import { order } from '#bulk/order.ts'
import { findPlan, type Plan } from '#bulk/plans.ts'
import { isUnderWay } from '#bulk/progress.ts'
import { undoReasons } from '#casework/reasons.ts'
import { legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import { day, dayAndTime, number } from '#words/formats.ts'
import { again, goTo, missing, type Answer } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { DataTable } from '#web/parts/blocks.tsx'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { deskPageOf, may } from '#web/pages/desk/desk-layout.tsx'
import { organiserNames, paramLines, Segment, standOf, valueWords, type Desk } from './bulk-words.tsx'
import { Orders, TakeBack } from './orders.tsx'
import { Bar, Ordered, Told } from './progress.tsx'

const base = '/:lang{en|nl}/desk/bulk/:run'

/** Some of the people it is about, the same for everybody who looks; names only for who may open their records, and journaled. */
async function Sample({ visit, plan }: { visit: Desk; plan: Plan }) {
  const { t, language, ctx, homeLink } = visit
  const names = may(visit, 'people.open')
  const persons = await openSample(ctx, plan.id, { named: names })
  return (
    <section>
      <h2>{t('desk.bulk.sample', { count: persons.length })}</h2>
      <p>{t(names ? 'desk.bulk.sampleAbout' : 'desk.bulk.noNames')}</p>
      <DataTable caption={t('desk.bulk.sample', { count: persons.length })} rows={persons} columns={[
        ...(names ? [{ head: t('desk.bulk.person'), rowHead: true,
          cell: ({ personId, legalName }: typeof persons[number]) => (
            <a href={homeLink(`/desk/people/${personId}`)}>{legalName}</a>
          ) }] : []),
        { head: t('desk.bulk.joinedOn'), cell: ({ admittedAt }) => day(language, dayIn(legalZone, admittedAt)) },
        { head: t('desk.bulk.language'), cell: (person) => valueWords(t, 'language', person.language) },
      ]} />
    </section>
  )
}

async function Facts({ visit, plan }: { visit: Desk; plan: Plan }) {
  const { t, language, ctx } = visit
  const nameOf = await organiserNames(ctx, t, [plan.drawnUpBy])
  const rows: [string, preact.ComponentChildren][] = [
    [t('desk.bulk.segment'), await Segment({ visit, filter: plan.filter })],
    [t('desk.bulk.counted'), t('desk.bulk.countedOf', { count: plan.counted, by: number(language, plan.mayMove) })],
    ...paramLines(t, plan.act, plan.params).map(({ name, value }): [string, string] => [name, value]),
    [t('desk.bulk.because'), t(`desk.bulk.reason.${plan.because}` as 'desk.bulk.reason.court')],
    ...(plan.explanation ? [[t('desk.bulk.explanation'), plan.explanation] as [string, string]] : []),
    [t('desk.bulk.undo'), t(`desk.bulk.undoing.${bulkActs[plan.act].undoing}`)],
    [t('desk.bulk.drawnUp'), `${nameOf(plan.drawnUpBy)}, ${dayAndTime(language, plan.drawnUpAt)}`],
  ]
  return <dl class="desk-facts">{rows.map(([term, value]) => <div><dt>{term}</dt><dd>{value}</dd></div>)}</dl>
}

function Proposing({ visit, plan: { id, proposalId, drawnUpBy } }: { visit: Desk; plan: Plan }) {
  const { t, homeLink, organiser } = visit
  if (proposalId) return <p><a href={homeLink(`/desk/proposals/${proposalId}`)}>{t('desk.bulk.toProposal')}</a></p>
  if (drawnUpBy !== organiser.personId || !may(visit, 'bulk.propose')) return <p>{t('desk.bulk.notProposed')}</p>
  return (
    <form method="post" action={homeLink(`/desk/bulk/${id}/propose`)}>
      <p>{t('desk.bulk.proposeAbout')}</p>
      <Actions>
        <Button busy={t('join.busy')}>{t('desk.bulk.propose')}</Button>
        <ButtonLink kind="secondary" href={homeLink('/desk/bulk')}>{t('desk.bulk.leave')}</ButtonLink>
      </Actions>
    </form>
  )
}

async function show(visit: Desk) {
  const { t } = visit
  const plan = await findPlan(visit.ctx, visit.params['run']!)
  if (!plan) return missing
  const { progress } = plan
  return deskPageOf(visit, {
    title: `${t(`desk.bulk.act.${plan.act}`)}: ${standOf(t, plan)}`,
    islands: progress && isUnderWay(progress.state) ? ['page-refresh'] : [],
    children: (
      <>
        {progress && <Bar visit={visit} progress={progress} />}
        {progress && <Orders visit={visit} plan={plan} progress={progress} />}
        {await Facts({ visit, plan })}
        {!progress && await Sample({ visit, plan })}
        {progress ? await Ordered({ visit, progress }) : <Proposing visit={visit} plan={plan} />}
        {progress && await Told({ visit, plan })}
        {progress && <TakeBack visit={visit} plan={plan} progress={progress} />}
      </>
    ),
  })
}

const here = (visit: Desk, outcome: { ok: true } | { ok: false; because: Parameters<typeof because>[0] }, field = ''): Answer =>
  outcome.ok ? goTo(visit.homeLink(`/desk/bulk/${visit.params['run']!}`)) : again({ [field]: outcome.because })

/** One act on a segment: whom and why, a sample, then how far it is. */
export const bulkRunPage = page(base, { who: 'organiser', act: 'bulk.see', show })

/** Asks somebody else to approve it. */
export const bulkProposePage = page(`${base}/propose`, {
  who: 'organiser', act: 'bulk.propose', show,
  send: async (visit) => here(visit, await proposePlan(visit.ctx, visit.params['run']!)),
})

/** Pauses a run, goes on, stops it, takes it back. */
export const bulkOrderPage = page(`${base}/order`, {
  who: 'organiser', act: 'bulk.steer', show,
  form: z.object({ word: z.enum(['pause', 'go-on', 'stop', 'undo'], because('choose-one')), reason: z.enum(['', ...undoReasons]).optional(),
    explanation: z.string().max(2000).optional() }),
  async send(visit) {
    const { word, reason, explanation = '' } = visit.sent
    if (word === 'undo' && !reason) return again({ reason: 'choose-one' })
    const ordered = await order(visit.ctx, visit.params['run']!, word, reason ? { reason, explanation } : undefined)
    return here(visit, ordered, !ordered.ok && ordered.because === 'explanation-missing' ? 'explanation' : '')
  },
})
