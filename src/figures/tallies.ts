import { sql } from 'kysely'
import type { Db } from '#platform/ctx.ts'

/** What only the program can count, for the values are sealed: ages at joining, and the steps of the form that were reached. */
export interface Count {
  what: 'age' | 'reached'
  claim: string
  /** `YYYY-MM-DD` in the claim's zone. */
  day: string
  of: string
  n: number
}

const keyOf = ({ what, claim, day, of }: Omit<Count, 'n'>) => [what, claim, day, of].join('\u0000')

/** Adds counts to the tallies, those of one key together. The same counts twice count twice: the caller knows what was counted. */
export async function addTallies(db: Db, counts: readonly Count[]): Promise<void> {
  const together = new Map<string, Count>()
  for (const count of counts) together.set(keyOf(count), { ...count, n: count.n + (together.get(keyOf(count))?.n ?? 0) })
  if (!together.size) return
  // In the order of the key, so that two who add at once wait for each other and never both.
  const ordered = [...together.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count)
  await db.insertInto('tally').values(ordered)
    .onConflict((conflict) => conflict.columns(['what', 'claim', 'day', 'of']).doUpdateSet({ n: sql`tally.n + excluded.n` })).execute()
}
