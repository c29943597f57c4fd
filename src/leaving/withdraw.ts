import { refundAfterWithdrawal, type Refunding } from '#fees/mark-refund.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { endParticipation } from './end-participation.ts'
import { holdBack, listLeaving, type Leaving } from './leavers.ts'
import { addressee, giveReceipt } from './receipt.ts'
import { withdrawalReceipt } from './receipt-texts.ts'

export interface Withdrawing {
  emailIndex: Buffer
  /** From which participations, of whom. */
  chosen: readonly { personId: string; claim: string }[]
  channel: 'account' | 'function'
  /** The notice as it was sent, word for word: the statement, and what was filled in. */
  sent: { statement: string; name?: string; address?: string; reference?: string; button: string }
  /** When the first step was sent, if it was confirmed in time (MO-04); now otherwise. */
  noticedAt?: Date
  language: 'en' | 'nl'
  origin: string
}

/** What withdrawing from one participation did. */
export interface Withdrawn { leaving: Leaving; refunding: Refunding }

/**
 * Withdraws from participations within the 14 days (6:230o BW, MO-03 to MO-05; clause 7 of the participation agreements): they end with
 * every capacity, the fee is marked to be given back once nobody relies on it, and a receipt goes out at once. Answers the receipts. All
 * that was chosen or nothing; what had ended before is passed over. Refused: `nothing-chosen`, `takes-no-part` (also for whom the account
 * does not leave), `withdrawal-over`, `ended-already`.
 */
export async function withdraw(ctx: Ctx, { emailIndex, chosen, channel, sent, noticedAt = ctx.now, language, origin }: Withdrawing) {
  if (!chosen.length) return refused('nothing-chosen')
  const find = async () => {
    const all = await listLeaving(ctx, emailIndex, noticedAt)
    return chosen.map(({ personId, claim }) => all.find(({ participation: each }) => each.personId === personId && each.claim === claim))
  }
  const before = await find()
  if (!before.every((each) => each !== undefined)) return refused('takes-no-part')
  await holdBack(ctx, emailIndex, before.map(({ participation }) => participation))
  const living = (await find()).filter((each) => each !== undefined).filter(({ participation }) => !participation.end)
  if (!living.length) return refused('ended-already')
  if (!living.every(({ withdrawable }) => withdrawable)) return refused('withdrawal-over')

  for (const { of, participation: { claim, reference, personId }, facts } of living) {
    const notice = { ...sent, claim, reference, participant: of.person.legalName, noticedAt: noticedAt.toISOString(),
      confirmedAt: ctx.now.toISOString(), language }
    await endParticipation(ctx, personId,
      { claim, kind: 'withdrawn', channel, notice, noticedAt, effectiveOn: dayIn(facts.timeZone, noticedAt) })
  }
  const withdrawn: Withdrawn[] = []
  for (const leaving of living) withdrawn.push({ leaving,
    refunding: await refundAfterWithdrawal(ctx, leaving.participation, dayIn(leaving.facts.timeZone, noticedAt)) })
  return done(await tell(ctx, withdrawn, { sent, noticedAt, language, origin }))
}

/** One receipt for each person who joined with the address, about themselves and the children they act for. */
async function tell(ctx: Ctx, withdrawn: readonly Withdrawn[], { language, origin, ...notice }: Pick<Withdrawing,
  'sent' | 'language' | 'origin'> & { noticedAt: Date }) {
  const receipts: { personId: string; id: string }[] = []
  const addressed = (leaving: Leaving) => leaving.of.representativeId ?? leaving.participation.personId
  for (const personId of new Set(withdrawn.map(({ leaving }) => addressed(leaving)))) {
    const theirs = withdrawn.filter(({ leaving }) => addressed(leaving) === personId)
    const to = await addressee(ctx, personId)
    const receipt = withdrawalReceipt({ language, withdrawn: theirs, confirmedAt: ctx.now, ...notice })
    receipts.push({ personId,
      id: await giveReceipt(ctx, to, { kind: 'withdrawn', receipt, hue: theirs[0]!.leaving.facts.figure.hue, origin }) })
  }
  return { receipts }
}
