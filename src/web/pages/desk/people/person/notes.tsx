import { Notice } from '#web/parts/blocks.tsx'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { may } from '#web/pages/desk/desk-layout.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import type { CaseFile, Desk } from './case-file.ts'
import { personLink, timeOf } from './who.ts'

/** The form in which a note is written. */
export const NoteForm = ({ visit, personId }: { visit: Desk; personId: string }) => (
  <form method="post" action={personLink(visit, personId, '/notes')} novalidate>
    <TextField t={visit.t} name="text" rows={4} label={visit.t('desk.person.noteText')} hint={visit.t('desk.person.noteHint')}
      error={errorAt(visit, 'text')} value={typedAt(visit, 'text')} maxlength={4000} />
    <Actions><Button kind="secondary" busy={visit.t('join.busy')}>{visit.t('desk.person.noteAdd')}</Button></Actions>
  </form>
)

/** Notes: who, when, and their words while the record is open; struck ones stay, struck. */
export function Notes({ visit, file: { person: { personId }, notes, names, opened } }: { visit: Desk; file: CaseFile }) {
  const { t } = visit
  const nameOf = (id: string) => names.get(id) ?? t('desk.person.who.organiser')
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{t('desk.person.notes')}</h2>
      {notes.length === 0 ? <p>{t('desk.person.notesNone')}</p> : (
        <ul class="case-notes">{notes.map(({ id, writtenBy, writtenAt, struck }) => (
          <li>
            <p class="fine">{t('desk.person.noteBy', { who: nameOf(writtenBy), time: timeOf(visit, writtenAt) })}</p>
            {opened && (struck ? <p class="said"><s>{opened.text('note', id)}</s></p> : <p class="said">{opened.text('note', id)}</p>)}
            {struck
              ? <p class="fine">{t('desk.person.struck', { who: nameOf(struck.by), time: timeOf(visit, struck.at),
                why: t(`desk.reason.strike.${struck.reason}`) })}</p>
              : may(visit, 'people.note') && (
                <p><a href={personLink(visit, personId, `/notes/${id}/strike`)}>{t('desk.person.act.strike')}
                  <span class="visually-hidden">, {timeOf(visit, writtenAt)}</span></a></p>
              )}
          </li>
        ))}</ul>
      )}
      {!opened && notes.length > 0 && <Notice t={t}><p>{t('desk.person.notesClosed')}</p></Notice>}
      {may(visit, 'people.note') && <NoteForm visit={visit} personId={personId} />}
    </section>
  )
}
