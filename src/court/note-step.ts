import { senderOf } from '#claims/mail-sender.ts'
import { getOrganisation } from '#claims/queries.ts'
import { lastDayToInterrupt } from '#deadlines/own-interruption.ts'
import { record } from '#journal/record.ts'
import { findLeaving, type Leaving } from '#leaving/leavers.ts'
import { addressee } from '#leaving/receipt.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { emailMessage } from '#platform/mail/layout.tsx'
import { queueMail } from '#platform/mail/queue.ts'
import { done, refused } from '#platform/outcome.ts'
import { day } from '#words/formats.ts'
import { wordsIn } from '#words/words.ts'
import { listLetters, type CourtLetter } from './queries.ts'

export interface NotingStep {
  emailIndex: Buffer
  personId: string
  claim: string
  letterId: string
  step: 'sent' | 'confirmed'
  on: string
  language: 'en' | 'nl'
  origin: string
}

/**
 * Notes on which day (`YYYY-MM-DD`) the participant sent a letter, or had it confirmed by the registry (WA-08). Of a sent opt-out the six
 * months are mailed (1018f(1) Rv, RM-08). Refused: `takes-no-part` (also for whom the account does not leave, or no such letter),
 * `step-too-early` (not prepared, or not sent yet), `court-day-wrong` (in the future, or before the step before it), `ended-already`
 * (noted).
 */
export async function noteStep(ctx: Ctx, { emailIndex, personId, claim, letterId, step, on, language, origin }: NotingStep) {
  const leaving = await findLeaving(ctx, emailIndex, personId, claim)
  const letter = leaving && (await listLetters(ctx, personId, claim)).find(({ id }) => id === letterId)
  if (!letter) return refused('takes-no-part')
  const zone = leaving.facts.timeZone
  const earliest = step === 'sent' ? letter.prepared && dayIn(zone, letter.askedAt) : letter.sentOn
  if (earliest === undefined) return refused('step-too-early')
  if (on < earliest || on > dayIn(zone, ctx.now)) return refused('court-day-wrong')
  const written = await ctx.db.insertInto('court_letter_step')
    .values({ person_id: personId, letter_id: letterId, step, happened_on: on, file_id: null, noted_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  if (!written.numInsertedOrUpdatedRows) return refused('ended-already')
  await record(ctx, 'court.letter-step', personId, { letterId, step, on })
  if (step === 'sent' && letter.kind === 'opt-out') await tellOfInterruption(ctx, leaving, letter, { on, language, origin })
  return done()
}

async function tellOfInterruption(ctx: Ctx, { of, facts }: Leaving, { id, personId, content }: CourtLetter,
  { on, language, origin }: Pick<NotingStep, 'on' | 'language' | 'origin'>) {
  const [to, organisation, t] = [await addressee(ctx, of.representativeId ?? personId), await getOrganisation(ctx.db, language),
    wordsIn(language)]
  await queueMail(ctx, {
    personId: to.personId, once: `court-sent:${id}`, kind: 'court-letter-sent', language, to: to.email,
    message: emailMessage({
      language, sender: senderOf(organisation, origin, facts.figure.hue),
      subject: t('mail.court.subject', { date: day(language, lastDayToInterrupt(on)) }), preheader: t('mail.court.preheader'),
      blocks: [
        { kind: 'paragraph', text: t('mail.greeting', { name: to.legalName }) },
        { kind: 'paragraph', text: t('mail.court.lead', { name: content.name, date: day(language, on), court: content.court.name }) },
        { kind: 'heading', text: t('mail.court.sixMonths') },
        { kind: 'paragraph', text: t('court.sixMonths', { company: facts.company }) },
        { kind: 'paragraph', text: t('mail.court.until', { date: day(language, lastDayToInterrupt(on)) }) },
        { kind: 'paragraph', text: t('court.agreementStays') },
      ],
    }),
  })
}
