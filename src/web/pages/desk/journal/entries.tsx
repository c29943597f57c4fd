import type { Followed } from '#journal/follow.ts'
import { listOrganisersAmong } from '#organisers/queries.ts'
import { listParticipations } from '#participants/queries.ts'
import { isId } from '#platform/id.ts'
import type { Visit } from '#web/page.ts'
import { may } from '#web/pages/desk/desk-layout.tsx'
import { dayAndTime } from '#words/formats.ts'
import { eventWords } from '#web/parts/event-words.ts'

type Desk = Visit<'organiser'>

/** Who stands behind the ids of some entries: organisers by name, participants by the reference of their newest participation. */
export interface Known { names: Map<string, string>; references: Map<string, string> }

const idOf = (actor: string) => actor.slice(actor.indexOf(':') + 1)

/** Names of organisers and references of participants, in a few queries for a whole page; no name of a participant is opened. */
export async function knownIn({ ctx }: Desk, entries: readonly Followed[]): Promise<Known> {
  const ids = [
    ...new Set(entries.flatMap(({ actor, personId }) => [...(personId ? [personId] : []), idOf(actor)]).filter((id) => isId(id))),
  ]
  const [organisers, participations] = await Promise.all([listOrganisersAmong(ctx, ids), listParticipations(ctx, ids)])
  return {
    names: new Map(organisers.map(({ personId, name }) => [personId, name])),
    references: new Map(participations.map(({ personId, reference }) => [personId, reference])),
  }
}

function Actor({ visit, actor, known }: { visit: Desk; actor: string; known: Known }) {
  const { t } = visit
  if (actor === 'system' || actor === 'operator' || actor === 'visitor') return <>{t(`desk.journal.actor.${actor}`)}</>
  if (actor.startsWith('organiser:')) return <>{known.names.get(idOf(actor)) ?? t('desk.journal.actor.organiser')}</>
  return <>{t('desk.journal.actor.participant')} <Person visit={visit} id={idOf(actor)} known={known} /></>
}

/** A participant by reference, an organiser by name, anybody else by id; a link for who may open the record. */
function Person({ visit, id, known }: { visit: Desk; id: string; known: Known }) {
  const name = known.names.get(id)
  if (name !== undefined) return <>{name}</>
  const reference = known.references.get(id)
  if (reference === undefined) return <span class="journal-facts">{visit.t('desk.journal.person', { id: id.slice(0, 8) })}</span>
  return may(visit, 'people.open') ? <a href={visit.homeLink(`/desk/people/${id}`)}>{reference}</a> : <>{reference}</>
}

/** Of a hash the beginning, which is enough to know it again; an export holds all of it. */
const shortened = (value: string | number | boolean) => String(value).replaceAll(/\b([0-9a-f]{12})[0-9a-f]{52}\b/g, '$1…')

/** Entries in words: when, who did what, about whom; the facts as they are kept. */
export function Entries({ visit, entries, known }: { visit: Desk; entries: readonly Followed[]; known: Known }) {
  const { t, language } = visit
  return (
    <ol class="journal-list" reversed>
      {entries.map(({ id, at, actor, event, personId, facts }) => {
        const told = Object.entries(facts)
          .filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${shortened(value)}`).join(', ')
        return (
          <li>
            <time dateTime={at.toISOString()}>{dayAndTime(language, at)}</time>
            <div>
              <strong><Actor visit={visit} actor={actor} known={known} /></strong>: {eventWords(t, event)}
              {personId !== null && personId !== idOf(actor) && (
                <> · {t('desk.journal.about-person')} <Person visit={visit} id={personId} known={known} /></>
              )}
              <div class="journal-facts">{t('desk.journal.entry', { id: String(id) })}{told && ` · ${told}`}</div>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
