import * as z from 'zod'
import { agreementHead } from '#claims/bundle.ts'
import { record } from '#journal/record.ts'
import { actingOrganiser } from '#organisers/acting.ts'
import { propose } from '#organisers/four-eyes/propose.ts'
import { listProposals, type Proposal } from '#organisers/four-eyes/proposals.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { carryAlong, holdContent, putOut } from '#publishing/put-out.ts'
import { findFeeChange } from './fee-change.ts'

/** The largest registration fee that can be set here, in cents: more is a slip of the pen. */
export const largestFee = 50_000

const subjectOf = z.object({ from: z.int(), to: z.int().min(0).max(largestFee), version: agreementHead.shape.version, part: z.hex() })
export type FeeSubject = z.infer<typeof subjectOf>

/** The subject of a proposal to change the fee; undefined where the proposal is another. */
export const readFeeSubject = ({ act, subject }: Pick<Proposal, 'act' | 'subject'>): FeeSubject | undefined =>
  (act === 'fee' ? subjectOf.safeParse(subject).data : undefined)

/** Proposals of another fee that wait for approval. */
export const listFeeProposals = (ctx: Pick<Ctx, 'db' | 'vault' | 'now'>): Promise<Proposal[]> =>
  listProposals(ctx, { waiting: true, acts: ['fee'], limit: 20 })

/**
 * Proposes another registration fee, in cents, for the foundation and every claim at once (MO-09, SE-03). `seen` is the `id` of the change
 * that was looked at. Refuses the same fee, one above € 500, one that makes published texts wrong, and what waits already. Answers the id
 * of the proposal.
 */
export async function proposeFee(ctx: Ctx, { to, seen, note }: { to: number; seen: string; note?: string | undefined }) {
  if (!Number.isSafeInteger(to) || to < 0 || to > largestFee) return refused('fee-too-large')
  await holdContent(ctx, 'organisation')
  const change = await findFeeChange(ctx, { to })
  if (!change) return refused('no-fee-stated')
  if (change.from === to) return refused('fee-is-the-same')
  if (change.findings.length) return refused('fee-spoils-texts')
  if (change.id !== seen) return refused('content-moved-on')
  if ((await listFeeProposals(ctx)).some((proposal) => readFeeSubject(proposal)?.part === seen)) return refused('proposed-already')
  const subject: FeeSubject = { from: change.from, to, version: change.version, part: seen }
  return propose(ctx, { act: 'fee', subject, ...(note && { note }) })
}

/**
 * Publishes the foundation and every claim with the fee that was approved, in one transaction; drafts follow where they did not change the
 * same place. What somebody owes already stays as it was agreed. Refused: `proposal-outdated` where the amounts or the words of an
 * agreement would not be those of the proposal any more.
 */
export async function carryOutFee(ctx: Ctx, proposal: Proposal) {
  const by = actingOrganiser(ctx)
  const subject = readFeeSubject(proposal)
  if (!subject) return refused('proposal-outdated')
  await holdContent(ctx, 'organisation')
  const change = await findFeeChange(ctx, subject)
  if (!change || change.id !== subject.part) return refused('proposal-outdated')
  if (change.findings.length) return refused('fee-spoils-texts')
  for (const { slug } of change.bundles) await holdContent(ctx, slug)
  for (const { slug, after, version, files } of change.bundles) {
    const published = await putOut(ctx, after, by)
    if (!published.ok) return published
    await carryAlong(ctx, slug, { version, files })
  }
  const { from, to } = change
  await record(ctx, 'publishing.fee-changed', null, { from, to, claims: change.bundles.length - 1, proposalId: proposal.id })
  return done({ from, to })
}
