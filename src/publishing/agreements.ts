import * as z from 'zod'
import { lockDraft, putFile } from '#drafting/draft.ts'
import { findDraftBundle } from '#drafting/draft-bundle.ts'
import { agreementKinds, type AgreementKind } from '#claims/bundle.ts'
import { isAgreement } from '#claims/text-file.ts'
import { dayIn } from '#platform/clock.ts'
import { record } from '#journal/record.ts'
import { actingOrganiser } from '#organisers/acting.ts'
import { propose } from '#organisers/four-eyes/propose.ts'
import { listProposals, type Proposal } from '#organisers/four-eyes/proposals.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { zone } from '#publishing/plans/due.ts'
import { endPlan } from '#publishing/plans/end-plan.ts'
import { findWaitingPlan } from '#publishing/plans/plans.ts'
import { holdContent, keepRest, putOut } from './put-out.ts'
import { findStanding, type ByTwo, type Obstacle } from './standing.ts'

/**
 * What is proposed: exactly these agreements and terms, whatever else the draft holds. `part` names them; `whole` says that the rest of the
 * draft is published with them.
 */
const subjectOf = z.object({
  slug: z.string(), part: z.hex(), whole: z.boolean(), basedOn: z.int(), agreements: z.array(z.string()), terms: z.int(),
})
export type AgreementsSubject = z.infer<typeof subjectOf>

/** The subject of a proposal to publish agreements; undefined where the proposal is another. */
export const readSubject = ({ act, subject }: Pick<Proposal, 'act' | 'subject'>): AgreementsSubject | undefined =>
  (act === 'agreements' ? subjectOf.safeParse(subject).data : undefined)

/** The proposal that waits for exactly these agreements and terms of a claim (`id` of `ByTwo`). */
export async function findWaitingProposal(ctx: Pick<Ctx, 'db' | 'vault' | 'now'>, slug: string, id: string): Promise<Proposal | undefined> {
  const waiting = await listProposals(ctx, { waiting: true, acts: ['agreements'], limit: 500 })
  return waiting.find((proposal) => {
    const subject = readSubject(proposal)
    return subject?.slug === slug && subject.part === id
  })
}

/** What keeps agreements from being published even by two; that they change nothing cannot be. */
const inTheWay = ({ obstacles }: ByTwo): Obstacle | undefined => obstacles.find((one) => one !== 'nothing-changed')

/**
 * Proposes to publish the agreements and terms that a draft holds (SE-03, four eyes), and nothing else of it; `seen` is the `id` of what
 * was looked at. Refuses what is not in order, a draft without any, and what waits for approval already. Answers the id of the proposal.
 */
export async function proposeAgreements(ctx: Ctx, slug: string, { seen, note }: { seen: string; note?: string | undefined }) {
  await holdContent(ctx, slug)
  const standing = await findStanding(ctx.db, slug)
  if (!standing) return refused('no-draft')
  const { byTwo, newest } = standing
  if (!byTwo?.bundle) return refused(standing.obstacles.find((one) => one !== 'nothing-changed') ?? 'no-new-agreements')
  const obstacle = inTheWay(byTwo)
  if (obstacle) return refused(obstacle)
  if (byTwo.id !== seen) return refused('draft-changed-meanwhile')
  if (await findWaitingProposal(ctx, slug, seen)) return refused('proposed-already')
  const subject: AgreementsSubject = {
    slug, part: seen, whole: byTwo.whole, basedOn: newest?.version ?? 0, terms: byTwo.terms.length,
    agreements: byTwo.agreements.map(({ kind, version, language, sha256 }) => `${kind}@${version}/${language} ${sha256}`),
  }
  return propose(ctx, { act: 'agreements', subject, ...(note && { note }) })
}

/**
 * Publishes exactly the agreements and terms that were approved, in the name of who approved them; the rest of the draft stays one. What
 * was written or published beside them since does not matter. Refused: `proposal-outdated` where they are not those of the proposal any
 * more.
 */
export async function carryOutAgreements(ctx: Ctx, proposal: Proposal) {
  const by = actingOrganiser(ctx)
  const subject = readSubject(proposal)
  if (!subject) return refused('proposal-outdated')
  const { slug } = subject
  await holdContent(ctx, slug)
  const byTwo = (await findStanding(ctx.db, slug))?.byTwo
  if (!byTwo?.bundle || byTwo.id !== subject.part) return refused('proposal-outdated')
  const obstacle = inTheWay(byTwo)
  if (obstacle) return refused(obstacle)
  const published = await putOut(ctx, byTwo.bundle, by)
  if (!published.ok) return published
  const plan = await findWaitingPlan(ctx.db, slug)
  if (plan) await endPlan(ctx, plan, { outcome: 'cancelled' })
  await keepRest(ctx, slug)
  await record(ctx, 'publishing.agreements-published', null, { slug, version: published.value.version, proposalId: proposal.id })
  return done({ version: published.value.version })
}

/**
 * Gives an agreement in the draft a fresh version, the same in every language, so that it can be worked on: the day, and a number where
 * that day has one already. A published version itself never changes (SG-06).
 */
export async function newAgreementVersion(ctx: Ctx, slug: string, kind: string) {
  const known = agreementKinds.find((one): one is AgreementKind => one === kind)
  if (!known) return refused('no-such-text')
  await lockDraft(ctx, slug)
  const draft = await findDraftBundle(ctx.db, slug)
  if (!draft) return refused('no-draft')
  const texts = draft.bundle?.texts.filter(({ name }) => isAgreement(name) && name === `agreements/${known}`) ?? []
  if (!texts.length) return refused('no-such-text')
  const rows = await ctx.db.selectFrom('agreement_text').select('version').where('slug', '=', slug).where('kind', '=', known).execute()
  const taken = new Set(rows.map(({ version }) => version))
  const day = dayIn(zone, ctx.now)
  const version = [day, ...Array.from({ length: 99 }, (_, at) => `${day}.${at + 2}`)].find((one) => !taken.has(one)) ?? day
  for (const { path, raw } of texts) await putFile(ctx, slug, path, raw.replace(/^version:.*$/m, `version: '${version}'`))
  return done({ version })
}
