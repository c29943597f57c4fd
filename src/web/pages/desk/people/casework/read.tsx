import * as z from 'zod'
import { openParts } from '#casework/open-record.ts'
import { openingReasons } from '#casework/reasons.ts'
import { again, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import { ReadingForm } from '#web/pages/desk/people/person/reading.tsx'
import { personLink } from '#web/pages/desk/people/person/who.ts'
import { lines, oneOf } from './form-parts.tsx'
import { doneAt, subjectOf } from './subject.ts'

/** States why the sealed parts of a record have to be read, and opens them for half an hour. */
export const readPage = page('/:lang{en|nl}/desk/people/:person/read', {
  who: 'organiser', act: 'people.read',
  form: z.object({ reason: oneOf(openingReasons), words: lines }),
  async show(visit) {
    const person = await subjectOf(visit)
    if (!person) return missing
    const { t } = visit
    return deskPageOf(visit, { title: t('desk.person.readTitle'), children: (
      <>
        <p><a href={personLink(visit, person.personId)}>{person.legalName}</a></p>
        <p>{t('desk.person.readAbout')}</p>
        <ReadingForm visit={visit} personId={person.personId} />
      </>
    ) })
  },
  async send(visit) {
    const person = await subjectOf(visit)
    if (!person) return missing
    const opened = await openParts(visit.ctx, person.personId, visit.sent)
    return opened.ok ? doneAt(visit, person.personId, 'opened') : again({ words: opened.because })
  },
})
