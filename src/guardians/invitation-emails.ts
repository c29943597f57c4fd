import { senderOf } from '#claims/mail-sender.ts'
import type { ClaimContent, OrganisationContent } from '#claims/queries.ts'
import { calledName, firstName } from '#participants/first-name.ts'
import { dayIn } from '#platform/clock.ts'
import type { MailBlock } from '#platform/mail/blocks.ts'
import { emailMessage } from '#platform/mail/layout.tsx'
import type { MailMessage } from '#platform/mail/queue.ts'
import { day, time } from '#words/formats.ts'
import { wordsIn } from '#words/words.ts'
import type { GuardianAnswer } from './invitations.ts'

interface About { organisation: OrganisationContent; claim: ClaimContent; origin: string }

/** Asks the other parent; opening it or the page does nothing. Of the child it tells the first name, of the inviting parent the name. */
export function invitationMail({ organisation, claim, origin, id, by, child, expiresAt,
  notMe }: About & { id: string; by: string; child: string; expiresAt: Date; notMe: MailBlock }): MailMessage {
  const { language, facts } = claim
  const t = wordsIn(language)
  const named = { by, child: firstName(child) ?? t('guardian.aChild'), claim: facts.name[language], organisation: organisation.facts.name }
  return emailMessage({
    language, sender: senderOf(organisation, origin, facts.figure.hue),
    subject: t('mail.guardian.subject', named), preheader: t('mail.guardian.preheader'),
    blocks: [
      { kind: 'paragraph', text: t('mail.greetingPlain') },
      { kind: 'paragraph', text: t('mail.guardian.lead', named) },
      { kind: 'paragraph', text: t('mail.guardian.ask', named) },
      { kind: 'button', label: t('mail.guardian.button'), href: `${origin}/${language}/guardian/${id}` },
      { kind: 'paragraph', text: t('mail.guardian.until', { date: day(language, dayIn(facts.timeZone, expiresAt)) }) },
      { kind: 'small', text: t('mail.guardian.stranger') },
      notMe,
    ],
  })
}

/** The code for the page on which the other parent answers. */
export function invitedCodeMail({ organisation, claim, origin, code, expiresAt,
  notMe }: About & { code: string; expiresAt: Date; notMe: MailBlock }): MailMessage {
  const { language, facts } = claim
  const t = wordsIn(language)
  const until = time(language, expiresAt, facts.timeZone)
  return emailMessage({
    language, sender: senderOf(organisation, origin, facts.figure.hue),
    subject: t('mail.guardianCode.subject', { code }), preheader: t('mail.code.preheader', { time: until }),
    blocks: [
      { kind: 'paragraph', text: t('mail.greetingPlain') },
      { kind: 'paragraph', text: t('mail.guardianCode.lead') },
      { kind: 'code', label: t('mail.code.label'), code },
      { kind: 'paragraph', text: t('mail.code.how', { time: until }) },
      { kind: 'small', text: t('mail.signIn.notMe') },
      notMe,
    ],
  })
}

/** Tells the representative what the other parent answered, and what it means; never what that person added. */
export function answeredMail({ organisation, claim, origin, answer, by,
  child }: About & { answer: GuardianAnswer; by: string; child: string }): MailMessage {
  const { language, facts } = claim
  const t = wordsIn(language)
  const named = { child: calledName(child), claim: facts.name[language], email: organisation.facts.email }
  return emailMessage({
    language, sender: senderOf(organisation, origin, facts.figure.hue),
    subject: t(`mail.guardianAnswer.${answer}.subject`, named), preheader: t(`mail.guardianAnswer.${answer}.preheader`, named),
    blocks: [
      { kind: 'paragraph', text: t('mail.greeting', { name: by }) },
      { kind: 'paragraph', text: t(`mail.guardianAnswer.${answer}.what`, named) },
      { kind: 'paragraph', text: t(`mail.guardianAnswer.${answer}.next`, named) },
      { kind: 'button', label: t('mail.sealed.account'), href: `${origin}/${language}/account` },
    ],
  })
}
