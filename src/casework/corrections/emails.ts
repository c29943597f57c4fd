import { senderOf } from '#claims/mail-sender.ts'
import type { OrganisationContent } from '#claims/queries.ts'
import type { CorrectedField } from '#participants/correct.ts'
import { calledName } from '#participants/first-name.ts'
import type { MailBlock } from '#platform/mail/blocks.ts'
import { emailMessage } from '#platform/mail/layout.tsx'
import type { MailMessage } from '#platform/mail/queue.ts'
import { wordsIn } from '#words/words.ts'
import type { WayToAsk } from '#casework/reasons.ts'

interface About {
  organisation: OrganisationContent
  origin: string
  reader: { legalName: string }
  child: { legalName: string } | undefined
}

interface Corrected {
  changed: readonly CorrectedField[]
  cameBy: WayToAsk
  signsAnew: boolean
  personId: string
}

/**
 * That the desk corrected something, and what kind of thing: no address and no date, for whoever asked may not have been the reader. Says
 * what to do where it was not wanted, and that a new power of attorney is needed (SG-06).
 */
export function correctionMail(
  { changed, cameBy, signsAnew, personId }: Corrected,
  { organisation, origin, reader, child }: About,
): MailMessage {
  const {
    language, facts: { email },
  } = organisation
  const t = wordsIn(language)
  const paragraph = (text: string): MailBlock => ({ kind: 'paragraph', text })
  const lead = t('mail.correction.lead', { name: calledName((child ?? reader).legalName), way: t(`mail.correction.way.${cameBy}`) })
  return emailMessage({
    language, sender: senderOf(organisation, origin), subject: t('mail.correction.subject'), preheader: lead,
    blocks: [
      paragraph(t('mail.greeting', { name: reader.legalName })), paragraph(lead),
      { kind: 'list', items: changed.map((field) => t(`mail.correction.field.${field}`)) },
      ...(signsAnew ? [paragraph(t('mail.correction.signAnew'))] : []),
      paragraph(t('mail.correction.notYou', { email })),
      { kind: 'button', label: t('mail.correction.button'), href: `${origin}/${language}/account/details/${personId}` },
    ],
  })
}
