import type { Happening } from '#casework/timeline.ts'
import { timelinePage, type CaseFile, type Desk } from './case-file.ts'
import { personLink, timeOf, whoWords } from './who.ts'

/** What of the facts of an entry helps to understand it: codes and claims, never ids or hashes. */
const telling = ['claim', 'kind', 'reason', 'flag', 'outcome', 'answer', 'fields', 'dueOn', 'step', 'why'] as const
const factsOf = ({ facts }: Happening): string =>
  telling.flatMap((name) => (typeof facts[name] === 'string' && facts[name] !== '' ? [String(facts[name])] : [])).join(', ')

/** Everything that happened, newest first, as the journal says it; the next page by its last entry. */
export function Timeline({ visit, file: { person: { personId }, happenings, names }, before }: { visit: Desk; file: CaseFile; before: number | undefined }) {
  const { t } = visit
  const shown = happenings.slice(0, timelinePage)
  const last = happenings.length > timelinePage && shown.at(-1)
  return (
    <section aria-labelledby="timeline" class="case-timeline">
      <h2 id="timeline">{t('desk.person.timeline')}</h2>
      {shown.length === 0 ? <p>{t('desk.person.timelineNone')}</p> : (
        <ol>{shown.map((each) => (
          <li>
            <p class="fine"><time dateTime={each.at.toISOString()}>{timeOf(visit, each.at)}</time></p>
            <p>{`${whoWords(visit, names, personId, each.actor)} ${t(`desk.journal.event.${each.event}`)}`}
              {factsOf(each) && <span class="fine">{` (${factsOf(each)})`}</span>}</p>
          </li>
        ))}</ol>
      )}
      <p class="pager">
        {before !== undefined && <a href={`${personLink(visit, personId)}#timeline`}>{t('desk.person.newest')}</a>}
        {last && <a href={`${personLink(visit, personId)}?before=${last.id}#timeline`}>{t('desk.person.older')}</a>}
      </p>
    </section>
  )
}
