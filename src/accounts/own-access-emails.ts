import { senderOf } from '#claims/mail-sender.ts'
import type { OrganisationContent } from '#claims/queries.ts'
import { calledName } from '#participants/first-name.ts'
import type { MailBlock } from '#platform/mail/blocks.ts'
import { emailMessage } from '#platform/mail/layout.tsx'
import type { MailMessage } from '#platform/mail/queue.ts'
import { day, time } from '#words/formats.ts'
import { wordsIn } from '#words/words.ts'

interface About { organisation: OrganisationContent; origin: string }
interface First { notMe: MailBlock }

/** The code to an address that somebody of 16 or older gave with the right reference and date of birth. */
export function ownCodeMail({ organisation, origin, notMe, code,
  expiresAt }: About & First & { code: string; expiresAt: Date }): MailMessage {
  const { language } = organisation
  const [t, until] = [wordsIn(language), time(language, expiresAt)]
  return emailMessage({
    language, sender: senderOf(organisation, origin), subject: t('mail.ownAccess.subject', { code }),
    preheader: t('mail.code.preheader', { time: until }),
    blocks: [
      { kind: 'paragraph', text: t('mail.greetingPlain') },
      { kind: 'paragraph', text: t('mail.ownAccess.lead', { organisation: organisation.facts.name }) },
      { kind: 'code', label: t('mail.code.label'), code },
      { kind: 'paragraph', text: t('mail.code.how', { time: until }) },
      { kind: 'small', text: t('mail.signIn.notMe') },
      notMe,
    ],
  })
}

/** The answer to wrong details: it holds no code and tells nothing of anybody. */
export function notOpenedMail({ organisation, origin, notMe }: About & First): MailMessage {
  const { language } = organisation
  const t = wordsIn(language)
  return emailMessage({
    language, sender: senderOf(organisation, origin), subject: t('mail.ownAccess.noSubject'), preheader: t('mail.ownAccess.noPreheader'),
    blocks: [
      { kind: 'paragraph', text: t('mail.greetingPlain') },
      { kind: 'paragraph', text: t('mail.ownAccess.noLead', { organisation: organisation.facts.name }) },
      { kind: 'list', items: [t('mail.ownAccess.noReference'), t('mail.ownAccess.noAge'), t('mail.ownAccess.noAddress'),
        t('mail.ownAccess.noAlready')] },
      { kind: 'button', label: t('mail.ownAccess.noAgain'), href: `${origin}/${language}/own-access` },
      { kind: 'small', text: t('mail.ownAccess.noNotMe', { email: organisation.facts.email }) },
      notMe,
    ],
  })
}

/** A representative invites the child. Who reads this may be somebody else: it names nobody and no claim. */
export function invitedMail({ organisation, origin, notMe, language, taken,
  expiresOn }: About & First & { language: 'en' | 'nl'; taken: boolean; expiresOn: string }): MailMessage {
  const t = wordsIn(language)
  const name = organisation.facts.name
  return emailMessage({
    language, sender: senderOf(organisation, origin), subject: t('mail.invited.subject', { organisation: name }),
    preheader: t('mail.invited.preheader'),
    blocks: [
      { kind: 'paragraph', text: t('mail.greetingPlain') },
      { kind: 'paragraph', text: t('mail.invited.lead', { organisation: name }) },
      { kind: 'paragraph', text: t('mail.invited.what') },
      ...(taken ? [{ kind: 'paragraph' as const, text: t('mail.invited.taken') }] : [
        { kind: 'paragraph' as const, text: t('mail.invited.how', { date: day(language, expiresOn) }) },
        { kind: 'button' as const, label: t('mail.invited.button'), href: `${origin}/${language}/sign-in` },
      ]),
      { kind: 'small', text: t('mail.invited.notMe', { email: organisation.facts.email }) },
      notMe,
    ],
  })
}

/** Tells a representative that the child has an own way in now. */
export function openedMail({ organisation, origin, language, to,
  child: legalName }: About & { language: 'en' | 'nl'; to: string; child: string }): MailMessage {
  const child = calledName(legalName)
  const t = wordsIn(language)
  return emailMessage({
    language, sender: senderOf(organisation, origin), subject: t('mail.opened.subject', { child }),
    preheader: t('mail.opened.preheader', { child }),
    blocks: [
      { kind: 'paragraph', text: t('mail.greeting', { name: to }) },
      { kind: 'paragraph', text: t('mail.opened.lead', { child }) },
      { kind: 'list', items: [t('mail.opened.theirs', { child }), t('mail.opened.yours', { child })] },
      { kind: 'small', text: t('mail.opened.notMe', { child, email: organisation.facts.email }) },
    ],
  })
}
