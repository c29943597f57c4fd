import { senderOf } from '#claims/mail-sender.ts'
import type { ClaimContent, OrganisationContent } from '#claims/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { MailBlock } from '#platform/mail/blocks.ts'
import { emailMessage } from '#platform/mail/layout.tsx'
import type { MailMessage } from '#platform/mail/queue.ts'
import { day, time } from '#words/formats.ts'
import { wordsIn } from '#words/words.ts'
import { erasedAt } from './unfinished.ts'

interface About { organisation: OrganisationContent; claim: ClaimContent; origin: string }

/** The code to join (AD-08). To an address that already joined it says so; the page shows the same in both cases. */
export function codeMail({ organisation, claim, origin, code, expiresAt, known,
  notMe }: About & { code: string; expiresAt: Date; known: boolean; notMe: MailBlock }): MailMessage {
  const { language, facts } = claim
  const t = wordsIn(language)
  const name = facts.name[language]
  const until = time(language, expiresAt, facts.timeZone)
  const page = `${origin}/${language}/${claim.slug}/join`
  return emailMessage({
    language, sender: senderOf(organisation, origin, facts.figure.hue),
    subject: known ? t('mail.known.subject', { claim: name }) : t('mail.code.subject', { code, claim: name }),
    preheader: known ? t('mail.known.preheader', { code }) : t('mail.code.preheader', { time: until }),
    blocks: [
      { kind: 'paragraph', text: t('mail.greetingPlain') },
      { kind: 'paragraph', text: t(known ? 'mail.known.lead' : 'mail.code.lead', { claim: name }) },
      { kind: 'code', label: t('mail.code.label'), code },
      { kind: 'paragraph', text: t(known ? 'mail.known.how' : 'mail.code.how', { time: until }) },
      known ? { kind: 'button', label: t('mail.known.signIn'), href: `${origin}/${language}/sign-in` }
        : { kind: 'button', label: t('mail.code.page'), href: page },
      { kind: 'small', text: t('mail.code.notMe') },
      notMe,
    ],
  })
}

/** The one reminder of an unfinished draft, with the day on which it is erased. */
export function reminderMail({ organisation, claim, origin, name, startedAt }: About & { name: string; startedAt: Date }): MailMessage {
  const { language, facts } = claim
  const t = wordsIn(language)
  return emailMessage({
    language, sender: senderOf(organisation, origin, facts.figure.hue),
    subject: t('mail.reminder.subject', { claim: facts.name[language] }),
    preheader: t('mail.reminder.preheader'),
    blocks: [
      { kind: 'paragraph', text: t('mail.greeting', { name }) },
      { kind: 'paragraph', text: t('mail.reminder.lead', { claim: facts.name[language] }) },
      { kind: 'paragraph', text: t('mail.reminder.how') },
      { kind: 'button', label: t('mail.reminder.button'), href: `${origin}/${language}/${claim.slug}/join` },
      { kind: 'small', text: t('mail.reminder.erased', { date: day(language, dayIn(facts.timeZone, erasedAt(startedAt))) }) },
    ],
  })
}

/** Asks a parent to join for a child that began alone. Of the child it tells no more than the first name. */
export function parentMail({ organisation, claim, origin, child,
  notMe }: About & { child: string | undefined; notMe: MailBlock }): MailMessage {
  const { language, facts } = claim
  const t = wordsIn(language)
  const named = { child: child ?? t('guardian.aChild'), claim: facts.name[language], organisation: organisation.facts.name }
  return emailMessage({
    language, sender: senderOf(organisation, origin, facts.figure.hue),
    subject: t('mail.parent.subject', named), preheader: t('mail.parent.preheader'),
    blocks: [
      { kind: 'paragraph', text: t('mail.greetingPlain') },
      { kind: 'paragraph', text: t('mail.parent.lead', named) },
      { kind: 'paragraph', text: t('mail.parent.how') },
      { kind: 'button', label: t('mail.parent.read'), href: `${origin}/${language}/${claim.slug}` },
      { kind: 'button', label: t('mail.parent.join'), href: `${origin}/${language}/${claim.slug}/join` },
      { kind: 'small', text: t('mail.parent.nothing') },
      notMe,
    ],
  })
}
