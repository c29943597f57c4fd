import { randomUUID } from 'node:crypto'
import { queueFirstMail } from '#identity/first-mail.ts'
import { issueCode } from '#identity/issue-code.ts'
import { openSession } from '#identity/sessions.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { lockAdministrators } from '#organisers/administrators.ts'
import type { Sending } from '#organisers/emails.ts'
import { organiserAddress } from '#organisers/enter-organiser.ts'
import { organiserAt } from '#organisers/queries.ts'
import { deskCodeMail } from './emails.ts'
import { hashOf, isFirstLink } from './first-link.ts'

export interface First { token: string; name: string; email: string; language: 'en' | 'nl'; ip: string }

/**
 * The holder of the first link says who they are; a code goes to the address, and only when it comes back somebody is an administrator.
 * Answers the token of a session that is not proven yet. Refused: `first-link-over`, `email-wrong`, `too-many-codes`,
 * `organiser-suspended` for the address of somebody who is kept out.
 */
export async function askFirst(ctx: Ctx, sending: Sending, { token, name, email: typed, language, ip }: First) {
  await lockAdministrators(ctx)
  if (!(await isFirstLink(ctx, token))) return refused('first-link-over')
  const address = organiserAddress(ctx, typed)
  if (!address) return refused('email-wrong')
  const known = await organiserAt(ctx, address.emailIndex)
  if (known?.suspended) return refused('organiser-suspended')
  const personId = known?.personId ?? randomUUID()
  const code = await issueCode(ctx, { personId, purpose: 'desk', emailIndex: address.emailIndex, ip })
  if (!code.ok) return code
  const safe = known ? await ctx.vault.open(ctx.db, personId) : await ctx.vault.create(ctx.db, personId, ctx.now)
  await ctx.db.updateTable('first_link').set({
    person_id: personId, email_index: address.emailIndex, email: safe.seal('first_link.email', address.email),
    name: safe.seal('first_link.name', name), language,
  }).where('token_hash', '=', hashOf(token)).execute()
  await queueFirstMail(ctx, {
    personId, emailIndex: ctx.vault.index('email', address.email), origin: sending.sender.origin, always: true,
    once: `code:${code.value.id}`, kind: 'desk-code', language, to: address.email,
    message: (notMe) => deskCodeMail(sending, notMe, language, code.value),
  })
  return done(await openSession(ctx, { personId, emailIndex: address.emailIndex, proven: false, openedFor: 'desk' }))
}
