import type { Happening } from '#casework/timeline.ts'
import { day } from '#words/formats.ts'
import { eventWords } from '#web/parts/event-words.ts'
import { timelinePage, type CaseFile, type Desk } from './case-file.ts'
import { reasonWords } from './reason-words.ts'
import { personLink, timeOf, whoWords } from './who.ts'

/** What of the facts of an entry helps to understand it, in words: claim, day, and what a decision, a task or an opening was about. */
function factsOf({ t, language }: Desk, { parts }: CaseFile, { event, facts }: Happening): string {
  const said = (name: string) => (typeof facts[name] === 'string' ? facts[name] : '')
  const claim = parts.find(({ participation }) => participation.claim === said('claim'))?.claim?.facts.name[language] ?? said('claim')
  const kind = said('kind')
  return [
    claim,
    event === 'casework.task-given' && t(`desk.task.kind.${kind as 'call'}`),
    event === 'casework.read' && t(`desk.reason.opening.${said('reason') as 'other'}`),
    event === 'casework.decided' && `${t(`desk.decide.${kind as 'lift'}.button`)}: ${reasonWords(t, kind as 'lift', said('reason'))}`,
    event === 'casework.undone' && t(`desk.reason.undo.${said('reason') as 'court'}`),
    event === 'deficiencies.answered' && t(`desk.notice.answer.${said('answer') as 'mended'}`),
    /^\d{4}-\d\d-\d\d$/.test(said('dueOn')) && day(language, said('dueOn')),
  ].filter(Boolean).join(', ')
}

const capital = (words: string) => words.charAt(0).toLocaleUpperCase() + words.slice(1)

/** Everything that happened, newest first, as the journal says it; the next page by its last entry. */
export function Timeline({ visit, file, before }: { visit: Desk; file: CaseFile; before: number | undefined }) {
  const { t } = visit
  const { person: { personId }, happenings, names } = file
  const shown = happenings.slice(0, timelinePage)
  const last = happenings.length > timelinePage && shown.at(-1)
  return (
    <section aria-labelledby="timeline" class="case-timeline">
      <h2 id="timeline">{t('desk.person.timeline')}</h2>
      {shown.length === 0 ? <p>{t('desk.person.timelineNone')}</p> : (
        <ol>{shown.map((each) => {
          const facts = factsOf(visit, file, each)
          return (
            <li>
              <p>{capital(eventWords(t, each.event))}{facts && <span class="fine">{` (${facts})`}</span>}</p>
              <p class="fine">{`${whoWords(visit, names, personId, each.actor)}, `}<time dateTime={each.at.toISOString()}>{timeOf(visit,
                each.at)}</time></p>
            </li>
          )
        })}</ol>
      )}
      <p class="pager">
        {before !== undefined && <a href={`${personLink(visit, personId)}#timeline`}>{t('desk.person.newest')}</a>}
        {last && <a href={`${personLink(visit, personId)}?before=${last.id}#timeline`}>{t('desk.person.older')}</a>}
      </p>
    </section>
  )
}
