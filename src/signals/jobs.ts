import { sql } from 'kysely'
import { changedBy } from '#journal/changes.ts'
import { follow, type Followed } from '#journal/follow.ts'
import type { Ctx } from '#platform/ctx.ts'
import { transact, type Ground } from '#platform/world.ts'
import { lookForSigns } from './look.ts'

/**
 * Follows the journal during the window, not after it: whoever joined, was corrected, left or was erased is looked at anew (AD-05). Runs
 * after the look for duplicates, whose terms it counts. Answers how many entries it read.
 */
export async function followForSignals(ground: Pick<Ground, 'db' | 'clock' | 'vault' | 'jobs'>): Promise<number> {
  const followed = await follow(ground, 'signals', handle, { batch: 200 })
  await transact(ground, lookAtRefused)
  return followed
}

/** What became of a mail is not journaled: who was refused a mail in the last two hours, and is not told to be, is looked at as well. */
async function lookAtRefused(ctx: Ctx): Promise<void> {
  const { rows } = await sql<{ person_id: string }>`select distinct o.person_id from mail_outcome o
    where o.outcome = 'refused' and o.decided_at > ${ctx.now}::timestamptz - interval '2 hours'
      and not exists (select from signal s where s.person_id = o.person_id and s.code = 'mail-refused')
    limit 500`.execute(ctx.db)
  if (rows.length) await lookForSigns(ctx, rows.map((row) => row.person_id))
}

async function handle(ctx: Ctx, entries: Followed[]): Promise<void> {
  const changed = changedBy(entries, 'signs')
  if (changed.length) await lookForSigns(ctx, changed)
}
