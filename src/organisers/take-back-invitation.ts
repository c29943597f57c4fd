import { forgetProofs } from '#identity/forget.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { forgetMails } from '#platform/mail/forget.ts'
import { done, refused } from '#platform/outcome.ts'
import { decideAbout } from './administrators.ts'
import { forgetInvited } from './enter-organiser.ts'

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
