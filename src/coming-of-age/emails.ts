import { senderOf } from '#claims/mail-sender.ts'
import type { ClaimContent, OrganisationContent } from '#claims/queries.ts'
import type { NoticeDays, Turning } from '#guardians/birthdays.ts'
import { calledName } from '#participants/first-name.ts'
import type { KnownPerson } from '#participants/queries.ts'
import type { MailBlock } from '#platform/mail/blocks.ts'
import { emailMessage } from '#platform/mail/layout.tsx'
import type { MailMessage } from '#platform/mail/queue.ts'
import { day, inFours } from '#words/formats.ts'
import { wordsIn } from '#words/words.ts'

interface About { organisation: OrganisationContent; origin: string; language: 'en' | 'nl'; to: string }

export interface BirthdayNotice extends About {
  age: Turning
  before: NoticeDays
  birthday: string
  /** The last day to sign, once the 18th birthday is there and something waits for a signature. */
  until: string | undefined
  claims: readonly ClaimContent[]
  /** Whose birthday it is, where a representative is written to; undefined in a mail to the person itself. */
  child: KnownPerson | undefined
  reference: string
}

/** Notice of a 16th or 18th birthday: what changes, how to confirm, what happens if nothing is done (AD-08). */
export function birthdayMail(notice: BirthdayNotice): MailMessage {
  const { organisation, origin, language, age, before, birthday, child, claims } = notice
  const t = wordsIn(language)
  const who = child ? 'parent' : 'own'
  const words = { name: child ? calledName(child.legalName) : '', date: day(language, birthday),
    claims: claims.map(({ facts }) => facts.name[language]).join(', ') }
  const when = before === 0 ? 'now' : 'soon'
  return emailMessage({
    language, sender: senderOf(organisation, origin, claims[0]?.facts.figure.hue),
    subject: child ? t(`mail.turning.${age}.parent.${when}.subject`, words)
      : when === 'soon' ? t(`mail.turning.${age}.own.soon.subject`, words) : t(`mail.turning.${age}.own.now.subject`),
    preheader: child ? t(`mail.turning.${age}.parent.${when}.preheader`, words) : t(`mail.turning.${age}.own.${when}.preheader`),
    blocks: [
      { kind: 'paragraph', text: t('mail.greeting', { name: notice.to }) },
      { kind: 'paragraph', text: t(`mail.turning.${age}.${who}.${when}.lead`, words) },
      ...(age === 16 ? at16(notice, words) : at18(notice, words)),
    ],
  })
}

type Words = { name: string; date: string; claims: string }

function at16({ language, origin, child, reference }: BirthdayNotice, words: Words): MailBlock[] {
  const t = wordsIn(language)
  if (!child) {
    return [
      { kind: 'heading', text: t('mail.turning.changes') },
      { kind: 'list', items: [t('mail.turning.16.own.requests'), t('mail.turning.16.own.data'), t('mail.turning.16.own.parent')] },
      { kind: 'heading', text: t('mail.turning.how') },
      { kind: 'paragraph', text: t('mail.turning.16.own.how') },
      { kind: 'button', label: t('mail.turning.signIn'), href: `${origin}/${language}/sign-in` },
      { kind: 'heading', text: t('mail.turning.ownNothing') },
      { kind: 'paragraph', text: t('mail.turning.16.own.nothing') },
    ]
  }
  return [
    { kind: 'heading', text: t('mail.turning.changes') },
    { kind: 'list', items: [t('mail.turning.16.parent.requests', words), t('mail.turning.16.parent.data', words),
      t('mail.turning.16.parent.stays', words)] },
    { kind: 'heading', text: t('mail.turning.how') },
    ...(child.email === undefined ? [
      { kind: 'paragraph' as const, text: t('mail.turning.16.parent.how', words) },
      {
        kind: 'button' as const, label: t('mail.turning.16.parent.button', words),
        href: `${origin}/${language}/account/children/${child.personId}`,
      },
      {
        kind: 'paragraph' as const,
        text: t('mail.turning.16.parent.alone', { ...words, reference: inFours(reference), address: `${origin}/${language}/own-access` }),
      },
    ] : [{ kind: 'paragraph' as const, text: t('mail.turning.16.parent.has', words) }]),
    { kind: 'heading', text: t('mail.turning.nothing') },
    { kind: 'paragraph', text: t('mail.turning.16.parent.nothing', words) },
  ]
}

function at18({ language, origin, child, before, until, reference, birthday }: BirthdayNotice, words: Words): MailBlock[] {
  const t = wordsIn(language)
  const [ownAccess, last] = [`${origin}/${language}/own-access`, { date: day(language, until ?? birthday) }]
  if (!child) {
    return [
      { kind: 'heading', text: t('mail.turning.changes') },
      { kind: 'list', items: [t('mail.turning.18.own.say'), t('mail.turning.18.own.parent'), t('mail.turning.18.own.stops')] },
      { kind: 'heading', text: t('mail.turning.how') },
      { kind: 'paragraph', text: before === 0 ? t('mail.turning.18.own.howNow', last) : t('mail.turning.18.own.howSoon') },
      { kind: 'button', label: t('mail.turning.signIn'), href: `${origin}/${language}/sign-in` },
      { kind: 'heading', text: t('mail.turning.ownNothing') },
      { kind: 'paragraph', text: before === 0 ? t('mail.turning.18.own.nothingNow', last) : t('mail.turning.18.own.nothing') },
    ]
  }
  // On the day itself nothing of the file may stand in it any more: not the reference either.
  const how = before === 0
    ? child.email === undefined ? t('mail.turning.18.parent.passOn', { ...words, address: ownAccess })
      : t('mail.turning.18.parent.told', words)
    : child.email === undefined ? t('mail.turning.18.parent.howAlone', { ...words, address: ownAccess, reference: inFours(reference) })
      : t('mail.turning.18.parent.how', words)
  return [
    { kind: 'heading', text: t('mail.turning.changes') },
    { kind: 'list', items: [t('mail.turning.18.parent.say', words), t('mail.turning.18.parent.stops', words)] },
    { kind: 'heading', text: t('mail.turning.how') },
    { kind: 'paragraph', text: how },
    { kind: 'heading', text: t('mail.turning.nothing') },
    { kind: 'paragraph', text: t('mail.turning.18.parent.nothing', words) },
    ...(before === 0 ? [{ kind: 'small' as const, text: t('mail.turning.18.parent.last', words) }] : []),
  ]
}

/** To who did not sign within 60 days of turning 18: it ended, nothing is owed, and the way back is open. */
export function noAnswerMail({ organisation, claim, origin, language, to,
  until }: About & { claim: ClaimContent; until: string }): MailMessage {
  const t = wordsIn(language)
  const words = { claim: claim.facts.name[language], date: day(language, until) }
  return emailMessage({
    language, sender: senderOf(organisation, origin, claim.facts.figure.hue), subject: t('mail.noAnswer.subject', words),
    preheader: t('mail.noAnswer.preheader'),
    blocks: [
      { kind: 'paragraph', text: t('mail.greeting', { name: to }) },
      { kind: 'paragraph', text: t('mail.noAnswer.lead', words) },
      { kind: 'list', items: [t('mail.noAnswer.acts'), t('mail.noAnswer.group', words), t('mail.noAnswer.cost')] },
      { kind: 'paragraph', text: t('mail.noAnswer.again', words) },
      { kind: 'button', label: t('mail.turning.signIn'), href: `${origin}/${language}/sign-in` },
    ],
  })
}
