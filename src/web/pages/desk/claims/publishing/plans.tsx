import type { Plan } from '#publishing/plans/plans.ts'
import { isBecause } from '#web/because.ts'
import { DeskTable } from '#web/parts/desk-table.tsx'
import type { Desk } from '#web/pages/desk/desk-layout.tsx'
import { dayAndTime } from '#words/formats.ts'

/** The plans of a claim, with who made each and what came of it. */
export function Plans({ visit, plans, who }: { visit: Desk; plans: readonly Plan[]; who: (actor: string | undefined) => string }) {
  const { t, language } = visit
  return (
    <section>
      <h2 id="plans">{t('desk.schedule.plans')}</h2>
      <DeskTable labelledBy="plans" caption={t('desk.schedule.plans')} quiet look="wide">
        <thead><tr>
          <th scope="col">{t('desk.schedule.due')}</th><th scope="col">{t('desk.schedule.by')}</th>
          <th scope="col">{t('desk.schedule.how')}</th>
        </tr></thead>
        <tbody>{plans.map(({ dueAt, plannedBy, end }) => (
          <tr>
            <th scope="row">{dayAndTime(language, dueAt)}</th>
            <td>{who(`organiser:${plannedBy}`)}</td>
            <td>
              {!end && t('desk.schedule.waits')}
              {end?.outcome === 'published' && t('desk.schedule.published', { version: String(end.version) })}
              {end?.outcome === 'cancelled' && t('desk.schedule.cancelled', { who: who(end.by && `organiser:${end.by}`) })}
              {end?.outcome === 'failed' && (
                <>{t('desk.schedule.failed')} {isBecause(end.because ?? '') && t(`because.${end.because as 'no-draft'}`)}</>
              )}
            </td>
          </tr>
        ))}</tbody>
      </DeskTable>
    </section>
  )
}
