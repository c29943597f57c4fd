import { sql } from 'kysely'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { actingOrganiser } from './acting.ts'
import { findProposal, type Proposal } from './proposals.ts'

type Answer = 'approved' | 'declined' | 'withdrawn'
const events = { approved: 'organisers.approved', declined: 'organisers.declined', withdrawn: 'organisers.withdrawn' } as const

/**
 * Approves what somebody else proposed; the caller carries it out in the same transaction. Refused: `own-proposal` (the database refuses it
 * too, SE-03), `proposal-answered`, `proposal-over` after 30 days, `no-proposal`.
 */
export const approve = (ctx: Ctx, id: string) => answer(ctx, id, 'approved')

/** Declines what somebody else proposed. Refused as `approve`. */
export const decline = (ctx: Ctx, id: string) => answer(ctx, id, 'declined')

/** Takes back one's own proposal. Refused: `not-own-proposal`, `proposal-answered`, `proposal-over`, `no-proposal`. */
export const withdrawProposal = (ctx: Ctx, id: string) => answer(ctx, id, 'withdrawn')

async function answer(ctx: Ctx, id: string, given: Answer) {
  const by = actingOrganiser(ctx)
  // Two answers at once stand in line: the first one counts.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`proposal:${id}`}, 0))`.execute(ctx.db)
  const proposal = await findProposal(ctx, id)
  if (!proposal) return refused('no-proposal')
  if (proposal.answer) return refused('proposal-answered')
  if (proposal.expiresAt <= ctx.now) return refused('proposal-over')
  if (given === 'withdrawn' && proposal.proposedBy !== by) return refused('not-own-proposal')
  if (given !== 'withdrawn' && proposal.proposedBy === by) return refused('own-proposal')
  await ctx.db.insertInto('proposal_answer')
    .values({ proposal_id: id, proposed_by: proposal.proposedBy, answer: given, answered_by: by, answered_at: ctx.now }).execute()
  await record(ctx, events[given], proposal.aboutPerson, { proposalId: id, act: proposal.act })
  return done({ ...proposal, answer: { answer: given, by, at: ctx.now } } satisfies Proposal)
}
