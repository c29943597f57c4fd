import { senderOf } from '#claims/mail-sender.ts'
import type { OrganisationContent } from '#claims/queries.ts'
import { lastDayToAskReview } from '#deadlines/working-days.ts'
import { calledName } from '#participants/first-name.ts'
import type { MailBlock } from '#platform/mail/blocks.ts'
import { emailMessage } from '#platform/mail/layout.tsx'
import type { MailMessage } from '#platform/mail/queue.ts'
import { day } from '#words/formats.ts'
import { wordsIn } from '#words/words.ts'
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
  | { of: 'outcome'; outcome: CureOutcome; reason: OutcomeReason; explanation: string; today: string }

/** A deficiency notice, its reminder, more time, or how it ended: in plain words, with the day and the way to answer (AD-04). */
export function noticeMail(about: About, telling: Telling): MailMessage {
  const { organisation, origin, reader, child, claim, personId, noticeId } = about
  const { language, facts: { email } } = organisation
  const t = wordsIn(language)
  const said = { claim, name: calledName((child ?? reader).legalName), day: day(language, about.dueOn), email }
  const paragraph = (text: string): MailBlock => ({ kind: 'paragraph', text })
  const blocks = (): MailBlock[] => {
    if (telling.of === 'extended') return [paragraph(t('mail.deficiency.extended.lead', said)), paragraph(t('mail.deficiency.how'))]
    if (telling.of === 'outcome') {
      const until = day(language, lastDayToAskReview(telling.today))
      return [
        paragraph(t(`mail.deficiency.outcome.${telling.outcome}`, said)), paragraph(t(`mail.deficiency.because.${telling.reason}`)),
        ...(telling.explanation.trim() ? [paragraph(telling.explanation.trim())] : []), paragraph(t('mail.decision.human')),
        paragraph(telling.outcome === 'not-cured' ? t('mail.decision.review', { day: until, email }) : t('mail.decision.question',
          { email })),
      ]
    }
    return [
      paragraph(t(`mail.deficiency.${telling.of}.lead`, said)),
      { kind: 'list', items: [...telling.defects.filter((each) => each !== 'other').map((each) => t(`deficiency.plain.${each}`, said)),
        ...(telling.addition.trim() ? [telling.addition.trim()] : [])] },
      paragraph(t('mail.deficiency.until', said)), paragraph(t('mail.deficiency.how')), paragraph(t('mail.deficiency.otherwise', said)),
    ]
  }
  const lead = blocks()
  return emailMessage({
    language, sender: senderOf(organisation, origin), subject: t(`mail.deficiency.${telling.of}.subject`, said),
    preheader: telling.of === 'outcome' ? t(`mail.deficiency.outcome.${telling.outcome}`, said) : t('mail.deficiency.until', said),
    blocks: [
      paragraph(t('mail.greeting', { name: reader.legalName })), ...lead,
      { kind: 'button', label: t(telling.of === 'outcome' ? 'mail.decision.account' : 'mail.deficiency.button'),
        href: `${origin}/${language}/account${telling.of === 'outcome' ? '' : `/deficiencies/${personId}/${noticeId}`}` },
    ],
  })
}
