import { ageOn, isAdultOn } from '#participants/age.ts'
import { day, inFours } from '#words/formats.ts'
import type { CaseFile, Desk } from './case-file.ts'
import { dayOf } from './who.ts'

/** What stands in the way or waits, each in a few words; `urgent` first. */
function marksOf(visit: Desk, file: CaseFile): { text: string; urgent: boolean }[] {
  const { t, language } = visit
  const { suspensions, notices, reviews, objection, flags, tasks, today, person: { birthDate } } = file
  const openTasks = tasks.filter(({ done }) => !done)
  const late = openTasks.filter(({ dueOn }) => dueOn < today).length
  const toSettle = flags.filter(({ decisionId }) => decisionId === undefined).length
  const urgent = (text: string) => ({ text, urgent: true })
  const calm = (text: string) => ({ text, urgent: false })
  return [
    ...suspensions.map(({ suspendedAt }) => urgent(t('desk.person.mark.suspended', { day: dayOf(visit, suspendedAt) }))),
    ...(late ? [urgent(t('desk.person.mark.late', { count: late }))] : []),
    ...notices.filter(({ outcome }) => !outcome).map(({ dueOn }) => urgent(t('desk.person.mark.notice', { day: day(language, dueOn) }))),
    ...reviews.filter(({ isOpen }) => isOpen).map(({ answerBy }) => urgent(t('desk.person.mark.review', { day: day(language, answerBy) }))),
    ...(objection ? [urgent(t('desk.person.mark.objection'))] : []),
    ...(toSettle ? [calm(t('desk.person.mark.flags', { count: toSettle }))] : []),
    ...(openTasks.length > late ? [calm(t('desk.person.mark.tasks', { count: openTasks.length - late }))] : []),
    ...(isAdultOn(birthDate, today) ? [] : [calm(t('desk.person.mark.child', { age: ageOn(birthDate, today) }))]),
  ]
}

/** What one looks for first: in which claims somebody stands where, under which reference, and what waits. */
export function Head({ visit, file }: { visit: Desk; file: CaseFile }) {
  const { t, language } = visit
  const marks = marksOf(visit, file)
  return (
    <div class="case-head">
      {file.parts.map(({ participation: { claim, reference }, claim: content, state }) => (
        <p><span>{content?.facts.name[language] ?? claim}</span> <strong>{t(`desk.person.state.${state}`)}</strong>{' '}
          <span class="reference">{inFours(reference)}</span></p>
      ))}
      {marks.length > 0 && (
        <ul class="case-marks" aria-label={t('desk.person.marks')}>
          {marks.map(({ text, urgent }) => <li {...(urgent && { class: 'urgent' })}>{text}</li>)}
        </ul>
      )}
    </div>
  )
}
