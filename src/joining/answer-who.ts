import { findNewest } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import type { Answers, ForWhom } from './answers.ts'
import { keep } from './keep.ts'
import type { Draft } from './queries.ts'

/**
 * Keeps for whom somebody joins. What was told of somebody who no longer joins is forgotten: the children, or the signer's own use of the
 * product. Refused: `takes-part-already` (only for a
 * child then), `already-submitted`.
 */
export async function answerWho(ctx: Ctx, draft: Draft, who: ForWhom) {
  if (draft.submittedAt) return refused('already-submitted')
  const newest = who === 'children' ? undefined : await findNewest(ctx, draft.personId, draft.claim)
  if (newest && !newest.end) return refused('takes-part-already')
  const { children: _, declared: __, ...rest } = draft.answers
  const answers: Answers = who === 'self' ? rest : draft.answers
  const { usage: ___, ...person } = answers.details ?? {}
  const details = who === 'children' && answers.details ? { details: person as NonNullable<Answers['details']> } : {}
  return done(await keep(ctx, { ...draft, answers }, 'who', { who, ...details }))
}
