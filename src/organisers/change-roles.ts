import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { actingOrganiser } from './acting.ts'
import { decideAbout, isLastAdministrator } from './administrators.ts'
import type { Sending } from './emails.ts'
import { giveRoles } from './enter-organiser.ts'
import { tellOrganiser, tellWatchers } from './notices.ts'
import { getOrganiser } from './queries.ts'
import type { Role } from './roles.ts'

/**
 * Gives an organiser exactly these roles, from the next page on; they and all administrators and auditors are told. Refused: what
 * `decideAbout` refuses, `roles-missing`, `nothing-changed`, `last-administrator`.
 */
export async function changeRoles(ctx: Ctx, sending: Sending, personId: string, roles: readonly Role[]) {
  const about = await decideAbout(ctx, personId)
  if (!about.ok) return about
  if (!roles.length) return refused('roles-missing')
  const given = roles.filter((role) => !about.value.roles.includes(role))
  const taken = about.value.roles.filter((role) => !roles.includes(role))
  if (!given.length && !taken.length) return refused('nothing-changed')
  if (taken.includes('administrator') && (await isLastAdministrator(ctx, about.value))) return refused('last-administrator')
  if (taken.length) await ctx.db.deleteFrom('organiser_role').where('person_id', '=', personId).where('role', 'in', taken).execute()
  await giveRoles(ctx, personId, given, actingOrganiser(ctx))
  await record(ctx, 'organisers.roles-changed', personId, { given: given.sort().join(' '), taken: taken.sort().join(' ') })
  const organiser = await getOrganiser(ctx, personId)
  await tellOrganiser(ctx, sending, 'rolesChanged', organiser)
  await tellWatchers(ctx, sending, 'rolesChanged', organiser)
  return done()
}
