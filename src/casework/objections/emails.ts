import { senderOf } from '#claims/mail-sender.ts'
import type { OrganisationContent } from '#claims/queries.ts'
import { calledName } from '#participants/first-name.ts'
import { emailMessage } from '#platform/mail/layout.tsx'
import type { MailMessage } from '#platform/mail/queue.ts'
import { wordsIn } from '#words/words.ts'

interface About {
  organisation: OrganisationContent
  origin: string
  reader: { legalName: string }
  child: { legalName: string } | undefined
}

/** That an objection was noted, what it does and what it does not; or that it was taken back (UAVG 37). */
export function objectionMail(what: 'noted' | 'ended', { organisation, origin, reader, child }: About): MailMessage {
  const { language, facts: { email } } = organisation
  const t = wordsIn(language)
  const lead = t(`mail.objection.${what}.lead`, { name: calledName((child ?? reader).legalName) })
  const paragraphs = [t('mail.greeting', { name: reader.legalName }), lead, ...(what === 'noted' ? [t('mail.objection.noted.means')] : []),
    t('mail.objection.notYou', { email })]
  return emailMessage({
    language, sender: senderOf(organisation, origin), subject: t(`mail.objection.${what}.subject`), preheader: lead,
    blocks: [
      ...paragraphs.map((text) => ({ kind: 'paragraph' as const, text })),
      { kind: 'button', label: t('mail.decision.account'), href: `${origin}/${language}/account` },
    ],
  })
}
