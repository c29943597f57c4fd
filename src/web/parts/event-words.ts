import type { JournalEvent } from '#journal/events.ts'
import { isWordKey, type T } from '#words/words.ts'

/** What an event of the journal says, in words; one that an earlier version wrote and this one does not know keeps its name. */
export function eventWords(t: T, event: JournalEvent): string {
  const key = `desk.journal.event.${event}` as const
  return isWordKey(key) ? t(key) : event
}
