import { randomUUID } from 'node:crypto'
import { endDeskSessions } from '#identity/desk-sessions.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { actingOrganiser } from './acting.ts'
import { decideAbout, isLastAdministrator } from './administrators.ts'
import type { Sending } from './emails.ts'
import { tellOrganiser, tellWatchers } from './notices.ts'

/**
 * Keeps an organiser out from now on: every session ends at once, and neither passkey nor code lets in. What they proposed goes on
 * waiting. Refused: what `decideAbout` refuses, `organiser-suspended`, `last-administrator`.
 */
export async function suspend(ctx: Ctx, sending: Sending, personId: string) {
  const about = await decideAbout(ctx, personId)
  if (!about.ok) return about
  if (about.value.suspended) return refused('organiser-suspended')
  if (await isLastAdministrator(ctx, about.value)) return refused('last-administrator')
  await ctx.db.insertInto('organiser_suspension')
    .values({ person_id: personId, id: randomUUID(), suspended_by: actingOrganiser(ctx), suspended_at: ctx.now }).execute()
  const sessions = await endDeskSessions(ctx, personId, 'all')
  await record(ctx, 'organisers.suspended', personId, { sessions })
  await tellOrganiser(ctx, sending, 'suspended', about.value)
  await tellWatchers(ctx, sending, 'suspended', about.value)
  return done()
}

/** Lets an organiser in again. Refused: what `decideAbout` refuses, `not-suspended`. */
export async function lift(ctx: Ctx, sending: Sending, personId: string) {
  const about = await decideAbout(ctx, personId)
  if (!about.ok) return about
  const lifted = await ctx.db.updateTable('organiser_suspension').set({ lifted_by: actingOrganiser(ctx), lifted_at: ctx.now })
    .where('person_id', '=', personId).where('lifted_at', 'is', null).executeTakeFirst()
  if (!lifted.numUpdatedRows) return refused('not-suspended')
  await record(ctx, 'organisers.lifted', personId)
  await tellOrganiser(ctx, sending, 'lifted', about.value)
  await tellWatchers(ctx, sending, 'lifted', about.value)
  return done()
}
