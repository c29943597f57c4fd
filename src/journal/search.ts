import { sql } from 'kysely'
import type { Ctx, Db } from '#platform/ctx.ts'
import { journalEvents, type JournalEvent } from './events.ts'
import type { Followed } from './follow.ts'

/** What somebody looks for in the journal; nothing of it: everything. */
export interface Search {
  from?: Date | undefined
  /** The instant from which on nothing counts. */
  until?: Date | undefined
  /** An event, or the name of a room for all of its events. */
  what?: string | undefined
  organiser?: string | undefined
  person?: string | undefined
}

/** The place of an entry in the order of the journal, for the page after it. */
export interface Place { at: Date; id: number }

const rowsOf = (db: Db, { from, until, organiser, person }: Search, before: Place | undefined, limit: number) =>
  db.selectFrom('journal_entry').select(['id', 'at', 'actor', 'event', 'person_id', 'facts'])
    .$if(from !== undefined, (q) => q.where('at', '>=', from!))
    .$if(until !== undefined, (q) => q.where('at', '<', until!))
    // The second condition is what the index is made for.
    .$if(organiser !== undefined, (q) => q.where('actor', '=', `organiser:${organiser}`).where(sql<boolean>`actor like 'organiser:%'`))
    .$if(person !== undefined, (q) => q.where('person_id', '=', person!))
    .$if(before !== undefined, (q) => q.where(sql<boolean>`(at, id) < (${before?.at}, ${before?.id})`))
    .orderBy('at', 'desc').orderBy('id', 'desc').limit(limit)
type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

const newestFirst = (a: Row, b: Row) => b.at.getTime() - a.at.getTime() || Number(b.id) - Number(a.id)

/** The events that a choice stands for; undefined: all. */
const eventsOf = (what: string | undefined): readonly JournalEvent[] | undefined =>
  (what === undefined ? undefined : journalEvents.filter((event) => event === what || event.startsWith(`${what}.`)))

/**
 * Entries that fit, newest first, after the place where the page before ended. Each is found by an index: of several events each is asked
 * for on its own, so that none is looked for among the others; of one organiser or person the events are picked from their own entries.
 */
export async function listEntries({ db }: Pick<Ctx, 'db'>, search: Search, before: Place | undefined, limit = 50): Promise<Followed[]> {
  const events = eventsOf(search.what)
  const query = () => rowsOf(db, search, before, limit)
  const rows =
    events === undefined
      ? await query().execute()
      : search.organiser !== undefined || search.person !== undefined
        ? await query()
            .where('event', 'in', events.length ? [...events] : ['none']).execute()
        : (await Promise.all(events.map((event) => query().where('event', '=', event).execute())))
            .flat().toSorted(newestFirst).slice(0, limit)
  return rows.map((row) => ({ id: Number(row.id), at: row.at, actor: row.actor, event: row.event as JournalEvent, personId: row.person_id,
    facts: row.facts as Followed['facts'] }))
}
