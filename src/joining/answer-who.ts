import { record } from '#journal/record.ts'
import { findNewest } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import type { Answers, ForWhom } from './answers.ts'
import { keep } from './keep.ts'
import type { Draft } from './queries.ts'
import { reached } from './reached.ts'

/**
 * Keeps for whom somebody joins. What was told of somebody who no longer joins is forgotten: the children, or the signer's own use of the
 * product. `sentence` is the choice as it stood on the page; only for children it is kept, for the statement on the first form may speak
 * of own use. Refused: `takes-part-already` (only for a child then), `already-submitted`.
 */
export async function answerWho(ctx: Ctx, draft: Draft, who: ForWhom, sentence: string) {
  if (draft.submittedAt) return refused('already-submitted')
  const newest = who === 'children' ? undefined : await findNewest(ctx, draft.personId, draft.claim)
  if (newest && !newest.end) return refused('takes-part-already')
  const { onlyChildren: _, ...before } = draft.answers
  const { children: __, declared: ___, ...alone } = before
  const answers: Answers = who === 'self' ? alone : before
  const { usage: ____, ...person } = answers.details ?? {}
  const details = who === 'children' && answers.details ? { details: person as NonNullable<Answers['details']> } : {}
  await record(ctx, 'joining.chose', draft.personId, { who, ...reached(draft, 'who') })
  return done(await keep(ctx, { ...draft, answers }, 'who', {
    who, ...details, ...(who === 'children' && { onlyChildren: { sentence, at: ctx.now.toISOString() } }),
  }))
}
