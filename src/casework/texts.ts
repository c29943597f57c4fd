import type { Ctx } from '#platform/ctx.ts'

/** To what kind of row a text belongs. */
export type TextAbout = 'opening' | 'note' | 'strike' | 'task' | 'decision' | 'undo' | 'notice' | 'answer' | 'extension' | 'review'
  | 'review-answer'

/** The longest text of a case, in characters. */
export const longestText = 4000

/** Keeps what was written freely beside a row of a case, sealed under the person it is about; nothing where nothing was written. */
export async function keepText(ctx: Ctx, personId: string, { id, about,
  text }: { id: string; about: TextAbout; text: string | undefined }): Promise<void> {
  const written = text?.trim()
  if (!written) return
  const safe = await ctx.vault.open(ctx.db, personId)
  await ctx.db.insertInto('case_text')
    .values({ person_id: personId, id, about, text: safe.seal('case_text.text', written.slice(0, longestText)),
      written_at: ctx.now }).execute()
}

/** All texts of a person's case, by `about` and id. For who stated a reason to read them, and for the person; nobody else. */
export async function listTexts({ db, vault }: Pick<Ctx, 'db' | 'vault'>, personId: string): Promise<(about: TextAbout,
  id: string) => string | undefined> {
  const rows = await db.selectFrom('case_text').select(['id', 'about', 'text']).where('person_id', '=', personId).execute()
  const safe = rows.length ? await vault.find(db, personId) : undefined
  return (about, id) => {
    const row = rows.find((each) => each.about === about && each.id === id)
    return row && safe?.text('case_text.text', row.text)
  }
}
