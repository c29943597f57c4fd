import type { Wrong } from '#journal/verify.ts'
import type { MailSender } from '#platform/mail/blocks.ts'
import { emailMessage } from '#platform/mail/layout.tsx'
import type { MailMessage } from '#platform/mail/queue.ts'
import { dayAndTime } from '#words/formats.ts'
import { wordsIn, type T } from '#words/words.ts'
import type { Organiser } from './queries.ts'
import type { Role } from './roles.ts'

/** In whose name the desk writes; its `origin` is where the desk is. */
export interface Sending { sender: MailSender }

export const rolesSaid = (t: T, roles: readonly Role[]) => roles.map((role) => t(`desk.role.${role}`)).join(', ')

/** Invites to the desk, or after a lost passkey to make another one: where to go, what a passkey is, who asks. */
export function invitationMail({ sender }: Sending, kind: 'invited' | 'reset',
  { name, language, roles, expiresAt }: Organiser): MailMessage {
  const t = wordsIn(language)
  const organisation = sender.name
  return emailMessage({
    language, sender, subject: t(`mail.desk.${kind}Subject`, { organisation }),
    preheader: t('mail.desk.invitedPreheader', { until: dayAndTime(language, expiresAt!) }),
    blocks: [
      { kind: 'paragraph', text: t('mail.desk.greeting', { name }) },
      { kind: 'paragraph', text: t(`mail.desk.${kind}Lead`, { organisation }) },
      { kind: 'paragraph', text: t('mail.desk.invitedRoles', { roles: rolesSaid(t, roles) }) },
      { kind: 'button', label: t('mail.desk.invitedButton'), href: `${sender.origin}/${language}/desk/sign-in` },
      { kind: 'paragraph', text: t('mail.desk.invitedHow', { until: dayAndTime(language, expiresAt!) }) },
      { kind: 'heading', text: t('mail.desk.passkeyTitle') },
      { kind: 'paragraph', text: t('mail.desk.passkeyText') },
      { kind: 'small', text: t('mail.desk.invitedNotYou', { email: sender.email }) },
    ],
  })
}

export type Told = 'rolesChanged' | 'suspended' | 'lifted' | 'passkeyAdded' | 'passkeyRemoved'

/** Tells somebody what was done about their own way in. */
export function toldMail({ sender }: Sending, what: Told, { name, language, roles }: Organiser, at: Date): MailMessage {
  const t = wordsIn(language)
  return emailMessage({
    language, sender, subject: t(`mail.desk.told.${what}Subject`), preheader: t('mail.desk.toldPreheader'),
    blocks: [
      { kind: 'paragraph', text: t('mail.desk.greeting', { name }) },
      { kind: 'paragraph', text: t(`mail.desk.told.${what}`, { organisation: sender.name, time: dayAndTime(language, at) }) },
      ...(what === 'rolesChanged'
        ? [{ kind: 'paragraph' as const, text: t('mail.desk.invitedRoles', { roles: rolesSaid(t, roles) }) }] : []),
      { kind: 'small', text: t('mail.desk.toldNotYou', { email: sender.email }) },
    ],
  })
}

export type Watched = 'invited' | 'invitedAgain' | 'rolesChanged' | 'suspended' | 'lifted' | 'reset' | 'first'

/** Tells an administrator or auditor what somebody did about the access of another. */
export function watchMail({ sender }: Sending, what: Watched,
  { to, about, by }: { to: Organiser; about: Organiser; by: Organiser | undefined }, at: Date): MailMessage {
  const { language } = to
  const t = wordsIn(language)
  return emailMessage({
    language, sender, subject: t(`mail.desk.watch.${what}Subject`), preheader: t('mail.desk.watchPreheader'),
    blocks: [
      { kind: 'paragraph', text: t('mail.desk.greeting', { name: to.name }) },
      { kind: 'paragraph', text: t(`mail.desk.watch.${what}`, { name: about.name }) },
      { kind: 'table', rows: [
        [t('mail.desk.watchWho'), about.name], [t('mail.desk.watchRoles'), rolesSaid(t, about.roles)],
        [t('mail.desk.watchBy'), by?.name ?? t('mail.desk.watchOperator')], [t('mail.desk.watchAt'), dayAndTime(language, at)],
      ] },
      { kind: 'button', label: t('mail.desk.watchButton'), href: `${sender.origin}/${language}/desk/organisers/${about.personId}` },
      { kind: 'small', text: t('mail.desk.watchWhy') },
    ],
  })
}

/** Tells an administrator or auditor that the journal is not what it was, and what to do. */
export function journalMail({ sender }: Sending, { name, language }: Organiser, { wrong, upto }: Wrong, at: Date): MailMessage {
  const t = wordsIn(language)
  return emailMessage({
    language, sender, subject: t('mail.desk.journalSubject'), preheader: t('mail.desk.journalPreheader'),
    blocks: [
      { kind: 'paragraph', text: t('mail.desk.greeting', { name }) },
      { kind: 'paragraph', text: t('mail.desk.journalLead', { time: dayAndTime(language, at) }) },
      { kind: 'paragraph', text: `${t(`desk.journal.verify.${wrong}`, { upto: String(upto) })}.` },
      { kind: 'paragraph', text: t('desk.journal.verify.toDo') },
      { kind: 'button', label: t('mail.desk.watchButton'), href: `${sender.origin}/${language}/desk/journal/verify` },
      { kind: 'small', text: t('mail.desk.journalWhy') },
    ],
  })
}
