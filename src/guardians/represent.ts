import type { Ctx } from '#platform/ctx.ts'
import { record } from '#journal/record.ts'
import { lift } from './lift.ts'

export interface Declaration {
  relation: 'parent' | 'guardian'
  authority: 'joint' | 'sole' | 'guardianship'
  /** The sentence that was ticked, as it stood on the page (MI-02, SG-07). */
  sentence: string
  at: string
  otherParent?: { name: string; email?: string | undefined } | undefined
}

/** Writes down who acts for a child, by that person's own declaration; a repetition for a second claim changes nothing (MI-02). */
export async function represent(ctx: Ctx, personId: string, representativeId: string,
  { relation, authority, ...declaration }: Declaration): Promise<void> {
  const safe = await ctx.vault.open(ctx.db, personId)
  const written = await ctx.db.insertInto('representation').values({
    person_id: personId, representative_id: representativeId, relation, authority,
    declaration: safe.seal('representation.declaration', JSON.stringify(declaration)), declared_at: ctx.now,
  }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  if (!written.numInsertedOrUpdatedRows) return
  await record(ctx, 'guardians.declared', personId, { representativeId, relation, authority })
  await lift(ctx, personId, ['nobody-represents'], 'represented-again')
}
