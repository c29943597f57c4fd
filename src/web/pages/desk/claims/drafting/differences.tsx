import { pictureIdOf } from '#claims/picture-file.ts'
import { languageAndName } from '#claims/read-bundle.ts'
import type { FileDifference } from '#drafting/differences.ts'
import type { WorkingCopy } from '#drafting/draft-bundle.ts'
import { titleOf } from '#drafting/texts.ts'
import { DeskTable } from '#web/parts/desk-table.tsx'
import { claimDesk } from '#web/pages/desk/claims/working.ts'
import type { Desk } from '#web/pages/desk/desk-layout.tsx'
import { dayAndTime } from '#words/formats.ts'

/** Which files of a working copy say something else than what is published, and who changed them. */
export function Differences({ visit, copy, differences, who }: { visit: Desk; copy: WorkingCopy; differences: readonly FileDifference[];
  who: (actor: string | undefined) => string }) {
  const { t, language } = visit
  return (
    <DeskTable labelledBy="changed" caption={t('desk.draft.changed')} quiet>
      <thead><tr><th scope="col">{t('desk.draft.file')}</th><th scope="col">{t('desk.draft.what')}</th><th scope="col">{t('desk.draft.when')}</th></tr></thead>
      <tbody>{differences.map(({ path, change, by, at }) => (
        <tr>
          <th scope="row">{fileName(visit, copy, path)}</th>
          <td>{t(`desk.draft.file.${change}`)}</td>
          <td>{at ? t('desk.draft.changedBy', { who: who(by), when: dayAndTime(language, at) }) : ''}</td>
        </tr>
      ))}</tbody>
    </DeskTable>
  )
}

function fileName(visit: Desk, copy: WorkingCopy, path: string) {
  const [language, name] = languageAndName(path)
  const picture = pictureIdOf(path)
  if (picture !== undefined) return <a href={claimDesk(visit, copy.slug, '/pictures')}>{visit.t('desk.pictures.file', { id: picture })}</a>
  if (!language) return visit.t('desk.draft.facts')
  return <a href={claimDesk(visit, copy.slug, `/texts/${name}#${language}`)}>
    {titleOf(copy.files, name, language) ?? name} ({visit.t(`desk.draft.language.${language}`)})
  </a>
}
