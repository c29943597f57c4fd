import { senderOf } from '#claims/mail-sender.ts'
import type { OrganisationContent } from '#claims/queries.ts'
import { calledName } from '#participants/first-name.ts'
import { emailMessage } from '#platform/mail/layout.tsx'
import type { MailMessage } from '#platform/mail/queue.ts'
import { dayAndTime } from '#words/formats.ts'
import { wordsIn } from '#words/words.ts'

interface GaveUp {
  organisation: OrganisationContent
  origin: string
  to: 'self' | 'other' | 'child'
  /** Legal name of the child. */
  child: string
  at: Date
  /** Nobody acts for the child any more. */
  alone: boolean
}

/** Somebody no longer acts for a child: to who gave up, to who goes on acting, or to the child itself. Who it was, only the first knows. */
export function gaveUpMail({ organisation, origin, to, child, at, alone }: GaveUp): MailMessage {
  const { language, facts: { email } } = organisation
  const t = wordsIn(language)
  const named = { child: calledName(child), time: dayAndTime(language, at) }
  const lead = to === 'child' ? t(alone ? 'mail.gaveUp.child.alone' : 'mail.gaveUp.child.lead', named) : t(`mail.gaveUp.${to}.lead`, named)
  const onHold = alone ? [...(to === 'self' ? [t('mail.gaveUp.alone', named)] : []), t('mail.gaveUp.declare', { email })] : []
  const contact = to === 'self' ? t('mail.gaveUp.self.notMe', { email }) : t('mail.gaveUp.question', { email })
  return emailMessage({
    language, sender: senderOf(organisation, origin),
    subject: to === 'child' ? t('mail.gaveUp.child.subject') : t(`mail.gaveUp.${to}.subject`, named), preheader: lead,
    blocks: [t('mail.greetingPlain'), lead, ...onHold, contact].map((text) => ({ kind: 'paragraph' as const, text })),
  })
}
