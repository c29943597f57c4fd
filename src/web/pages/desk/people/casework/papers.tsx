import { findOpening } from '#casework/open-record.ts'
import { readFile } from '#platform/files/stored.ts'
import { findSentMail } from '#platform/mail/sent.ts'
import { isId } from '#platform/id.ts'
import { documentAnswer, goTo, missing, type Answer } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { DefinitionTable } from '#web/parts/blocks.tsx'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import type { Desk } from '#web/pages/desk/people/person/case-file.ts'
import { personLink, timeOf } from '#web/pages/desk/people/person/who.ts'
import { subjectOf } from './subject.ts'

/** The person whose sealed parts are open to this organiser; otherwise where the reason is stated. */
async function openedBy(visit: Desk): Promise<{ personId: string; legalName: string } | Answer> {
  const person = await subjectOf(visit)
  if (!person) return missing
  const opening = await findOpening(visit.ctx, person.personId, visit.organiser.personId)
  return opening ? person : goTo(personLink(visit, person.personId, '/read'))
}

/** One mail as it was sent. One that holds a code is never shown. */
export const deskMailPage = page('/:lang{en|nl}/desk/people/:person/mails/:mail', {
  who: 'organiser', act: 'people.read',
  async show(visit) {
    const person = await openedBy(visit)
    if ('kind' in person) return person
    const { t, params: { mail: id } } = visit
    const mail = isId(id) ? await findSentMail({ ...visit.ctx, files: visit.files }, person.personId, id) : undefined
    if (!mail) return missing
    return deskPageOf(visit, { title: mail.subject, children: (
      <>
        <p><a href={personLink(visit, person.personId)}>{person.legalName}</a></p>
        <DefinitionTable rows={[
          { term: t('desk.mail.to'), value: mail.to }, { term: t('desk.mail.date'), value: timeOf(visit, mail.queuedAt) },
          { term: t('desk.mail.state'), value: t(`account.messages.${mail.outcome}`) },
        ]} />
        <p class="said">{mail.text}</p>
      </>
    ) })
  },
})

/** One file of a person, such as the sealed power of attorney. */
export const deskFilePage = page('/:lang{en|nl}/desk/people/:person/files/:file', {
  who: 'organiser', act: 'people.read',
  async show(visit) {
    const person = await openedBy(visit)
    if ('kind' in person) return person
    const { file: id } = visit.params
    const file = isId(id) ? await readFile({ ...visit.ctx, files: visit.files }, person.personId, id) : undefined
    // A copy of own data is for its person alone.
    if (!file || file.kind === 'archive') return missing
    return documentAnswer(file.bytes, file.mediaType)
  },
})
