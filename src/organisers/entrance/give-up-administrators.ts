import { endDeskSessions } from '#identity/desk-sessions.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { activeAdministrators, lockAdministrators, lockOrganiser } from '#organisers/administrators.ts'
import { removeAll } from '#organisers/reset-passkey.ts'

/**
 * For the operator, when nobody who administers the desk can get in any more: takes every administrator's passkeys and sessions, so that
 * none is left and a first link can be made. They keep their role, and get in again when another administrator invites them anew. Answers
 * how many there were.
 */
export async function giveUpAdministrators(ctx: Ctx): Promise<number> {
  await lockAdministrators(ctx)
  const lost = await activeAdministrators(ctx)
  for (const personId of lost) {
    await lockOrganiser(ctx, personId)
    await removeAll(ctx, personId)
    await endDeskSessions(ctx, personId, 'all')
    await ctx.db.updateTable('organiser').set({ expires_at: ctx.now }).where('person_id', '=', personId).execute()
    await record(ctx, 'organisers.given-up', personId)
  }
  return lost.length
}
