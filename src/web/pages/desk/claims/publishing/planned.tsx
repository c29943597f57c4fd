import { inTheWayOf } from '#publishing/plans/in-the-way.ts'
import type { Plan } from '#publishing/plans/plans.ts'
import type { Standing } from '#publishing/standing.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { claimDesk } from '#web/pages/desk/claims/working.ts'
import type { Desk } from '#web/pages/desk/desk-layout.tsx'
import { dayAndTime } from '#words/formats.ts'

interface Plans { visit: Desk; standing: Standing | undefined; waiting: Plan | undefined; last: Plan | undefined; slug: string }

/** What is planned, and whether it will happen; or that the last plan did not. */
export function Planned({ visit, standing, waiting, last, slug }: Plans) {
  const { t, language } = visit
  if (waiting) {
    const idle = inTheWayOf(waiting, standing) !== undefined
    return (
      <Notice t={t} kind={idle ? 'warning' : 'info'}>
        <p>
          {t(idle ? 'desk.publish.plannedIdle' : 'desk.publish.planned', { when: dayAndTime(language, waiting.dueAt) })}{' '}
          <a href={claimDesk(visit, slug, '/schedule')}>{t('desk.publish.plan')}</a>
        </p>
      </Notice>
    )
  }
  if (last?.end?.outcome !== 'failed') return null
  return (
    <Notice t={t} kind="warning">
      <p>
        {t('desk.publish.failed', { when: dayAndTime(language, last.dueAt) })}{' '}
        <a href={claimDesk(visit, slug, '/schedule')}>{t('desk.publish.why')}</a>
      </p>
    </Notice>
  )
}
