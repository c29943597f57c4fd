import type { OrganisationContent } from '#claims/queries.ts'
import { belongsToRepresentative, keepInvitation } from '#guardians/own-access.ts'
import { normaliseEmail } from '#identity/address.ts'
import { queueFirstMail } from '#identity/first-mail.ts'
import { take, type Limit } from '#identity/rate-limit.ts'
import { dataRightsFrom, legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused, refusedUntil } from '#platform/outcome.ts'
import { heldBack } from './held-back.ts'
import { invitedMail } from './own-access-emails.ts'
import { isTaken } from './own-access.ts'
import type { Reached } from './reach.ts'

/** How long a child can come in at the address it was invited at. */
const invitedDays = 30

const perChild: Limit = { name: 'invite-child', burst: 3, everySeconds: 8 * 3600 }
/** Whoever invites there. */
const perAddress: Limit = { name: 'invite-child-address', burst: 3, everySeconds: 8 * 3600 }

/**
 * Who represents a child of 16 or 17 gives an address of the child's own; the child comes in by a code to it. The address of anybody who
 * represents the child is refused with the same words as any other that cannot be used. At an address with which somebody else takes part
 * the mail says that it does not serve; who invites is not told whose it is. Refused: what `heldBack` says, `not-sixteen`,
 * `has-own-address`, `email-wrong`, `not-the-childs-own`, `too-many-invitations` (with the instant from which it is possible).
 */
export async function inviteChild(ctx: Ctx, organisation: OrganisationContent, child: Reached,
  { email, origin }: { email: string; origin: string }) {
  const { person, age } = child
  const held = await heldBack(ctx, person.personId, child.as)
  if (held) return refused(held)
  if (age < dataRightsFrom || child.as === 'self') return refused('not-sixteen')
  if (person.email !== undefined) return refused('has-own-address')
  const address = normaliseEmail(email)
  if (!address) return refused('email-wrong')
  const emailIndex = ctx.vault.index('email', address)
  if (await belongsToRepresentative(ctx, person.personId, emailIndex)) return refused('not-the-childs-own')
  const until = (await take(ctx, perChild, person.personId)) ?? (await take(ctx, perAddress, emailIndex.toString('hex')))
  if (until) return refusedUntil('too-many-invitations', until)
  const expiresAt = new Date(ctx.now.getTime() + invitedDays * 86_400_000)
  await keepInvitation(ctx, person.personId, { email: address, way: 'invited', expiresAt })
  const taken = await isTaken(ctx, person.personId, emailIndex)
  await queueFirstMail(ctx, {
    personId: person.personId, emailIndex, origin,
    once: `invited:${emailIndex.toString('hex').slice(0, 16)}:${ctx.now.toISOString()}`, kind: 'own-access-invitation',
    language: person.language, to: address,
    message: (notMe) =>
      invitedMail({ organisation, origin, notMe, taken, language: person.language, expiresOn: dayIn(legalZone, expiresAt) }),
  })
  return done({ address, expiresAt })
}
