import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'

/** Forgets from which blocks of addresses people signed before an instant; answers how many. */
export async function forgetBlocks({ db }: Pick<Ctx, 'db'>, before: Date): Promise<number> {
  return Number((await db.deleteFrom('signing_block').where('signed_at', '<', before).executeTakeFirst()).numDeletedRows)
}

/** Of whom the newest decision is older than an instant, so that the figures behind it go; the decision stays with the file (SE-07). */
export const decidedBefore = (before: Date) => sql<{ person_id: string }>`select distinct s.person_id from signal s
  join lateral (select max(decided_at) as at from signal_decision d where d.person_id = s.person_id) d on d.at < ${before}`

/** Forgets the figures behind old decisions; answers how many people it concerned. */
export async function forgetDetails({ db }: Pick<Ctx, 'db'>, before: Date): Promise<number> {
  const { rows } = await decidedBefore(before).execute(db)
  const ids = rows.map((row) => row.person_id)
  if (!ids.length) return 0
  for (const table of ['signal', 'signal_queue'] as const) await db.deleteFrom(table).where('person_id', 'in', ids).execute()
  return ids.length
}
