import { randomUUID } from 'node:crypto'
import { oweOnce } from '#fees/set-aside.ts'
import { record } from '#journal/record.ts'
import type { Proposal } from '#organisers/four-eyes/proposals.ts'
import { lockPersons } from '#participants/lock.ts'
import { listMerged } from '#participants/merged.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { relist } from '#search/relist.ts'
import { ordered } from '#duplicates/look.ts'
import { closePair, reopenPair } from '#duplicates/pairs.ts'
import { mayMerge, mergingOf } from './may-merge.ts'
import { findStanding, listOneHuman } from './merges.ts'
import { tellOfMerge } from './tell.ts'

/**
 * Carries out an approved merge: a row, and nothing else of either file is touched or moved. From now on the one reads as merged where both
 * take part in the same claim, one registration fee stands (MO-09), and each account reaches exactly what it reached before. Refused as
 * `mayMerge`, looked at again now.
 */
export async function carryOutMerge(ctx: Ctx, proposal: Proposal, origin: string) {
  const merging = mergingOf(proposal)
  const { personId, intoId } = merging
  await lockMerges(ctx, [personId, intoId])
  const may = await mayMerge(ctx, merging)
  if (!may.ok) return may
  const id = randomUUID()
  await ctx.db.insertInto('person_merge')
    .values({ person_id: personId, id, into_id: intoId, proposal_id: proposal.id, merged_at: ctx.now }).execute()
  await closePair(ctx, ordered(personId, intoId))
  await oweOnce(ctx, await listOneHuman(ctx, personId))
  const claims = (await listMerged(ctx, [personId])).map(({ claim }) => claim)
  await record(ctx, 'duplicates.merged', personId, { mergeId: id, intoId, proposalId: proposal.id, claims: claims.join(' ') })
  await relist(ctx, [personId, intoId])
  await tellOfMerge(ctx, 'merged', { ...merging, mergeId: id, origin, claims })
  return done()
}

/** Carries out an approved undoing: both read again as they did, and the fee that was set aside is owed again. Refused: `merge-undone`. */
export async function carryOutUnmerge(ctx: Ctx, proposal: Proposal, origin: string) {
  const { personId, intoId } = mergingOf(proposal)
  await lockMerges(ctx, [personId, intoId])
  const standing = await findStanding(ctx, personId)
  if (!standing || standing.id !== proposal.subject['mergeId']) return refused('merge-undone')
  const claims = (await listMerged(ctx, [personId])).map(({ claim }) => claim)
  await ctx.db.insertInto('person_merge_undo')
    .values({ person_id: personId, merge_id: standing.id, proposal_id: proposal.id, undone_at: ctx.now }).execute()
  for (const one of [personId, intoId]) await oweOnce(ctx, await listOneHuman(ctx, one))
  await reopenPair(ctx, ordered(personId, intoId))
  await record(ctx, 'duplicates.unmerged', personId, { mergeId: standing.id, intoId, proposalId: proposal.id, claims: claims.join(' ') })
  await relist(ctx, [personId, intoId])
  await tellOfMerge(ctx, 'unmerged', { personId, intoId, mergeId: standing.id, origin, claims })
  return done()
}

/** Holds everybody who is one with either of two, so that two merges at once stand in line and none makes a ring. */
async function lockMerges(ctx: Ctx, two: readonly string[]): Promise<void> {
  const all = await Promise.all(two.map((id) => listOneHuman(ctx, id)))
  await lockPersons(ctx, [...new Set([...all.flat(), ...two])].sort())
}
