import { senderOf } from '#claims/mail-sender.ts'
import type { OrganisationContent } from '#claims/queries.ts'
import { legalZone } from '#participants/age.ts'
import { dayIn } from '#platform/clock.ts'
import { emailMessage } from '#platform/mail/layout.tsx'
import type { MailMessage } from '#platform/mail/queue.ts'
import { day } from '#words/formats.ts'
import { wordsIn } from '#words/words.ts'

interface About { organisation: OrganisationContent; origin: string }

/** The archive is there; it is fetched in the account and never attached. */
export function archiveReadyMail({ organisation, origin, goneAt }: About & { goneAt: Date }): MailMessage {
  const { language } = organisation
  const t = wordsIn(language)
  const date = day(language, dayIn(legalZone, goneAt))
  return emailMessage({
    language, sender: senderOf(organisation, origin), subject: t('mail.archiveReady.subject'),
    preheader: t('mail.archiveReady.preheader', { date }),
    blocks: [
      { kind: 'paragraph', text: t('mail.greetingPlain') },
      { kind: 'paragraph', text: t('mail.archiveReady.lead') },
      { kind: 'button', label: t('mail.archiveReady.button'), href: `${origin}/${language}/account/my-data` },
      { kind: 'paragraph', text: t('mail.archiveReady.until', { date }) },
      { kind: 'small', text: t('mail.archiveReady.notMe') },
    ],
  })
}
