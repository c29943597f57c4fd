import { getContent } from '#claims/queries.ts'
import { isExcluded } from '#participants/hindrances.ts'
import { lockPersons } from '#participants/lock.ts'
import { findNewest } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { keepDecision } from './decisions.ts'
import { followReview } from './follow-review.ts'
import { decisionMail } from '#casework/emails.ts'
import { organiserOf } from '#casework/open-record.ts'
import type { ExcludeReason } from '#casework/reasons.ts'
import { tell } from '#casework/tell.ts'

/**
 * Excludes somebody from a claim (9.2, AD-05): nothing is done in their name there, and nothing asked; the agreement is not ended, they may
 * leave, and the decision may be taken back. Told in plain words with the way to have it looked at again (AD-04: no silent rejection).
 * Refused: `takes-no-part`, `excluded-already`.
 */
export async function exclude(ctx: Ctx, personId: string,
  { claim, reason, explanation, origin }: { claim: string; reason: ExcludeReason; explanation: string; origin: string }) {
  organiserOf(ctx)
  await lockPersons(ctx, [personId])
  const newest = await findNewest(ctx, personId, claim)
  if (!newest || newest.end) return refused('takes-no-part')
  if (await isExcluded(ctx, personId, claim)) return refused('excluded-already')
  const decisionId = await keepDecision(ctx, personId, { kind: 'exclude', reason, explanation, claim })
  await followReview(ctx, personId)
  await tell(ctx, personId, { once: `decision:${decisionId}`, kind: 'decision-exclude', message: async (to) => {
    const { facts } = await getContent(ctx.db, claim, to.reader.language)
    const told = { kind: 'exclude', reason, claim: facts.name[to.reader.language] } as const
    return decisionMail(told, { ...to, origin, at: ctx.now, explanation })
  } })
  return done({ decisionId })
}
