import type { Ctx } from '#platform/ctx.ts'
import { queueMail } from '#platform/mail/queue.ts'
import { invitationMail, type Sending } from './emails.ts'
import { invitationEnd } from './enter-organiser.ts'
import { getOrganiser, type Organiser } from './queries.ts'

/** Lets somebody prove the address by code again, for 7 days. */
export async function renewInvitation(ctx: Ctx, personId: string): Promise<Organiser> {
  await ctx.db.updateTable('organiser').set({ expires_at: invitationEnd(ctx) }).where('person_id', '=', personId).execute()
  return getOrganiser(ctx, personId)
}

export async function mailInvitation(ctx: Ctx, sending: Sending, organiser: Organiser, kind: 'invited' | 'reset' = 'invited') {
  const { personId, language, email } = organiser
  await queueMail(ctx, {
    personId, once: `desk-invitation:${organiser.expiresAt!.toISOString()}`, kind: 'desk-invitation', language, to: email,
    message: invitationMail(sending, kind, organiser),
  })
}
