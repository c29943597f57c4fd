import { randomUUID } from 'node:crypto'
import { forgetProofs } from '#identity/forget.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { forgetMails } from '#platform/mail/forget.ts'
import { queueMail } from '#platform/mail/queue.ts'
import { done, refused } from '#platform/outcome.ts'
import { actingOrganiser } from './acting.ts'
import { activeAdministrators, decideAbout, lockAdministrators } from './administrators.ts'
import { invitationMail, type Sending } from './emails.ts'
import { enterOrganiser, forgetInvited, giveRoles, invitationEnd, organiserAddress } from './enter-organiser.ts'
import { tellWatchers } from './notices.ts'
import { getOrganiser, type Organiser } from './queries.ts'
import type { Role } from './roles.ts'

export interface Inviting { name: string; email: string; language: 'en' | 'nl'; roles: readonly Role[] }

/**
 * Invites somebody to the desk for 7 days, in their language; all administrators and auditors are told. Answers the id. Refused:
 * `email-wrong`, `roles-missing`, `organiser-known` where somebody works here with this address, `not-administrator`.
 */
export async function invite(ctx: Ctx, sending: Sending, { name, email: typed, language, roles }: Inviting) {
  const by = actingOrganiser(ctx)
  const address = organiserAddress(ctx, typed)
  if (!address) return refused('email-wrong')
  if (!roles.length) return refused('roles-missing')
  await lockAdministrators(ctx)
  if (!(await activeAdministrators(ctx)).includes(by)) return refused('not-administrator')
  const taken = await ctx.db.selectFrom('organiser').select('person_id').where('email_index', '=', address.emailIndex).executeTakeFirst()
  if (taken) return refused('organiser-known')
  const personId = randomUUID()
  await ctx.vault.create(ctx.db, personId, ctx.now)
  await enterOrganiser(ctx, { personId, name, ...address, language, invitedBy: by })
  await giveRoles(ctx, personId, roles, by)
  await record(ctx, 'organisers.invited', personId, { roles: [...roles].sort().join(' ') })
  const organiser = await getOrganiser(ctx, personId)
  await mailInvitation(ctx, sending, organiser)
  await tellWatchers(ctx, sending, 'invited', organiser)
  return done(personId)
}

/**
 * Sends the invitation once more; it counts for 7 days from now. Refused: what `decideAbout` refuses, `organiser-enrolled` where there is
 * none to send, `organiser-suspended`.
 */
export async function inviteAgain(ctx: Ctx, sending: Sending, personId: string) {
  const about = await decideAbout(ctx, personId)
  if (!about.ok) return about
  if (about.value.suspended) return refused('organiser-suspended')
  if (!about.value.expiresAt) return refused('organiser-enrolled')
  const organiser = await renewInvitation(ctx, personId)
  await record(ctx, 'organisers.invited-again', personId)
  await mailInvitation(ctx, sending, organiser)
  await tellWatchers(ctx, sending, 'invitedAgain', organiser)
  return done()
}

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

/**
 * Takes an invitation back that nobody took up: name and address are forgotten. Refused: what `decideAbout` refuses, `organiser-enrolled`
 * for who has been here (suspend them).
 */
export async function takeBackInvitation(ctx: Ctx, personId: string) {
  const about = await decideAbout(ctx, personId)
  if (!about.ok) return about
  if (about.value.enrolledAt) return refused('organiser-enrolled')
  await forgetInvited(ctx, personId)
  await forgetProofs(ctx, personId)
  await forgetMails(ctx.db, personId)
  await ctx.vault.erase(ctx.db, personId, 'invitation-taken-back', ctx.now)
  await record(ctx, 'organisers.invitation-taken-back', personId)
  return done()
}
