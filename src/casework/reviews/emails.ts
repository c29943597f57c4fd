import { senderOf } from '#claims/mail-sender.ts'
import type { OrganisationContent } from '#claims/queries.ts'
import { calledName } from '#participants/first-name.ts'
import { emailMessage } from '#platform/mail/layout.tsx'
import type { MailMessage } from '#platform/mail/queue.ts'
import { day } from '#words/formats.ts'
import { wordsIn } from '#words/words.ts'

interface About {
  organisation: OrganisationContent
  origin: string
  reader: { legalName: string }
  child: { legalName: string } | undefined
}

type Telling = { of: 'asked'; askedOn: string; answerBy: string } | { of: 'stands'; explanation: string }

/** That a second look was asked for and when the answer comes, or that the decision stands after it, why, and where one may go (AD-04). */
export function reviewMail(telling: Telling, { organisation, origin, reader, child }: About): MailMessage {
  const { language, facts: { email } } = organisation
  const t = wordsIn(language)
  const name = calledName((child ?? reader).legalName)
  const paragraphs = telling.of === 'asked'
    ? [t('mail.review.asked.lead', { name, day: day(language, telling.askedOn) }),
      t('mail.review.asked.until', { day: day(language, telling.answerBy) }), t('mail.decision.question', { email })]
    : [t('mail.review.stands.lead', { name }), telling.explanation.trim(), t('mail.review.stands.who'), t('mail.review.stands.further'),
      t('mail.decision.question', { email })]
  return emailMessage({
    language, sender: senderOf(organisation, origin), subject: t(`mail.review.${telling.of}.subject`), preheader: paragraphs[0]!,
    blocks: [
      ...[t('mail.greeting', { name: reader.legalName }), ...paragraphs].map((text) => ({ kind: 'paragraph' as const, text })),
      { kind: 'button', label: t('mail.decision.account'), href: `${origin}/${language}/account` },
    ],
  })
}
