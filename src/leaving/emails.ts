import { senderOf } from '#claims/mail-sender.ts'
import type { ClaimContent, OrganisationContent } from '#claims/queries.ts'
import type { MailBlock } from '#platform/mail/blocks.ts'
import { emailMessage } from '#platform/mail/layout.tsx'
import type { MailMessage } from '#platform/mail/queue.ts'
import { time } from '#words/formats.ts'
import { wordsIn } from '#words/words.ts'

interface About { organisation: OrganisationContent; claim: ClaimContent; origin: string; notMe: MailBlock }

/** The code of the withdrawal function (MO-04). */
export function withdrawalCodeMail({ organisation, claim: { facts }, origin, notMe, code,
  expiresAt }: About & { code: string; expiresAt: Date }): MailMessage {
  const { language } = organisation
  const [t, until] = [wordsIn(language), time(language, expiresAt)]
  return emailMessage({
    language, sender: senderOf(organisation, origin, facts.figure.hue), subject: t('mail.withdraw.subject', { code }),
    preheader: t('mail.code.preheader', { time: until }),
    blocks: [
      { kind: 'paragraph', text: t('mail.greetingPlain') },
      { kind: 'paragraph', text: t('mail.withdraw.lead', { claim: facts.name[language] }) },
      { kind: 'code', label: t('mail.code.label'), code },
      { kind: 'paragraph', text: t('mail.withdraw.how', { time: until }) },
      { kind: 'small', text: t('mail.withdraw.notMe') },
      notMe,
    ],
  })
}

/** To an address nobody joined with: nothing to withdraw from, and how to do it with another address. */
export function withdrawalUnknownMail({ organisation, claim: { facts, slug }, origin, notMe }: About): MailMessage {
  const { language } = organisation
  const t = wordsIn(language)
  return emailMessage({
    language, sender: senderOf(organisation, origin, facts.figure.hue), subject: t('mail.unknown.subject'),
    preheader: t('mail.withdrawUnknown.preheader'),
    blocks: [
      { kind: 'paragraph', text: t('mail.greetingPlain') },
      { kind: 'paragraph', text: t('mail.withdrawUnknown.lead', { claim: facts.name[language], email: organisation.facts.email }) },
      { kind: 'button', label: t('mail.withdrawUnknown.again'), href: `${origin}/${language}/${slug}/withdraw` },
      notMe,
    ],
  })
}
