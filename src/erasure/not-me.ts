import { suspend } from '#guardians/suspend.ts'
import { ipBlock, normaliseEmail } from '#identity/address.ts'
import { disown, endAllSessions } from '#identity/disown.ts'
import { take } from '#identity/rate-limit.ts'
import { eraseDraft } from '#joining/erase-draft.ts'
import { record } from '#journal/record.ts'
import { closeInvitations } from '#guardians/own-access.ts'
import { listParticipations } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/id.ts'
import { openLetter } from '#platform/mail/compose.ts'
import { stopFirstMails } from '#platform/mail/stop.ts'
import { done, refusedUntil } from '#platform/outcome.ts'

/** Days for which an address gets no more mails that a stranger can cause. */
export const stopDays = 30

/** What "it was not me" does after a mail of some kind, besides voiding codes and ending sessions that were never proven. */
type Effect = 'joining' | 'stop' | 'child-invitation' | 'codes-only'

/**
 * The first mails to an address that somebody typed. A code to sign in goes to who takes part: that somebody asked for it disputes nothing.
 */
const firstMails: Record<string, Effect> = {
  'join-code': 'joining', 'join-code-known': 'joining', 'join-reminder': 'joining',
  'sign-in-code': 'codes-only', 'confirm-code': 'codes-only', 'withdrawal-code': 'codes-only', 'own-access-code': 'child-invitation',
  'sign-in-unknown': 'stop', 'withdrawal-unknown': 'stop', 'own-access-refused': 'stop', 'guardian-invitation': 'stop',
  'guardian-code': 'stop', 'change-email-code': 'stop', 'parent-asked': 'stop',
  'own-access-invitation': 'child-invitation',
  'desk-code': 'codes-only', 'desk-no-code': 'codes-only', 'desk-unknown': 'stop',
}

const limit = { name: 'not-me', burst: 20, everySeconds: 60 }

/**
 * The holder of an address says that a mail was caused by somebody else. Codes count no more, unproven sessions end, an unfinished joining
 * is erased, a finished one is suspended until a person has looked at it and everybody is signed out, and for 30 days strangers cannot make
 * us write there, and an invitation of the other parent that was sent there is over (`findInvitation`). Of a mail that does not exist, or
 * is no first mail, nothing happens and the answer is the same. Refused: `too-many-tries`.
 */
export async function notMe(ctx: Ctx, mailId: string, ip: string) {
  const until = await take(ctx, limit, ipBlock(ip))
  if (until) return refusedUntil('too-many-tries', until)
  const mail = isId(mailId) ? await ctx.db.selectFrom('mail').select(['person_id', 'kind', 'letter']).where('id', '=', mailId)
    .executeTakeFirst() : undefined
  const effect = mail && firstMails[mail.kind]
  const safe = effect && (await ctx.vault.find(ctx.db, mail.person_id))
  const address = safe && normaliseEmail(openLetter(safe, mailId, mail!.letter).to)
  if (!mail || !effect || !address) return done()
  const emailIndex = ctx.vault.index('email', address)
  await record(ctx, 'erasure.not-me', mail.person_id, { mailId, kind: mail.kind })
  await disown(ctx, mail.person_id, emailIndex)
  if (effect === 'codes-only') return done()
  await stopFirstMails(ctx, emailIndex, new Date(ctx.now.getTime() + stopDays * 86_400_000))
  if (effect === 'child-invitation') await closeInvitations(ctx, mail.person_id)
  if (effect === 'joining') await undoJoining(ctx, mail.person_id, emailIndex)
  return done()
}

async function undoJoining(ctx: Ctx, personId: string, emailIndex: Buffer): Promise<void> {
  const open = await ctx.db.selectFrom('draft').select('claim').where('person_id', '=', personId).where('submitted_at', 'is', null)
    .where('purpose', '=', 'join').execute()
  for (const { claim } of open) await eraseDraft(ctx, personId, claim, 'not-me')
  if (!(await listParticipations(ctx, [personId])).some(({ end }) => !end)) return
  await suspend(ctx, personId, 'identity-disputed')
  // Whoever joined so is still in the account: only a new code, which goes to the holder, opens it again.
  await endAllSessions(ctx, emailIndex)
}
