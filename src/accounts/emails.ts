import { senderOf } from '#claims/mail-sender.ts'
import type { OrganisationContent } from '#claims/queries.ts'
import type { MailBlock } from '#platform/mail/blocks.ts'
import { emailMessage } from '#platform/mail/layout.tsx'
import type { MailMessage } from '#platform/mail/queue.ts'
import { dayAndTime, time } from '#words/formats.ts'
import { wordsIn } from '#words/words.ts'

export interface About { organisation: OrganisationContent; origin: string; notMe?: MailBlock }

/** A code to sign in, to confirm, or to prove a new address; each says what it is for. */
export function codeMail({ organisation, origin, notMe }: About, of: 'signIn' | 'confirm' | 'changeEmail',
  { code, expiresAt }: { code: string; expiresAt: Date }): MailMessage {
  const { language, facts } = organisation
  const t = wordsIn(language)
  const until = time(language, expiresAt)
  return emailMessage({
    language, sender: senderOf(organisation, origin),
    subject: t(`mail.${of}.subject`, { code }), preheader: t('mail.code.preheader', { time: until }),
    blocks: [
      { kind: 'paragraph', text: t('mail.greetingPlain') },
      { kind: 'paragraph', text: t(`mail.${of}.lead`, { organisation: facts.name }) },
      { kind: 'code', label: t('mail.code.label'), code },
      { kind: 'paragraph', text: t('mail.code.how', { time: until }) },
      { kind: 'small', text: t(`mail.${of}.notMe`) },
      ...(notMe ? [notMe] : []),
    ],
  })
}

/** Nobody joined with this address; no code. */
export function unknownMail({ organisation, origin, notMe }: About): MailMessage {
  const { language, facts } = organisation
  const t = wordsIn(language)
  return emailMessage({
    language, sender: senderOf(organisation, origin),
    subject: t('mail.unknown.subject'), preheader: t('mail.unknown.preheader'),
    blocks: [
      { kind: 'paragraph', text: t('mail.greetingPlain') },
      { kind: 'paragraph', text: t('mail.unknown.lead', { organisation: facts.name }) },
      { kind: 'button', label: t('mail.unknown.claims'), href: `${origin}/${language}` },
      ...(notMe ? [notMe] : []),
    ],
  })
}

export type NoticeKind = 'wayBack' | 'passkeyAdded' | 'passkeyRemoved' | 'emailMoved' | 'emailHere' | 'bankAccount'

/** Something about the way into the account, or about where money goes, changed; says when, and what to do if it was somebody else. */
export function noticeMail({ organisation, origin }: About, of: NoticeKind, at: Date, { name = '' }: { name?: string } = {}): MailMessage {
  const { language, facts } = organisation
  const t = wordsIn(language)
  return emailMessage({
    language, sender: senderOf(organisation, origin),
    subject: t(`mail.${of}.subject`), preheader: t('mail.notice.preheader'),
    blocks: [
      { kind: 'paragraph', text: t('mail.greetingPlain') },
      { kind: 'paragraph', text: t(`mail.${of}.lead`, { name, time: dayAndTime(language, at), organisation: facts.name }) },
      { kind: 'paragraph', text: t(`mail.${of}.next`) },
      { kind: 'heading', text: t('mail.notice.notMe') },
      { kind: 'paragraph', text: t(`mail.${of}.notMe`, { email: facts.email }) },
      ...(of === 'emailMoved' ? []
        : [{ kind: 'button' as const, label: t('mail.notice.button'), href: `${origin}/${language}/account/sign-in` }]),
    ],
  })
}
