import * as z from 'zod'
import { addNote, strikeNote } from '#casework/notes.ts'
import { strikeReasons } from '#casework/reasons.ts'
import { isId } from '#platform/id.ts'
import { again, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Actions, Button } from '#web/parts/form.tsx'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import { NoteForm } from '#web/pages/desk/people/person/notes.tsx'
import { personLink } from '#web/pages/desk/people/person/who.ts'
import { lines, oneOf, ReasonField } from './form-parts.tsx'
import { doneAt, subjectOf } from './subject.ts'

/** Writes a note about somebody. */
export const notePage = page('/:lang{en|nl}/desk/people/:person/notes', {
  who: 'organiser', act: 'people.note',
  form: z.object({ text: lines }),
  async show(visit) {
    const person = await subjectOf(visit)
    if (!person) return missing
    return deskPageOf(visit, { title: visit.t('desk.person.noteText'), children: (
      <>
        <p><a href={personLink(visit, person.personId)}>{person.legalName}</a></p>
        <NoteForm visit={visit} personId={person.personId} />
      </>
    ) })
  },
  async send(visit) {
    const person = await subjectOf(visit)
    if (!person) return missing
    const added = await addNote(visit.ctx, person.personId, visit.sent.text)
    return added.ok ? doneAt(visit, person.personId, 'note') : again({ text: added.because })
  },
})

/** Strikes a note, with the reason. */
export const strikePage = page('/:lang{en|nl}/desk/people/:person/notes/:note/strike', {
  who: 'organiser', act: 'people.note',
  form: z.object({ reason: oneOf(strikeReasons) }),
  async show(visit) {
    const person = await subjectOf(visit)
    if (!person || !isId(visit.params['note'])) return missing
    const { t } = visit
    return deskPageOf(visit, { title: t('desk.strike.title'), children: (
      <>
        <p><a href={personLink(visit, person.personId)}>{person.legalName}</a></p>
        <p>{t('desk.strike.about')}</p>
        <form method="post" action={visit.path} novalidate>
          <ReasonField visit={visit} label={t('desk.strike.why')}
            choices={strikeReasons.map((value) => ({ value, label: t(`desk.reason.strike.${value}`) }))} />
          <Actions><Button kind="danger" busy={t('join.busy')}>{t('desk.strike.button')}</Button>
            <a href={personLink(visit, person.personId)}>{t('desk.person.back')}</a></Actions>
        </form>
      </>
    ) })
  },
  async send(visit) {
    const { note } = visit.params
    const person = await subjectOf(visit)
    if (!person || !isId(note)) return missing
    const struck = await strikeNote(visit.ctx, person.personId, { noteId: note, reason: visit.sent.reason })
    return struck.ok ? doneAt(visit, person.personId, 'struck') : again({ '': struck.because })
  },
})
