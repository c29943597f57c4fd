import { randomUUID } from 'node:crypto'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { actingOrganiser } from './acting.ts'
import { activeAdministrators, lockAdministrators } from './administrators.ts'
import type { Sending } from './emails.ts'
import { enterOrganiser, giveRoles, organiserAddress } from './enter-organiser.ts'
import { mailInvitation } from './invitations.ts'
import { tellWatchers } from './notices.ts'
import { getOrganiser } from './queries.ts'
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
