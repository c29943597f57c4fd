import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { keep } from '#joining/keep.ts'
import type { Draft } from '#joining/queries.ts'
import { reached } from '#joining/reached.ts'

/**
 * Keeps the declaration of authority as it stood on the page: a statement for each child in their order, and the ticked sentence (MI-02,
 * SG-07). Refused: `answers-missing` where a child has no statement, `already-submitted`.
 */
export async function declareAuthority(ctx: Ctx, draft: Draft, { statements, sentence }: { statements: string[]; sentence: string }) {
  if (draft.submittedAt) return refused('already-submitted')
  const children = draft.answers.children ?? []
  if (!children.length || statements.length !== children.length) return refused('answers-missing')
  await record(ctx, 'joining.declared', draft.personId, { children: children.length, ...reached(draft, 'children') })
  return done(await keep(ctx, draft, 'children', { declared: { statements, sentence, at: ctx.now.toISOString() } }))
}
