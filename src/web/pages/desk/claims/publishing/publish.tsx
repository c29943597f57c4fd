import * as z from 'zod'
import type { Behind } from '#drafting/matching.ts'
import { keepPhase } from '#publishing/bring-up-to-date.ts'
import { compareFiles } from '#publishing/compare.ts'
import { findWaitingPlan, listPlans } from '#publishing/plans/plans.ts'
import { publishDraft } from '#publishing/publish-draft.ts'
import { findStanding, type Standing } from '#publishing/standing.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { ClaimLinks } from '#web/pages/desk/claims/claim-links.tsx'
import { claimDesk, copyOf, nameOf } from '#web/pages/desk/claims/working.ts'
import { deskPageOf, may, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { StaysBehind } from './by-two.tsx'
import { Difference } from './difference.tsx'
import { Obstacles } from './obstacles.tsx'
import { Planned } from './planned.tsx'
import { behindIn, Translations } from './translations.tsx'

/** What the draft would change, what keeps it from being published, and the button that publishes it. */
export const deskPublishPage = page('/:lang{en|nl}/desk/claims/:slug/publish', {
  who: 'organiser',
  act: 'claims.see',
  sendAct: 'claims.publish',
  form: z.object({ do: z.enum(['publish', 'keep-phase']), seen: z.string().max(64).default('') }),
  async show(visit) {
    const { t, language } = visit
    const copy = await copyOf(visit)
    if (!copy) return missing
    const { slug } = copy
    const standing = await findStanding(visit.ctx.db, slug)
    return deskPageOf(visit, { title: t('desk.publish.title', { name: nameOf(copy, language) }), children: (
      <>
        <ClaimLinks visit={visit} slug={slug} />
        {visit.query.has('taken') && (
          <Notice t={t} kind="success" live>
            <p>{t('desk.takeIn.taken')} {visit.query.get('taken') === 'phase-kept' && t('desk.takeIn.phaseKept')}</p>
          </Notice>
        )}
        {copy.drafted && may(visit, 'claims.carry') && (
          <p><a href={claimDesk(visit, slug, '/bundle/draft')}>{t('desk.publish.fetch')}</a></p>
        )}
        <Planned visit={visit} slug={slug} standing={standing} waiting={await findWaitingPlan(visit.ctx.db, slug)}
          last={(await listPlans(visit.ctx.db, slug, 1))[0]} />
        {!standing && <p>{t('desk.publish.noDraft')}</p>}
        {standing && <Ready visit={visit} standing={standing} behind={await behindIn(visit, standing)} />}
        {standing?.bundle && (
          <section aria-labelledby="difference">
            <h2 id="difference">{t('desk.publish.difference')}</h2>
            <Difference visit={visit} slug={slug} files={[...copy.files, ...(standing.published?.files ?? [])]}
              comparison={compareFiles(standing.published?.files ?? [], standing.bundle.files)} />
          </section>
        )}
      </>
    ) })
  },
  async send(visit) {
    const copy = await copyOf(visit)
    if (!copy) return missing
    const { sent, ctx } = visit
    if (sent.do === 'keep-phase') {
      const kept = await keepPhase(ctx, copy.slug)
      return kept.ok ? goTo(claimDesk(visit, copy.slug, '/publish')) : again({ '': kept.because })
    }
    const published = await publishDraft(ctx, copy.slug, sent.seen)
    if (!published.ok) return again({ '': published.because })
    return goTo(`${claimDesk(visit, copy.slug, '/versions')}?published=${published.value.version}`)
  },
})

function Ready({ visit, standing, behind }: { visit: Desk; standing: Standing; behind: readonly Behind[] }) {
  const { t } = visit
  const { slug, newest, bundle, obstacles } = standing
  if (obstacles.length || !bundle) return <Obstacles visit={visit} standing={standing} />
  return (
    <section aria-labelledby="ready">
      <h2 id="ready">{t('desk.publish.ready')}</h2>
      <StaysBehind visit={visit} standing={standing} />
      <Translations visit={visit} copy={standing.draft} behind={behind} />
      <p>{newest ? t('desk.publish.willBe', { version: String(newest.version + 1) }) : t('desk.publish.first')}</p>
      {may(visit, 'claims.publish') ? (
        <form method="post" action={claimDesk(visit, slug, '/publish')} novalidate>
          <input type="hidden" name="seen" value={bundle.sha256} />
          <Actions>
            <Button name="do" value="publish" busy={t('desk.publish.busy')}>{t('desk.publish.now')}</Button>
            <ButtonLink kind="secondary" href={claimDesk(visit, slug, '/schedule')}>{t('desk.publish.later')}</ButtonLink>
          </Actions>
        </form>
      ) : <p>{t('desk.publish.onlyLook')}</p>}
    </section>
  )
}
