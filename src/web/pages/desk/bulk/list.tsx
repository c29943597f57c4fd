import { listPlans } from '#bulk/plans.ts'
import { dayAndTime, number } from '#words/formats.ts'
import { page } from '#web/page.ts'
import { DataTable } from '#web/parts/blocks.tsx'
import { Actions, ButtonLink } from '#web/parts/form.tsx'
import { deskPageOf, may } from '#web/pages/desk/desk-layout.tsx'
import { organiserNames, Segment, standOf } from './bulk-words.tsx'

const pageSize = 25

/** Every act on many people, the newest first: what, to whom, how far. */
export const bulkListPage = page('/:lang{en|nl}/desk/bulk', {
  who: 'organiser',
  act: 'bulk.see',
  async show(visit) {
    const { t, language, homeLink, ctx } = visit
    const plans = await listPlans(ctx, { after: visit.query.get('after') ?? undefined, limit: pageSize + 1 })
    const shown = plans.slice(0, pageSize)
    const nameOf = await organiserNames(ctx, t, shown.map(({ drawnUpBy }) => drawnUpBy))
    const segments = await Promise.all(shown.map(async ({ id, filter }) => [id, await Segment({ visit, filter })] as const))
    return deskPageOf(visit, { title: t('desk.bulk.title'), children: (
      <>
        <p class="lead">{t('desk.bulk.lead')}</p>
        {may(visit, 'bulk.propose') && <Actions><ButtonLink href={homeLink('/desk/bulk/new')}>{t('desk.bulk.new')}</ButtonLink></Actions>}
        {shown.length === 0 ? <p>{t('desk.bulk.none')}</p> : (
          <DataTable caption={t('desk.bulk.title')} rows={shown} columns={[
            { head: t('desk.bulk.what'), rowHead: true, cell: (plan) => (
              <a href={homeLink(`/desk/bulk/${plan.id}`)}>{t(`desk.bulk.act.${plan.act}`)}</a>
            ) },
            { head: t('desk.bulk.segment'), cell: (plan) => segments.find(([id]) => id === plan.id)![1] },
            { head: t('desk.bulk.people'), numeric: true, cell: ({ progress, counted }) =>
              number(language, progress?.gatheredAt ? progress.people : counted) },
            { head: t('desk.bulk.stands'), cell: (plan) => standOf(t, plan) },
            { head: t('desk.bulk.drawnUp'), cell: (plan) => `${nameOf(plan.drawnUpBy)}, ${dayAndTime(language, plan.drawnUpAt)}` },
          ]} />
        )}
        {plans.length > pageSize && (
          <p class="pager"><a href={homeLink(`/desk/bulk?after=${shown.at(-1)!.id}`)}>{t('desk.bulk.older')}</a></p>
        )}
      </>
    ) })
  },
})
