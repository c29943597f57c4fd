import { randomUUID } from 'node:crypto'
import { listRepresentations } from '#guardians/representations.ts'
import { listSuspensions } from '#guardians/suspensions.ts'
import { followCorrection, followCorrectionOfChild } from '#joining/follow-correction.ts'
import { record } from '#journal/record.ts'
import { correct, type Correction } from '#participants/correct.ts'
import { lockPersons } from '#participants/lock.ts'
import { getPerson, listParticipations } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { organiserOf } from '#casework/open-record.ts'
import type { CorrectionReason, IdentityCheck, WayToAsk } from '#casework/reasons.ts'
import { tell } from '#casework/tell.ts'
import { correctionMail } from './emails.ts'

export interface CorrectingFor {
  correction: Correction
  reason: CorrectionReason
  cameBy: WayToAsk
  /** How the desk made sure who asked (art. 12(6)). */
  identity: IdentityCheck
  origin: string
}

/**
 * Corrects name, date of birth or postal address of somebody who asked the desk to (GDPR 16, SE-05): what stood there stays with who
 * corrected it (GD-02), the person and who acts for it are told what kind of thing changed, and after a new name or date of birth a new
 * power of attorney has to be signed (SG-06). Address of mail, bank account and passkeys are not among it: those only the person changes,
 * by a proof. Money waits after it as after a change of those (PO-06). Refused: what `correct` refuses; `identity-disputed` while it is
 * disputed whose sign-up this is.
 */
export async function correctFor(ctx: Ctx, personId: string, { correction, reason, cameBy, identity, origin }: CorrectingFor) {
  organiserOf(ctx)
  await lockPersons(ctx, [personId])
  if ((await listSuspensions(ctx, [personId])).some((each) => each.reason === 'identity-disputed')) return refused('identity-disputed')
  const before = await getPerson(ctx, personId)
  const corrected = await correct(ctx, personId, correction)
  if (!corrected.ok) return corrected
  const { changed } = corrected.value
  const correctionId = randomUUID()
  await ctx.db.insertInto('desk_correction').values({ person_id: personId, id: correctionId, reason, came_by: cameBy, identity,
    fields: [...changed], actor: ctx.actor, corrected_at: ctx.now }).execute()
  await record(ctx, 'casework.corrected', personId, { correctionId, reason, cameBy, identity, fields: changed.join(' ') })
  const now = await getPerson(ctx, personId)
  await followCorrection(ctx, personId, now)
  for (const { representativeId } of await listRepresentations(ctx, [personId])) {
    await followCorrectionOfChild(ctx, representativeId, before, now)
  }
  const signsAnew = corrected.value.needsMandate && (await listParticipations(ctx, [personId])).some(({ end }) => !end)
  await tell(ctx, personId, { once: `correction:${correctionId}`, kind: 'correction-by-desk',
    message: (to) => correctionMail({ changed, cameBy, signsAnew, personId }, { ...to, origin }) })
  return done({ changed, signsAnew })
}
