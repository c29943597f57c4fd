import type { WorkingCopy } from '#drafting/draft-bundle.ts'
import { titleOf } from '#drafting/texts.ts'
import type { PhaseStep } from '#phases/history.ts'
import { claimDesk } from '#web/pages/desk/claims/working.ts'
import type { Desk } from '#web/pages/desk/desk-layout.tsx'
import { day, dayAndTime } from '#words/formats.ts'
import { DeskTable } from '#web/parts/desk-table.tsx'

/** Every phase a claim came into, with who moved it and what proves it. */
export function PhaseSteps({ visit, copy: { slug, files }, steps, who }: {
  visit: Desk; copy: WorkingCopy; steps: readonly PhaseStep[]; who: (actor: string | undefined) => string
}) {
  const { t, language } = visit
  const document = (id: string | undefined) => id && (titleOf(files, `documents/${id}`, language) ?? id)
  return (
    <section>
      <h2 id="steps">{t('desk.phase.steps')}</h2>
      <DeskTable labelledBy="steps" caption={t('desk.phase.steps')} quiet look="wide">
        <thead><tr>
          <th scope="col">{t('desk.phase.phase')}</th><th scope="col">{t('desk.version.when')}</th><th scope="col">{t('desk.phase.by')}</th>
          <th scope="col">{t('desk.phase.evidence')}</th>
        </tr></thead>
        <tbody>{steps.map(({ version, from, to, at, by, origin, reason, evidence }) => (
          <tr>
            <th scope="row">{t(`phase.${to}`)}</th>
            <td>{dayAndTime(language, at)}<br />{from
              ? <a href={claimDesk(visit, slug, `/versions/${version - 1}/${version}`)}>
                  {t('desk.version.number', { version: String(version) })}
                </a>
              : t('desk.version.number', { version: String(version) })}</td>
            <td>{by ? who(`organiser:${by}`) : t(`desk.version.origin.${origin === 'import' ? 'import' : 'folder'}`)}</td>
            <td>
              {reason === 'mistake' && <p>{t('desk.phase.wasMistake')}</p>}
              {evidence
                ? [day(language, evidence.on), document(evidence.document), evidence.reference].filter(Boolean).join(' · ')
                : t('desk.phase.noEvidence')}
            </td>
          </tr>
        ))}</tbody>
      </DeskTable>
    </section>
  )
}
