import { sql } from 'kysely'
import { countMerged } from '#participants/merged.ts'
import { countObjecting } from '#participants/objections.ts'
import type { Db } from '#platform/ctx.ts'

interface Counted { claim: string; what: string; of: string; n: number }
type Count = (what: string, of?: string) => number

/**
 * What the triggers have seen until now, of some claims or all, added up already or not: true to the last row. Of each kind only the sum of
 * all days is read.
 */
async function counted(db: Db, whats: readonly string[], claims?: readonly string[]): Promise<(claim?: string) => Count> {
  const ofClaims = claims === undefined ? sql`` : sql`and claim = any (${claims}::text[])`
  const { rows } = await sql<Counted>`
    select claim, what, of, sum(n)::float8 as n from (
      select claim, what, of, n from tally where what = any (${whats}) and day = '-infinity' ${ofClaims}
      union all select claim, what, of, n from tally_delta where what = any (${whats}) ${ofClaims}) as seen
    group by claim, what, of`.execute(db)
  return (claim) => (what, of) => rows
    .filter((row) => row.what === what && (of === undefined || row.of === of) && (claim === undefined || row.claim === claim))
    .reduce((sum, { n }) => sum + n, 0)
}

/** Who joined a claim: how many proved their address, and how many of those signed and have not left. */
export interface Joined { confirmed: number; signed: number }

/**
 * Who joined each of these claims, in three queries however many there are; who was merged counts once (AD-03), and who objects does not
 * count (GD-09).
 */
export async function countJoinedIn(db: Db, claims: readonly string[]): Promise<(claim: string) => Joined> {
  const [of, merged, objecting] = await Promise.all([
    counted(db, ['confirmed', 'finished', 'dropped', 'joined', 'left'], claims), countMerged({ db }), countObjecting({ db }),
  ])
  return (claim) => {
    const n = of(claim)
    const signed = n('joined') - n('left') - merged(claim) - objecting(claim)
    return { confirmed: n('confirmed') - n('finished') - n('dropped') + signed, signed }
  }
}

/** The same of one claim. */
export const countJoined = async (db: Db, claim: string): Promise<Joined> => (await countJoinedIn(db, [claim]))(claim)

/** How many mails are neither accepted nor refused yet. */
export async function countWaitingMails(db: Db): Promise<number> {
  const n = (await counted(db, ['mail'], ['']))()
  const decided = n('mail', 'accepted') + n('mail', 'refused') + n('mail', 'erased') - n('mail', 'outcome-gone')
  return n('mail', 'queued') - n('mail', 'gone') - decided
}

/** How many mandates wait for their seal. */
export async function countUnsealed(db: Db): Promise<number> {
  const n = (await counted(db, ['granted', 'sealed']))()
  return n('granted') - n('sealed')
}
