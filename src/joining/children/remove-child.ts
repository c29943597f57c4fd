import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { keep } from '#joining/keep.ts'
import type { Draft } from '#joining/queries.ts'

/** Forgets the child at place `at` (from 0) of a draft; the declaration is asked again. Refused: `answers-missing`, `already-submitted`. */
export async function removeChild(ctx: Ctx, draft: Draft, at: number) {
  const { children = [], declared: _, ...rest } = draft.answers
  if (draft.submittedAt) return refused('already-submitted')
  if (!children[at]) return refused('answers-missing')
  return done(await keep(ctx, { ...draft, answers: rest }, 'children', { children: children.toSpliced(at, 1) }))
}
