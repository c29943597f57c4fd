import { sql } from 'kysely'
import { countMerged } from '#participants/merged.ts'
import { countObjecting } from '#participants/objections.ts'
import type { Db } from '#platform/ctx.ts'

interface Counted { what: string; of: string; n: number }

/**
 * What the triggers have seen until now, of one claim or all, added up already or not: true to the last row. Of each kind only the sum of
 * all days is read.
 */
async function counted(db: Db, whats: readonly string[], claim?: string): Promise<(what: string, of?: string) => number> {
  const ofClaim = claim === undefined ? sql`` : sql`and claim = ${claim}`
  const { rows } = await sql<Counted>`
    select what, of, sum(n)::float8 as n from (
      select what, of, n from tally where what = any (${whats}) and day = '-infinity' ${ofClaim}
      union all select what, of, n from tally_delta where what = any (${whats}) ${ofClaim}) as seen
    group by what, of`.execute(db)
  return (what, of) => rows.filter((row) => row.what === what && (of === undefined || row.of === of)).reduce((sum, { n }) => sum + n, 0)
}

/** How many proved their address for a claim, and how many of those signed and have not left it; who was merged counts once (AD-03), and who
 * objects does not count (GD-09). */
export async function countJoined(db: Db, claim: string): Promise<{ confirmed: number; signed: number }> {
  const [n, merged, objecting] = await Promise.all([
    counted(db, ['confirmed', 'finished', 'dropped', 'joined', 'left'], claim), countMerged({ db }, claim),
    countObjecting({ db }, claim),
  ])
  const signed = n('joined') - n('left') - merged - objecting
  return { confirmed: n('confirmed') - n('finished') - n('dropped') + signed, signed }
}

/** How many mails are neither accepted nor refused yet. */
export async function countWaitingMails(db: Db): Promise<number> {
  const n = await counted(db, ['mail'], '')
  const decided = n('mail', 'accepted') + n('mail', 'refused') + n('mail', 'erased') - n('mail', 'outcome-gone')
  return n('mail', 'queued') - n('mail', 'gone') - decided
}

/** How many mandates wait for their seal. */
export async function countUnsealed(db: Db): Promise<number> {
  const n = await counted(db, ['granted', 'sealed'])
  return n('granted') - n('sealed')
}
