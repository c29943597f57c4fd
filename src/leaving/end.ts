import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { endParticipation } from './end-participation.ts'
import { findLeaving, holdBack, type Leaving } from './leavers.ts'
import { addressee, giveReceipt } from './receipt.ts'
import { endingReceipt } from './receipt-texts.ts'

export interface Leaver {
  /** Of the account from which somebody leaves. */
  emailIndex: Buffer
  personId: string
  claim: string
  language: 'en' | 'nl'
  origin: string
}

/**
 * Ends a participation by notice, on any day and from that day on (7:408 BW, MO-07; clause 8.1 of the participation agreements). The fee is
 * not given back, whatever day it is: within the 14 days withdrawing is the better act, and the page says so. Refused: `takes-no-part`
 * (also for whom the account does not leave), `ended-already`.
 */
export async function end(ctx: Ctx, { emailIndex, personId, claim, language, origin }: Leaver, statement: string) {
  const leaving = await findLeaving(ctx, emailIndex, personId, claim)
  if (!leaving) return refused('takes-no-part')
  await holdBack(ctx, emailIndex, [leaving.participation])
  const effectiveOn = dayIn(leaving.facts.timeZone, ctx.now)
  const notice = { statement, claim, reference: leaving.participation.reference, participant: leaving.of.person.legalName,
    noticedAt: ctx.now.toISOString(), language }
  const ended = await endParticipation(ctx, personId, { claim, kind: 'terminated', channel: 'account', notice, effectiveOn })
  if (!ended.ok) return ended
  return done(await confirm(ctx, leaving, origin, endingReceipt(language, leaving, { at: ctx.now, effectiveOn }), 'terminated'))
}

/** Sends the confirmation to whoever acts: the person, or the representative of a child. */
export async function confirm(ctx: Ctx, { of, participation, facts }: Leaving, origin: string,
  receipt: Parameters<typeof giveReceipt>[2]['receipt'], kind: 'terminated' | 'revoked') {
  const to = await addressee(ctx, of.representativeId ?? participation.personId)
  return { personId: to.personId, id: await giveReceipt(ctx, to, { kind, receipt, hue: facts.figure.hue, origin }) }
}
