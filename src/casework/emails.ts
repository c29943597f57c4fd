import { senderOf } from '#claims/mail-sender.ts'
import type { OrganisationContent } from '#claims/queries.ts'
import { lastDayToAskReview } from '#deadlines/working-days.ts'
import { legalZone } from '#participants/age.ts'
import { calledName } from '#participants/first-name.ts'
import { dayIn } from '#platform/clock.ts'
import { emailMessage } from '#platform/mail/layout.tsx'
import type { MailMessage } from '#platform/mail/queue.ts'
import { day } from '#words/formats.ts'
import { wordsIn, type T } from '#words/words.ts'
import type { ExcludeReason, LiftReason, SuspendReason, UndoReason } from './reasons.ts'

/** What was decided, on which ground. `claim` is its name. */
export type Told =
  | { kind: 'suspend'; reason: SuspendReason; lookedAtBy: string }
  | { kind: 'lift'; reason: LiftReason }
  | { kind: 'exclude'; reason: ExcludeReason; claim: string }
  | { kind: 'undo'; of: 'suspend' | 'lift' | 'exclude'; reason: UndoReason }

interface About {
  organisation: OrganisationContent
  origin: string
  at: Date
  reader: { legalName: string }
  child: { legalName: string } | undefined
  /** The words of the desk. */
  explanation: string
}

/**
 * A decision about somebody, in plain words: what, why, what it means, until when, and how to have it looked at by somebody else (AD-04,
 * GDPR 22: a human decided).
 */
export function decisionMail(told: Told, { organisation, origin, at, reader, child, explanation }: About): MailMessage {
  const { language, facts: { email } } = organisation
  const t = wordsIn(language)
  const who = child ? calledName(child.legalName) : ''
  const of = child ? 'child' as const : 'self' as const
  const until = day(language, lastDayToAskReview(dayIn(legalZone, at)))
  const harms = told.kind === 'suspend' || told.kind === 'exclude' || (told.kind === 'undo' && told.of === 'lift')
  const paragraphs = [
    t('mail.greeting', { name: reader.legalName }), whatWords(t, told, of, who), whyWords(t, told), explanation.trim(),
    meansWords(t, language, told, of, who), t('mail.decision.human'),
    // The account takes a second look at what was decided, not at what was taken back.
    ...(harms ? [t(told.kind === 'undo' ? 'mail.decision.reviewByMail' : 'mail.decision.review', { day: until, email }),
      t('mail.decision.leave')] : [t('mail.decision.question', { email })]),
  ]
  return emailMessage({
    language, sender: senderOf(organisation, origin), subject: t(`mail.decision.${subjectOf(told)}.subject`),
    preheader: whatWords(t, told, of, who),
    blocks: [
      ...paragraphs.filter(Boolean).map((text) => ({ kind: 'paragraph' as const, text })),
      { kind: 'button', label: t('mail.decision.account'), href: `${origin}/${language}/account` },
    ],
  })
}

const subjectOf = (told: Told) => (told.kind === 'undo' ? told.of === 'lift' ? 'suspend' as const : 'undo' as const : told.kind)

function whatWords(t: T, told: Told, of: 'self' | 'child', name: string): string {
  if (told.kind === 'exclude') return t(`mail.decision.exclude.what.${of}`, { name, claim: told.claim })
  const what = told.kind === 'undo' ? `undo.what.${told.of}` as const : `${told.kind}.what` as const
  return of === 'child' ? t(`mail.decision.${what}.child`, { name }) : t(`mail.decision.${what}.self`)
}

const whyWords = (t: T, told: Told): string => (told.kind === 'undo' ? t(`mail.decision.undo.why.${told.reason}`)
  : told.kind === 'suspend' ? t(`mail.decision.suspend.why.${told.reason}`)
  : told.kind === 'lift' ? t(`mail.decision.lift.why.${told.reason}`)
  : t(`mail.decision.exclude.why.${told.reason}`))

function meansWords(t: T, language: 'en' | 'nl', told: Told, of: 'self' | 'child', name: string): string {
  if (told.kind === 'suspend') return t(`mail.decision.suspend.means.${of}`, { name, day: day(language, told.lookedAtBy) })
  const means = told.kind === 'exclude' ? 'exclude.means' : told.kind === 'undo' && told.of === 'lift' ? 'again.means' : 'goesOn'
  return of === 'child' ? t(`mail.decision.${means}.child`, { name }) : t(`mail.decision.${means}.self`)
}
