import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { endDeskSessions } from '#identity/desk-sessions.ts'
import { queueFirstMail } from '#identity/first-mail.ts'
import { issueCode } from '#identity/issue-code.ts'
import { listPasskeys } from '#identity/passkeys.ts'
import { openSession, type Session } from '#identity/sessions.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { activeAdministrators, lockAdministrators, lockOrganiser } from '#organisers/administrators.ts'
import type { Sending } from '#organisers/emails.ts'
import { enterOrganiser, giveRoles, organiserAddress } from '#organisers/enter-organiser.ts'
import { renewInvitation } from '#organisers/invite.ts'
import { tellWatchers } from '#organisers/notices.ts'
import { getOrganiser, organiserAt } from '#organisers/queries.ts'
import { removeAll } from '#organisers/reset-passkey.ts'
import { deskCodeMail } from './emails.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/**
 * Makes the one-time link of the first administrator, while there is none: only its hash is kept, and older links open nothing any more.
 * Answers its token, or undefined where somebody administers the desk.
 */
export async function makeFirstLink(ctx: Ctx): Promise<string | undefined> {
  await lockAdministrators(ctx)
  if ((await activeAdministrators(ctx)).length) return undefined
  await ctx.db.deleteFrom('first_link').where('used_at', 'is', null).execute()
  const token = randomBytes(32).toString('base64url')
  await ctx.db.insertInto('first_link').values({ token_hash: hashOf(token), made_at: ctx.now, used_at: null }).execute()
  await record(ctx, 'organisers.first-link', null)
  return token
}

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

/** Whether a first link still opens its page: it is the newest, was not used, and nobody administers the desk. */
export async function isFirstLink(ctx: Pick<Ctx, 'db'>, token: string): Promise<boolean> {
  const row = await ctx.db.selectFrom('first_link').select('made_at').where('token_hash', '=', hashOf(token)).where('used_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined && !(await activeAdministrators(ctx)).length
}

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
    once: `code:${code.value.id}`, kind: 'desk-code', language, to: address.email, message: (notMe) => deskCodeMail(sending, notMe, language, code.value),
  })
  return done(await openSession(ctx, { personId, emailIndex: address.emailIndex, proven: false, openedFor: 'desk' }))
}

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
    .set({ used_at: ctx.now, person_id: null, email_index: null, email: null, name: null, language: null }).where('token_hash', '=', link.token_hash).execute()
  await record(ctx, 'organisers.first-administrator', personId)
  await tellWatchers(ctx, sending, 'first', await getOrganiser(ctx, personId))
  return true
}
