import type { Ctx } from '#platform/ctx.ts'

/**
 * What a person began and did not submit goes with the person to a new address: the old one no longer finds it, and it is joined with the
 * new.
 */
export async function followAddress(ctx: Ctx, personId: string, email: string): Promise<void> {
  const rows = await ctx.db.selectFrom('draft').select(['claim', 'answers']).where('person_id', '=', personId).forUpdate().execute()
  if (!rows.length) return
  const safe = await ctx.vault.open(ctx.db, personId)
  for (const { claim, answers } of rows) {
    const moved = { ...JSON.parse(safe.text('draft.answers', answers)) as object, email }
    await ctx.db.updateTable('draft')
      .set({ email_index: ctx.vault.index('email', email), answers: safe.seal('draft.answers', JSON.stringify(moved)) })
      .where('person_id', '=', personId).where('claim', '=', claim).execute()
  }
}
