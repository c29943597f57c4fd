import type { Ctx } from '#platform/ctx.ts'
import { refused } from '#platform/outcome.ts'
import type { ForEach } from './answers.ts'
import type { Phone } from './phone-link.ts'
import { sign } from './sign.ts'

/**
 * The phone signs for the computer, once; the evidence tells that it was opened by a link from there (SG-04). Refused: as `sign`, and
 * `phone-link-used` after it signed.
 */
export async function signOnPhone(ctx: Ctx, { draft, openedAt }: Phone, signature: Omit<Parameters<typeof sign>[2], 'onPhone'> & ForEach) {
  // Read again, because the draft is locked only now: a second tap waited for the first and sees what it wrote.
  const link = await ctx.db.selectFrom('signing_link').select(['opened_at', 'signed_at']).where('person_id', '=', draft.personId)
    .where('claim', '=', draft.claim).executeTakeFirst()
  if (!link || link.signed_at || link.opened_at?.getTime() !== openedAt.getTime()) return refused('phone-link-used')
  const signed = await sign(ctx, draft, { ...signature, onPhone: { linkOpenedAt: openedAt.toISOString() } })
  if (signed.ok) await ctx.db.updateTable('signing_link').set({ signed_at: ctx.now }).where('person_id', '=', draft.personId)
    .where('claim', '=', draft.claim).execute()
  return signed
}
