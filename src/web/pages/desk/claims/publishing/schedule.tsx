import * as z from 'zod'
import type { Behind } from '#drafting/matching.ts'
import { instantOf, zone } from '#publishing/plans/due.ts'
import { inTheWayOf } from '#publishing/plans/in-the-way.ts'
import { cancelPlan, planPublication } from '#publishing/plans/plan-publication.ts'
import { findWaitingPlan, listPlans, type Plan } from '#publishing/plans/plans.ts'
import { findStanding, type Standing } from '#publishing/standing.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { DateField, TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { ClaimLinks } from '#web/pages/desk/claims/claim-links.tsx'
import { claimDesk, copyOf, nameOf, namesOf } from '#web/pages/desk/claims/working.ts'
import { deskPageOf, may, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { datePartsOf, dayTyped, errorAt, typedAt } from '#web/parts/typed.ts'
import { dayAndTime } from '#words/formats.ts'
import { StaysBehind } from './by-two.tsx'
import { Obstacles } from './obstacles.tsx'
import { Plans } from './plans.tsx'
import { behindIn, Translations } from './translations.tsx'

/** Plan a publication for a day and a time, see the plans of a claim, and call one off. */
export const deskSchedulePage = page('/:lang{en|nl}/desk/claims/:slug/schedule', {
  who: 'organiser',
  act: 'claims.see',
  sendAct: 'claims.publish',
  form: z.object({
    do: z.enum(['plan', 'cancel']), seen: z.string().max(64).default(''), plan: z.string().max(64).default(''),
    time: z.string().max(5).default(''),
  }),
  async show(visit) {
    const { t, language } = visit
    const copy = await copyOf(visit)
    if (!copy) return missing
    const { slug } = copy
    const [waiting, plans] = [await findWaitingPlan(visit.ctx.db, slug), await listPlans(visit.ctx.db, slug)]
    const standing = await findStanding(visit.ctx.db, slug)
    const who = await namesOf(visit, plans.flatMap(({ plannedBy, end }) => [`organiser:${plannedBy}`, end?.by && `organiser:${end.by}`]))
    return deskPageOf(visit, { title: t('desk.schedule.title', { name: nameOf(copy, language) }), children: (
      <>
        <ClaimLinks visit={visit} slug={slug} />
        <p class="lead">{t('desk.schedule.lead')}</p>
        {waiting ? <Waiting visit={visit} plan={waiting} standing={standing} by={who(`organiser:${waiting.plannedBy}`)} />
          : <PlanForm visit={visit} standing={standing} behind={standing ? await behindIn(visit, standing) : []} />}
        {plans.length > 0 && <Plans visit={visit} plans={plans} who={who} />}
      </>
    ) })
  },
  async send(visit) {
    const copy = await copyOf(visit)
    if (!copy) return missing
    const { sent, ctx } = visit
    const here = claimDesk(visit, copy.slug, '/schedule')
    if (sent.do === 'cancel') {
      const cancelled = await cancelPlan(ctx, sent.plan)
      return cancelled.ok ? goTo(here) : again({ '': cancelled.because })
    }
    const day = dayTyped(visit, 'on')
    if (!day) return again({ on: because('day-missing') })
    const dueAt = instantOf(day, sent.time.trim().replace('.', ':').padStart(5, '0'), zone)
    if (!dueAt) return again({ time: because('time-wrong') })
    const planned = await planPublication(ctx, copy.slug, { dueAt, seen: sent.seen })
    return planned.ok ? goTo(here) : again({ [planned.because.startsWith('moment') ? 'on' : '']: planned.because })
  },
})

function PlanForm({ visit, standing, behind }: { visit: Desk; standing: Standing | undefined; behind: readonly Behind[] }) {
  const { t } = visit
  if (!standing) return <p>{t('desk.publish.noDraft')}</p>
  if (standing.obstacles.length || !standing.bundle) return <Obstacles visit={visit} standing={standing} />
  if (!may(visit, 'claims.publish')) return <p>{t('desk.publish.onlyLook')}</p>
  return (
    <form method="post" action={claimDesk(visit, standing.slug, '/schedule')} novalidate>
      <StaysBehind visit={visit} standing={standing} />
      <Translations visit={visit} copy={standing.draft} behind={behind} />
      <input type="hidden" name="seen" value={standing.bundle.sha256} />
      <DateField t={t} name="on" label={t('desk.schedule.day')} error={errorAt(visit, 'on')} value={datePartsOf(visit, 'on')} />
      <TextField t={t} name="time" label={t('desk.schedule.time')} hint={t('desk.schedule.timeHint')} width="short" maxlength={5}
        error={errorAt(visit, 'time')} value={typedAt(visit, 'time')} />
      <Actions><Button name="do" value="plan">{t('desk.schedule.plan')}</Button></Actions>
    </form>
  )
}

interface Does { visit: Desk; plan: Plan; by: string; why: ReturnType<typeof inTheWayOf> }

function WhatPlanDoes({ visit: { t, language }, plan, by, why }: Does) {
  const given = { when: dayAndTime(language, plan.dueAt), who: by }
  if (why) return <Notice t={t} kind="warning"><p>{t('desk.schedule.idle', given)} {t(`because.${why}`)}.</p></Notice>
  return <><p>{t('desk.schedule.willBe', given)}</p><p>{t('desk.schedule.unchanged')}</p></>
}

const Waiting = ({ visit, plan, standing, by }: { visit: Desk; plan: Plan; standing: Standing | undefined; by: string }) => (
  <section aria-labelledby="waiting">
    <h2 id="waiting">{visit.t('desk.schedule.waiting')}</h2>
    <WhatPlanDoes visit={visit} plan={plan} by={by} why={inTheWayOf(plan, standing)} />
    {may(visit, 'claims.publish') && (
      <form method="post" action={claimDesk(visit, plan.slug, '/schedule')}>
        <input type="hidden" name="plan" value={plan.id} />
        <Actions><Button kind="danger" name="do" value="cancel">{visit.t('desk.schedule.cancel')}</Button></Actions>
      </form>
    )}
  </section>
)
