import { pictureIdOf } from '#claims/picture-file.ts'
import { languageAndName, type BundleFile } from '#claims/read-bundle.ts'
import type { FileDifference } from '#drafting/differences.ts'
import type { WorkingCopy } from '#drafting/draft-bundle.ts'
import { partOf } from '#drafting/finding-place.ts'
import { titleOf } from '#drafting/texts.ts'
import { compareFacts } from '#publishing/compare-facts.ts'
import { DeskTable } from '#web/parts/desk-table.tsx'
import { claimDesk } from '#web/pages/desk/claims/working.ts'
import type { Desk } from '#web/pages/desk/desk-layout.tsx'
import { dayAndTime } from '#words/formats.ts'

/** Which files of a working copy say something else than what is published, and who changed them. */
export function Differences({
  visit, copy, published, differences, who,
}: {
  visit: Desk
  copy: WorkingCopy
  published: readonly BundleFile[]
  differences: readonly FileDifference[]
  who: (actor: string | undefined) => string
}) {
  const { t, language } = visit
  return (
    <DeskTable labelledBy="changed" caption={t('desk.draft.changed')} quiet>
      <thead>
        <tr>
          <th scope="col">{t('desk.draft.file')}</th>
          <th scope="col">{t('desk.draft.what')}</th>
          <th scope="col">{t('desk.draft.when')}</th>
        </tr>
      </thead>
      <tbody>{differences.map(({ path, change, by, at }) => (
        <tr>
          <th scope="row">
            {languageAndName(path)[0] || pictureIdOf(path) ? fileName(visit, copy, path) : factsName(visit, copy, published)}
          </th>
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
  if (!language) return path
  return <a href={claimDesk(visit, copy.slug, `/texts/${name}#${language}`)}>
    {titleOf(copy.files, name, language) ?? name} ({visit.t(`desk.draft.language.${language}`)})
  </a>
}

/** The parts of the facts in which a value differs, each with the way to it. */
function factsName(visit: Desk, copy: WorkingCopy, published: readonly BundleFile[]) {
  const { t } = visit
  const raw = (files: readonly BundleFile[]) => files.find(({ path }) => path.endsWith('.yaml'))?.raw
  const changed = new Set(compareFacts(raw(published), raw(copy.files)).flatMap(({ path }) => partOf(copy, path) ?? []))
  return (
    <>{t('desk.draft.facts')}{[...changed].map((part, at) => (
      <>
        {at === 0 ? ': ' : ', '}
        <a href={claimDesk(visit, copy.slug, part === 'pictures' ? '/pictures' : `/facts/${part}`)}>
          {t(`desk.facts.part.${part as 'general'}`)}
        </a>
      </>
    ))}</>
  )
}
