import type { Ctx } from '#platform/ctx.ts'
import type { Screen } from '#mandates/signing-record.ts'
import type { Answers } from './answers.ts'
import type { Draft } from './queries.ts'

/** Seals the answers of a draft anew, with the screen that was answered, and hands the draft back as it now stands. */
export async function keep(ctx: Ctx, draft: Draft, screen: Screen, change: Partial<Answers>): Promise<Draft> {
  const answers: Answers = { ...draft.answers, ...change,
    screens: [...draft.answers.screens, { screen, at: ctx.now.toISOString() }].slice(-200) }
  const safe = await ctx.vault.open(ctx.db, draft.personId)
  await ctx.db.updateTable('draft').set({ answers: safe.seal('draft.answers', JSON.stringify(answers)), changed_at: ctx.now })
    .where('person_id', '=', draft.personId).where('claim', '=', draft.claim).execute()
  return { ...draft, answers }
}
