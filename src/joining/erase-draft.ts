import { forgetProofs } from '#identity/forget.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { forgetMails } from '#platform/mail/forget.ts'
import { forgetPhoneLink } from './phone-link.ts'

/** Why an unfinished joining is erased: nobody finished it, its person asked, or the holder of the address did not begin it. */
export type ErasedBecause = 'joining-unfinished' | 'on-request' | 'not-me'

const isAdmitted = async ({ db }: Pick<Ctx, 'db'>, personId: string) =>
  (await db.selectFrom('participant').select('person_id').where('person_id', '=', personId).executeTakeFirst()) !== undefined

/**
 * Erases what was begun and not finished, with its mails: the key goes, and nothing of it can be read again (SE-07). Of who takes part
 * already only what was begun here goes. Answers whether there was something.
 */
export async function eraseDraft(ctx: Ctx, personId: string, claim: string, because: ErasedBecause): Promise<boolean> {
  const draft = await ctx.db.deleteFrom('draft').where('person_id', '=', personId).where('claim', '=', claim)
    .where('submitted_at', 'is', null).executeTakeFirst()
  if (!draft.numDeletedRows) return false
  await forgetPhoneLink(ctx, personId, claim)
  if (await isAdmitted(ctx, personId)) return true
  await forgetProofs(ctx, personId)
  await forgetMails(ctx.db, personId)
  await ctx.vault.erase(ctx.db, personId, because, ctx.now)
  await record(ctx, 'joining.erased', personId, { because, claim })
  return true
}

/** Forgets every joining of a person who is erased, finished or not. */
export async function forgetDrafts(ctx: Ctx, personId: string): Promise<void> {
  for (const { claim } of await ctx.db.deleteFrom('draft').where('person_id', '=', personId).returning('claim')
    .execute()) await forgetPhoneLink(ctx, personId, claim)
}
