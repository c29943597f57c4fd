import type { WorkingCopy } from '#drafting/draft-bundle.ts'
import type { Lack } from '#phases/gate.ts'
import { isOpened } from '#phases/phases.ts'
import type { PhaseStanding } from '#phases/standing.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { FindingList } from '#web/pages/desk/claims/drafting/findings.tsx'
import type { Desk } from '#web/pages/desk/desk-layout.tsx'

/** What a claim lacks before it may open, each with the way to where it is mended; also for a claim that is open already. */
export function Gate({ visit, copy, standing: { phase, lacks, findings } }: { visit: Desk; copy: WorkingCopy; standing: PhaseStanding }) {
  const { t } = visit
  if (!lacks.length && !findings.length) return <Notice t={t} kind="success"><p>{t('desk.phase.complete')}</p></Notice>
  return (
    <section aria-labelledby="gate">
      <h2 id="gate">{t('desk.phase.gate')}</h2>
      <p>{isOpened(phase) ? t('desk.phase.openAlready') : t('desk.phase.gateLead')}</p>
      <Lacks visit={visit} lacks={lacks} />
      {findings.length > 0 && <><p>{t('desk.phase.findings')}</p><FindingList visit={visit} copy={copy} findings={findings} /></>}
    </section>
  )
}

/** Items of the public page that are not complete, as links to their pages at the desk. */
export const Lacks = ({ visit, lacks }: { visit: Desk; lacks: readonly Lack[] }) => (
  <ul class="findings">
    {lacks.map(({ item, code }) => (
      <li>
        <a href={visit.homeLink(`/desk/transparency/${item}`)}>{item} {visit.organisation.text(`transparency/${item}`)?.title}</a>
        {': '}{visit.t(`desk.phase.lack.${code}`)}
      </li>
    ))}
  </ul>
)
