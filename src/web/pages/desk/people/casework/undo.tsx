import * as z from 'zod'
import { listDecisions } from '#casework/decisions/decisions.ts'
import { undoReasons } from '#casework/reasons.ts'
import { undoDecision } from '#casework/decisions/undo-decision.ts'
import { reopen } from '#deficiencies/reopen.ts'
import { isId } from '#platform/id.ts'
import { again, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { Actions, Button } from '#web/parts/form.tsx'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import type { Desk } from '#web/pages/desk/people/person/case-file.ts'
import { reasonWords } from '#web/pages/desk/people/person/reason-words.ts'
import { dayOf, personLink } from '#web/pages/desk/people/person/who.ts'
import { explanation, ExplanationField, lines, oneOf, ReasonField } from './form-parts.tsx'
import { changedAt, subjectOf } from './subject.ts'

/** The decision in the path, with whom it is about. */
export async function decisionOf(visit: Desk) {
  const person = await subjectOf(visit)
  const { decision: id } = visit.params
  const decision = person && isId(id) ? (await listDecisions(visit.ctx, person.personId)).find((each) => each.id === id) : undefined
  return person && decision && { person, decision }
}

/** Takes a decision back, with the reason and the words to the participant. */
export const undoPage = page('/:lang{en|nl}/desk/people/:person/decisions/:decision/undo', {
  who: 'organiser', act: 'people.decide',
  form: z.object({ reason: oneOf(undoReasons), explanation: lines }),
  async show(visit) {
    const found = await decisionOf(visit)
    if (!found) return missing
    const { person, decision } = found
    const { t } = visit
    return deskPageOf(visit, { title: t('desk.undo.title'), children: (
      <>
        <p><a href={personLink(visit, person.personId)}>{person.legalName}</a>
          {`: ${reasonWords(t, decision.kind, decision.reason)}, ${dayOf(visit, decision.decidedAt)}`}</p>
        <p>{t('desk.undo.about')}</p>
        {decision.kind === 'conclude' && <p>{t('desk.undo.conclude', { days: visit.site.cureDays })}</p>}
        <form method="post" action={visit.path} novalidate>
          <ReasonField visit={visit} label={t('desk.decide.reason')}
            choices={undoReasons.map((value) => ({ value, label: t(`desk.reason.undo.${value}`) }))} />
          {decision.kind !== 'resolve-flag' && <ExplanationField visit={visit} language={person.language} />}
          <Actions><Button kind="danger" busy={t('join.busy')}>{t('desk.undo.button')}</Button>
            <a href={personLink(visit, person.personId)}>{t('desk.person.back')}</a></Actions>
        </form>
      </>
    ) })
  },
  async send(visit) {
    const found = await decisionOf(visit)
    if (!found) return missing
    const { person: { personId }, decision } = found
    const { reason, explanation: words } = visit.sent
    if (decision.kind !== 'resolve-flag' && !explanation.safeParse(words).success) return again({ explanation: 'explanation-missing' })
    const { origin, cureDays } = visit.site
    const undoing = { decisionId: decision.id, reason, explanation: words, origin }
    const undone = decision.kind === 'conclude' ? await reopen(visit.ctx, personId, { ...undoing, cureDays })
      : await undoDecision(visit.ctx, personId, undoing)
    return undone.ok ? changedAt(visit, personId, 'undone') : again({ '': undone.because })
  },
})
