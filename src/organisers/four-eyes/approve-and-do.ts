import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { Outcome } from '#platform/outcome.ts'
import { approve } from './answer-proposal.ts'
import type { Proposal } from './proposals.ts'

/**
 * Approves what somebody else proposed and does it at once; where it cannot be done any more the approval does not count either, and the
 * proposal goes on waiting. Needs a transaction. Refused: what `approve` refuses, and what `act` refuses.
 */
export async function approveAndDo<R extends string>(ctx: Ctx, id: string, act: (proposal: Proposal) => Promise<Outcome<unknown, R>>) {
  await sql`savepoint approved`.execute(ctx.db)
  const approved = await approve(ctx, id)
  if (!approved.ok) return approved
  const carried = await act(approved.value)
  if (!carried.ok) await sql`rollback to savepoint approved`.execute(ctx.db)
  return carried
}
