import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { decideAbout } from './administrators.ts'
import type { Sending } from './emails.ts'
import { mailInvitation, renewInvitation } from './invitations.ts'
import { tellWatchers } from './notices.ts'

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
