import { propose } from '#organisers/four-eyes/propose.ts'
import { listProposals, type Proposal } from '#organisers/four-eyes/proposals.ts'
import type { Ctx } from '#platform/ctx.ts'
import { refused } from '#platform/outcome.ts'
import { mayMerge, mergingOf, type Merging } from './may-merge.ts'
import { findStanding } from './merges.ts'

/**
 * Proposes that one person counts under another from now on (AD-03); somebody else has to approve it. Answers the id of the proposal.
 * Refused: what `mayMerge` refuses, and `merge-proposed` while one about these two waits.
 */
export async function proposeMerge(ctx: Ctx, merging: Merging) {
  const may = await mayMerge(ctx, merging)
  if (!may.ok) return may
  if (await waits(ctx, 'merge', [merging.personId, merging.intoId])) return refused('merge-proposed')
  return propose(ctx, { act: 'merge', subject: { ...merging }, aboutPerson: merging.personId })
}

/** Proposes to undo a merge. Refused: `merge-undone` where it does not stand, `merge-proposed` while that waits already. */
export async function proposeUnmerge(ctx: Ctx, { personId, intoId }: Merging) {
  const standing = await findStanding(ctx, personId)
  if (standing?.intoId !== intoId) return refused('merge-undone')
  if (await waits(ctx, 'unmerge', [personId, intoId])) return refused('merge-proposed')
  return propose(ctx, { act: 'unmerge', subject: { personId, intoId, mergeId: standing.id }, aboutPerson: personId })
}

/** The proposal about two persons that waits for its second pair of eyes. */
export async function findWaiting(ctx: Pick<Ctx, 'db' | 'vault' | 'now'>, two: readonly [string, string]): Promise<Proposal | undefined> {
  const about = await Promise.all(two.map((aboutPerson) => listProposals(ctx, { waiting: true, acts: ['merge', 'unmerge'], aboutPerson })))
  return about.flat().find((proposal) => two.includes(mergingOf(proposal).personId) && two.includes(mergingOf(proposal).intoId))
}

const waits = async (ctx: Ctx, act: Proposal['act'], two: [string, string]) => (await findWaiting(ctx, two))?.act === act
