import { listPasskeys } from '#identity/passkeys.ts'
import type { Session } from '#identity/sessions.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { actingAs } from '#organisers/acting.ts'
import { activeAdministrators, lockAdministrators, lockOrganiser } from '#organisers/administrators.ts'
import type { Sending } from '#organisers/emails.ts'
import { enterOrganiser, giveRoles } from '#organisers/enter-organiser.ts'
import { renewInvitation } from '#organisers/invitations.ts'
import { tellWatchers } from '#organisers/notices.ts'
import { getOrganiser } from '#organisers/queries.ts'

/**
 * The code of the first link came back: its holder is an administrator from now on, and the link is used up. Answers whether it was one.
 */
export async function becomeFirst(ctx: Ctx, sending: Sending, { personId, emailIndex }: Session): Promise<boolean> {
  await lockAdministrators(ctx)
  const link = await ctx.db.selectFrom('first_link').selectAll().where('person_id', '=', personId).where('used_at', 'is', null)
    .executeTakeFirst()
  if (!link?.email || !link.name || !link.email_index?.equals(emailIndex) || (await activeAdministrators(ctx)).length) return false
  const safe = await ctx.vault.open(ctx.db, personId)
  const [email, name] = [safe.text('first_link.email', link.email), safe.text('first_link.name', link.name)]
  const language = link.language as 'en' | 'nl'
  const isNew = await enterOrganiser(ctx, { personId, name, email, emailIndex, language, invitedBy: null })
  if (!isNew) {
    // Somebody who works here already, or was invited and never came. Who has a passkey goes on with it.
    await lockOrganiser(ctx, personId)
    if (!(await listPasskeys(ctx, [personId])).length) await renewInvitation(ctx, personId)
  }
  await giveRoles(ctx, personId, ['administrator'], null)
  await ctx.db.updateTable('first_link')
    .set({ used_at: ctx.now, person_id: null, email_index: null, email: null, name: null, language: null })
    .where('token_hash', '=', link.token_hash).execute()
  await record(actingAs(ctx, personId), 'organisers.first-administrator', personId)
  await tellWatchers(ctx, sending, 'first', await getOrganiser(ctx, personId))
  return true
}
