import { randomUUID } from 'node:crypto'
import { oweOnce } from '#fees/set-aside.ts'
import { listRepresentations } from '#guardians/representations.ts'
import { listSuspensions } from '#guardians/suspensions.ts'
import { record } from '#journal/record.ts'
import { propose } from '#organisers/propose.ts'
import { listProposals, type Proposal } from '#organisers/proposals.ts'
import { isAdultOn, legalZone } from '#participants/age.ts'
import { lockPersons } from '#participants/lock.ts'
import { listMerged } from '#participants/merged.ts'
import { listPersons } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { relist } from '#search/relist.ts'
import { ordered } from './look.ts'
import { closePair, reopenPair } from './pairs.ts'
import { findStanding, listMerges, listOneHuman } from './merges.ts'
import { tellOfMerge } from './tell.ts'

/** Who counts under whom: `personId` goes on under `intoId`. */
export interface Merging { personId: string; intoId: string }

const mergingOf = ({ subject }: Proposal): Merging => ({ personId: String(subject['personId']), intoId: String(subject['intoId']) })

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

/**
 * Whether two persons may be made one. Refused: `merge-erased` where one was erased or asked to be, `merge-suspended` while it is disputed
 * whose sign-up one is or who acts for a child, `merge-family` where one acts or acted for the other, `merge-child-and-adult`,
 * `merged-already` where one of them counts under somebody else.
 */
export async function mayMerge(ctx: Pick<Ctx, 'db' | 'vault' | 'now'>, { personId, intoId }: Merging) {
  const two = [personId, intoId]
  const persons = await listPersons(ctx, two)
  const erased = await ctx.db.selectFrom('erasure_request').select('person_id').where('person_id', 'in', two).execute()
  if (personId === intoId || persons.length < 2 || erased.length) return refused('merge-erased')
  const suspended = (await listSuspensions(ctx, two)).some(({ reason }) => reason === 'identity-disputed' || reason === 'custody-objection')
  if (suspended) return refused('merge-suspended')
  const family = await listRepresentations(ctx, two)
  if (family.some((each) => two.includes(each.representativeId))) return refused('merge-family')
  const today = dayIn(legalZone, ctx.now)
  const [one, other] = persons.map(({ birthDate }) => isAdultOn(birthDate, today))
  if (one !== other) return refused('merge-child-and-adult')
  if ((await findStanding(ctx, personId)) || (await findStanding(ctx, intoId))) return refused('merged-already')
  return done()
}

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
  await ctx.db.insertInto('person_merge').values({ person_id: personId, id, into_id: intoId, proposal_id: proposal.id, merged_at: ctx.now }).execute()
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

/** Whether a merge of these two, in either direction, stands. */
export const isMerged = async (reader: Pick<Ctx, 'db'>, [one, other]: readonly [string, string]): Promise<Merging | undefined> =>
  (await listMerges(reader, [one])).find((merge) => !merge.undone && [merge.personId, merge.intoId].includes(other))
