import { sql } from 'kysely'
import type { ClaimContent } from '#claims/queries.ts'
import { listRepresentedFrom } from '#guardians/representations.ts'
import { record } from '#journal/record.ts'
import { isAdultOn } from '#participants/age.ts'
import { lockPersons } from '#participants/lock.ts'
import { isExcluded } from '#participants/hindrances.ts'
import { findNewest } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { textsInForce } from '#joining/agree.ts'
import { admitAll, type Complete, type Joined, type Shown } from './admit-all.ts'
import type { Answers } from '#joining/answers.ts'
import { whyNotAgain } from '#joining/children/known-child.ts'
import { forgetPhoneLink } from '#joining/phone-link.ts'
import { priceOf } from './price.ts'
import type { Draft } from '#joining/queries.ts'
import { renewForChildren } from './renew-for-children.ts'
import { renewMandate } from './renew-mandate.ts'
import { forChildren, forSelf, nextStep } from '#joining/steps.ts'

/**
 * The binding act: admits the people, ties each to the claim, grants one mandate per person (MI-06), owes or waives the fee and queues the
 * sealing, all in one transaction. A draft to renew grants a new mandate for a participation that lives (SG-06). A second submit of the
 * same draft is `already-submitted` and changes nothing. Refused also: `answers-missing`, `text-changed`, `takes-part-already`,
 * `takes-no-part` (nothing to renew any more), `excluded` by the desk, `child-is-adult` (came of age since), `child-takes-part`,
 * `child-suspended`.
 */
export async function submit(ctx: Ctx, draft: Draft, claim: ClaimContent, shown: Shown) {
  if (draft.submittedAt) return refused('already-submitted')
  if (nextStep(draft.answers) !== 'check' || !draft.answers.code) return refused('answers-missing')
  if (!(await textsInForce(ctx, draft))) return refused('text-changed')
  await oneAtATime(ctx, draft)
  await lockPersons(ctx, [draft.personId, ...(forChildren(draft.answers) ? await listRepresentedFrom(ctx, draft.emailIndex) : [])])
  const newest = await findNewest(ctx, draft.personId, draft.claim)
  const lives = newest !== undefined && !newest.end
  if (draft.purpose === 'join' && lives && forSelf(draft.answers)) return refused('takes-part-already')
  if (draft.purpose === 'renew' && forSelf(draft.answers) && (!lives || forChildren(draft.answers))) return refused('takes-no-part')
  if (forSelf(draft.answers) && (await isExcluded(ctx, draft.personId, draft.claim))) return refused('excluded')
  const complete = { ...draft, answers: draft.answers as Complete }
  if (draft.purpose === 'renew' && forChildren(draft.answers)) {
    const renewed = await renewForChildren(ctx, complete, claim, shown)
    return renewed.ok ? end(ctx, draft, renewed.value) : renewed
  }
  const wrong = await whyNoChild(ctx, draft, dayIn(claim.facts.timeZone, ctx.now))
  if (wrong) return refused(wrong)
  const joined = draft.purpose !== 'join' && lives
    ? [await renewMandate(ctx, complete, claim, newest, shown)]
    : await admitAll(ctx, complete, claim, await priceOf(ctx, draft, claim.facts.money), shown)
  return end(ctx, draft, joined)
}

async function end(ctx: Ctx, draft: Draft, joined: readonly Joined[]) {
  await forgetAnswers(ctx, draft, joined.map(({ personId }) => personId))
  await record(ctx, 'joining.submitted', draft.personId, { claim: draft.claim, purpose: draft.purpose })
  return done({ reference: joined[0]!.reference })
}

/** What became of a child while the pages were open. */
async function whyNoChild(ctx: Ctx, draft: Draft, today: string) {
  for (const child of forChildren(draft.answers) ? draft.answers.children! : []) {
    if (isAdultOn(child.birthDate, today)) return 'child-is-adult' as const
    const wrong = await whyNotAgain(ctx, draft, child)
    if (wrong) return wrong
  }
  return undefined
}

/**
 * Holds other submissions of this address until the end of the transaction: of two in the same second both would find no fee yet and owe it
 * (MO-09).
 */
const oneAtATime = ({ db }: Ctx, { emailIndex }: Draft) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`submit:${emailIndex.toString('hex')}`}, 0))`.execute(db)

async function forgetAnswers(ctx: Ctx, draft: Draft, joined: string[]) {
  const safe = await ctx.vault.open(ctx.db, draft.personId)
  const { email, statement } = draft.answers
  const rest: Answers = { name: '', email, statement, screens: [], joined }
  await ctx.db.updateTable('draft')
    .set({ submitted_at: ctx.now, changed_at: ctx.now, answers: safe.seal('draft.answers', JSON.stringify(rest)) })
    .where('person_id', '=', draft.personId).where('claim', '=', draft.claim).execute()
  await forgetPhoneLink(ctx, draft.personId, draft.claim)
}
