import * as z from 'zod'
import type { Behind } from '#drafting/matching.ts'
import { findWaitingProposal, proposeAgreements } from '#publishing/agreements.ts'
import { findWaitingPlan } from '#publishing/plans/plans.ts'
import { findStanding, type ByTwo, type Standing } from '#publishing/standing.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { ClaimLinks } from '#web/pages/desk/claims/claim-links.tsx'
import { claimDesk, copyOf, nameOf } from '#web/pages/desk/claims/working.ts'
import { deskPageOf, may, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { optional } from '#web/parts/field-schemas.ts'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { ByTwoDifference } from './by-two.tsx'
import { Obstacles } from './obstacles.tsx'
import { behindIn, Translations } from './translations.tsx'

/**
 * New agreements and terms of a draft beside those in force, and proposing them; another person approves, and exactly that is published
 * (SE-03).
 */
export const deskAgreementsPage = page('/:lang{en|nl}/desk/claims/:slug/agreements', {
  who: 'organiser',
  act: 'claims.see',
  sendAct: 'agreements.propose',
  form: z.object({ seen: z.string().max(64), note: optional(500) }),
  async show(visit) {
    const { t, language, ctx } = visit
    const copy = await copyOf(visit)
    if (!copy) return missing
    const { slug } = copy
    const standing = await findStanding(ctx.db, slug)
    const byTwo = standing?.byTwo
    const waiting = byTwo && await findWaitingProposal(ctx, slug, byTwo.id)
    return deskPageOf(visit, { title: t('desk.agreements.title', { name: nameOf(copy, language) }), children: (
      <>
        <ClaimLinks visit={visit} slug={slug} />
        <p class="lead">{t('desk.agreements.lead')}</p>
        {waiting && (
          <Notice t={t}>
            <p>
              {t('desk.agreements.waiting')} <a href={visit.homeLink(`/desk/proposals/${waiting.id}`)}>{t('desk.agreements.proposal')}</a>
            </p>
          </Notice>
        )}
        {!byTwo && <p>{t('desk.agreements.none')}</p>}
        {byTwo && <Carries visit={visit} standing={standing} byTwo={byTwo} />}
        {byTwo && await findWaitingPlan(ctx.db, slug) && <p>{t('desk.agreements.callsOff')}</p>}
        {byTwo && !waiting && (
          <Propose visit={visit} standing={standing} byTwo={byTwo} behind={await behindIn(visit, { ...standing, ...byTwo })} />
        )}
        {byTwo && await ByTwoDifference({ visit, standing, byTwo })}
      </>
    ) })
  },
  async send(visit) {
    const copy = await copyOf(visit)
    if (!copy) return missing
    const { seen, note } = visit.sent
    const proposed = await proposeAgreements(visit.ctx, copy.slug, { seen, note: note || undefined })
    return proposed.ok ? goTo(visit.homeLink(`/desk/proposals/${proposed.value}`)) : again({ '': proposed.because })
  },
})

/** What else of the working copy would be published along with them: nothing, or all where they cannot stand without it. */
function Carries({ visit, standing, byTwo }: { visit: Desk; standing: Standing; byTwo: ByTwo }) {
  const { t } = visit
  if (!byTwo.whole) return <p>{t('desk.agreements.nothingElse')}</p>
  if (standing.published) return <Notice t={t} kind="warning"><p>{t('desk.agreements.whole')}</p></Notice>
  return <p>{t('desk.agreements.first')} <a href={claimDesk(visit, standing.slug, '/publish')}>{t('desk.agreements.seeAll')}</a></p>
}

function Propose({ visit, standing, byTwo, behind }: { visit: Desk; standing: Standing; byTwo: ByTwo; behind: readonly Behind[] }) {
  const { t } = visit
  if (byTwo.obstacles.length || !byTwo.bundle) return <Obstacles visit={visit} standing={{ ...standing, ...byTwo }} />
  if (!may(visit, 'agreements.propose')) return <p>{t('desk.publish.onlyLook')}</p>
  return (
    <form method="post" action={claimDesk(visit, standing.slug, '/agreements')} novalidate>
      <Translations visit={visit} copy={standing.draft} behind={behind} />
      <input type="hidden" name="seen" value={byTwo.id} />
      <TextField t={t} name="note" label={t('desk.agreements.note')} hint={t('desk.agreements.noteHint')} rows={3} maxlength={500} optional
        value={typedAt(visit, 'note')} error={errorAt(visit, 'note')} />
      <Actions><Button>{t('desk.agreements.propose')}</Button></Actions>
    </form>
  )
}
