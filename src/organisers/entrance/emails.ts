import type { MailBlock } from '#platform/mail/blocks.ts'
import { emailMessage } from '#platform/mail/layout.tsx'
import type { MailMessage } from '#platform/mail/queue.ts'
import { time } from '#words/formats.ts'
import { wordsIn } from '#words/words.ts'
import type { Sending } from '#organisers/emails.ts'

/** The code that proves an address at the desk. */
export function deskCodeMail({ sender }: Sending, notMe: MailBlock, language: 'en' | 'nl',
  { code, expiresAt }: { code: string; expiresAt: Date }): MailMessage {
  const t = wordsIn(language)
  const until = time(language, expiresAt)
  return emailMessage({
    language, sender, subject: t('mail.desk.codeSubject', { code }), preheader: t('mail.code.preheader', { time: until }),
    blocks: [
      { kind: 'paragraph', text: t('mail.greetingPlain') },
      { kind: 'paragraph', text: t('mail.desk.codeLead', { organisation: sender.name }) },
      { kind: 'code', label: t('mail.code.label'), code },
      { kind: 'paragraph', text: t('mail.code.how', { time: until }) },
      { kind: 'small', text: t('mail.desk.codeNotYou', { email: sender.email }) },
      notMe,
    ],
  })
}

export type WhyNoCode = 'unknown' | 'suspended' | 'passkey' | 'over'

/** Why no code came: nobody works here with this address, or a code is not how they get in. The page says the same to everybody. */
export function noCodeMail({ sender }: Sending, notMe: MailBlock, language: 'en' | 'nl', why: WhyNoCode): MailMessage {
  const t = wordsIn(language)
  const organisation = sender.name
  return emailMessage({
    language, sender, subject: t('mail.desk.noCodeSubject'), preheader: t('mail.desk.noCodePreheader'),
    blocks: [
      { kind: 'paragraph', text: t('mail.greetingPlain') },
      { kind: 'paragraph', text: t(`mail.desk.noCode.${why}`, { organisation }) },
      ...(why === 'passkey'
        ? [{ kind: 'button' as const, label: t('mail.desk.invitedButton'), href: `${sender.origin}/${language}/desk/sign-in` }] : []),
      { kind: 'small', text: t('mail.desk.codeNotYou', { email: sender.email }) },
      notMe,
    ],
  })
}
