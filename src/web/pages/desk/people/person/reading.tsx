import { openingReasons } from '#casework/reasons.ts'
import { time } from '#words/formats.ts'
import { Disclosure, Notice } from '#web/parts/blocks.tsx'
import { SelectField, TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { may } from '#web/pages/desk/desk-layout.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import type { CaseFile, Desk } from './case-file.ts'
import { personLink } from './who.ts'

/** The form that states why the sealed parts have to be read. */
export const ReadingForm = ({ visit, personId }: { visit: Desk; personId: string }) => (
  <form method="post" action={personLink(visit, personId, '/read')} novalidate>
    <SelectField t={visit.t} name="reason" label={visit.t('desk.person.readWhy')} empty={visit.t('desk.person.choose')}
      error={errorAt(visit, 'reason')} value={typedAt(visit, 'reason')}
      choices={openingReasons.map((reason) => ({ value: reason, label: visit.t(`desk.reason.opening.${reason}`) }))} />
    <TextField t={visit.t} name="words" label={visit.t('desk.person.readWords')} optional error={errorAt(visit, 'words')}
      value={typedAt(visit, 'words')} maxlength={500} />
    <Actions><Button kind="secondary">{visit.t('desk.person.readButton')}</Button></Actions>
  </form>
)

/** Says what is closed and how it opens, or until when it is open. Nothing to who may not read it at all. */
export function Reading({ visit, file: { person: { personId }, opened } }: { visit: Desk; file: CaseFile }) {
  const { t, language } = visit
  if (opened) return <Notice t={t}><p>{t('desk.person.openUntil', { time: time(language, opened.until) })}</p></Notice>
  if (!may(visit, 'people.read')) return null
  return (
    <Disclosure summary={t('desk.person.read')}>
      <p>{t('desk.person.readAbout')}</p>
      <ReadingForm visit={visit} personId={personId} />
    </Disclosure>
  )
}
