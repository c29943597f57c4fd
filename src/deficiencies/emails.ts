import { senderOf } from '#claims/mail-sender.ts'
import type { OrganisationContent } from '#claims/queries.ts'
import { lastDayToAskReview } from '#deadlines/working-days.ts'
import { calledName } from '#participants/first-name.ts'
import type { MailBlock } from '#platform/mail/blocks.ts'
import { emailMessage } from '#platform/mail/layout.tsx'
import type { MailMessage } from '#platform/mail/queue.ts'
import { day } from '#words/formats.ts'
import { wordsIn } from '#words/words.ts'
import type { UndoReason } from '#casework/reasons.ts'
import type { CureOutcome, Defect, OutcomeReason } from './defects.ts'

interface About {
  organisation: OrganisationContent
  origin: string
  reader: { legalName: string }
  child: { legalName: string } | undefined
  /** Name of the claim in the reader's language. */
  claim: string
  personId: string
  noticeId: string
  /** `YYYY-MM-DD`. */
  dueOn: string
}

type Telling =
  | { of: 'notice' | 'reminder'; defects: readonly Defect[]; addition: string }
  | { of: 'extended' }
  | { of: 'reopened'; outcome: CureOutcome; reason: UndoReason; explanation: string; defects: readonly Defect[]; addition: string
      mayMend: boolean; today: string }
  | { of: 'outcome'; outcome: CureOutcome; reason: OutcomeReason; explanation: string; today: string }

/**
 * A deficiency notice, its reminder, more time, how it ended, or that this was taken back: in plain words, with the day and the way to
 * answer (AD-04).
 */
export function noticeMail(about: About, telling: Telling): MailMessage {
  const { organisation, origin, reader, child, claim, personId, noticeId } = about
  const { language, facts: { email } } = organisation
  const t = wordsIn(language)
  const said = { claim, name: calledName((child ?? reader).legalName), day: day(language, about.dueOn), email }
  const paragraph = (text: string): MailBlock => ({ kind: 'paragraph', text })
  const wrong = (defects: readonly Defect[], addition: string): MailBlock => ({ kind: 'list', items: [
    ...defects.filter((each) => each !== 'other').map((each) => t(`deficiency.plain.${each}`, said)),
    ...(addition.trim() ? [addition.trim()] : []),
  ] })
  const explained = (text: string) => (text.trim() ? [paragraph(text.trim())] : [])
  const toAsk = (harms: boolean, today: string) => paragraph(harms
    ? t(telling.of === 'reopened' ? 'mail.decision.reviewByMail' : 'mail.decision.review',
      { day: day(language, lastDayToAskReview(today)), email })
    : t('mail.decision.question', { email }))
  const blocks = (): MailBlock[] => {
    if (telling.of === 'extended') return [paragraph(t('mail.deficiency.extended.lead', said)), paragraph(t('mail.deficiency.how'))]
    if (telling.of === 'reopened') {
      const { outcome, reason, explanation, defects, addition, mayMend, today } = telling
      return [
        paragraph(t(`mail.deficiency.reopened.${outcome}`, said)), paragraph(t(`mail.decision.undo.why.${reason}`)),
        ...explained(explanation),
        ...(mayMend ? [paragraph(t('mail.deficiency.reopened.open')), wrong(defects, addition), paragraph(t('mail.deficiency.until', said)),
          paragraph(t('mail.deficiency.how'))] : []),
        paragraph(t('mail.decision.human')), toAsk(outcome !== 'not-cured', today),
      ]
    }
    if (telling.of === 'outcome') {
      const { outcome, reason, explanation, today } = telling
      return [
        paragraph(t(`mail.deficiency.outcome.${outcome}`, said)), paragraph(t(`mail.deficiency.because.${reason}`)),
        ...explained(explanation), paragraph(t('mail.decision.human')), toAsk(outcome === 'not-cured', today),
      ]
    }
    return [
      paragraph(t(`mail.deficiency.${telling.of}.lead`, said)), wrong(telling.defects, telling.addition),
      paragraph(t('mail.deficiency.until', said)), paragraph(t('mail.deficiency.how')), paragraph(t('mail.deficiency.otherwise', said)),
    ]
  }
  const lead = blocks()
  const ended = telling.of === 'outcome' || (telling.of === 'reopened' && !telling.mayMend)
  return emailMessage({
    language, sender: senderOf(organisation, origin), subject: t(`mail.deficiency.${telling.of}.subject`, said),
    preheader: telling.of === 'outcome' || telling.of === 'reopened' ? t(`mail.deficiency.${telling.of}.${telling.outcome}`, said)
      : t('mail.deficiency.until', said),
    blocks: [
      paragraph(t('mail.greeting', { name: reader.legalName })), ...lead,
      { kind: 'button', label: t(ended ? 'mail.decision.account' : 'mail.deficiency.button'),
        href: `${origin}/${language}/account${ended ? '' : `/deficiencies/${personId}/${noticeId}`}` },
    ],
  })
}
