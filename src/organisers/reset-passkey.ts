import { endDeskSessions } from '#identity/desk-sessions.ts'
import { listPasskeys, removePasskey } from '#identity/passkeys.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { decideAbout, isLastAdministrator } from './administrators.ts'
import type { Sending } from './emails.ts'
import { mailInvitation, renewInvitation } from './invitations.ts'
import { tellWatchers } from './notices.ts'

/**
 * An organiser lost every passkey: all of theirs are removed, sessions end, and a new invitation lets them make another by a code. The
 * administrator makes sure beforehand, by voice or face, that it is them who ask. Refused: what `decideAbout` refuses,
 * `organiser-suspended`, `organiser-not-enrolled` (invite again instead), `last-administrator`.
 */
export async function resetPasskey(ctx: Ctx, sending: Sending, personId: string) {
  const about = await decideAbout(ctx, personId)
  if (!about.ok) return about
  if (about.value.suspended) return refused('organiser-suspended')
  if (about.value.expiresAt) return refused('organiser-not-enrolled')
  if (await isLastAdministrator(ctx, about.value)) return refused('last-administrator')
  const passkeys = await removeAll(ctx, personId)
  const sessions = await endDeskSessions(ctx, personId, 'all')
  const organiser = await renewInvitation(ctx, personId)
  await record(ctx, 'organisers.passkey-reset', personId, { passkeys, sessions })
  await mailInvitation(ctx, sending, organiser, 'reset')
  await tellWatchers(ctx, sending, 'reset', organiser)
  return done()
}

/** Removes every passkey of an organiser; answers how many. */
export async function removeAll(ctx: Ctx, personId: string): Promise<number> {
  const passkeys = await listPasskeys(ctx, [personId])
  for (const { id } of passkeys) await removePasskey(ctx, personId, id)
  return passkeys.length
}
