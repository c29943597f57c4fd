import { sql } from 'kysely'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { actingOrganiser } from '#organisers/acting.ts'
import { lockOrganisers } from '#organisers/administrators.ts'
import { findProposal, type Proposal } from './proposals.ts'
import { listOrganisers } from '#organisers/queries.ts'
import { fourEyes, mayDo } from '#organisers/roles.ts'

type Answer = 'approved' | 'declined' | 'withdrawn'
const events = { approved: 'organisers.approved', declined: 'organisers.declined', withdrawn: 'organisers.withdrawn' } as const

/**
 * Approves what somebody else proposed; the caller carries it out in the same transaction. Both must be at the desk and in a role for it at
 * this moment: a hand that was taken away since is none (SE-03). Refused: `own-proposal` (the database refuses it too), `proposer-may-not`
 * where who proposed is suspended or has no role for it now, `not-your-role`, `proposal-answered`, `proposal-over` after 30 days,
 * `no-proposal`.
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
  const missing = given === 'approved' && (await missingHand(ctx, proposal, by))
  if (missing) return refused(missing)
  await ctx.db.insertInto('proposal_answer')
    .values({ proposal_id: id, proposed_by: proposal.proposedBy, answer: given, answered_by: by, answered_at: ctx.now }).execute()
  await record(ctx, events[given], proposal.aboutPerson, { proposalId: id, act: proposal.act })
  return done({ ...proposal, answer: { answer: given, by, at: ctx.now } } satisfies Proposal)
}

/** Whose hand is missing for this act now. Nobody is suspended and no role is changed until the end of the transaction. */
async function missingHand(ctx: Ctx, { act, proposedBy }: Proposal, by: string) {
  await lockOrganisers(ctx, [proposedBy, by])
  const hands = await listOrganisers(ctx, [proposedBy, by])
  const may = (id: string, what: 'propose' | 'approve') =>
    hands.some(({ personId, roles, suspended }) => personId === id && !suspended && mayDo(roles, fourEyes[act][what]))
  if (!may(proposedBy, 'propose')) return 'proposer-may-not' as const
  return may(by, 'approve') ? undefined : ('not-your-role' as const)
}
