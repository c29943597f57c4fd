import { senderOf } from '#claims/mail-sender.ts'
import type { OrganisationContent } from '#claims/queries.ts'
import { emailMessage } from '#platform/mail/layout.tsx'
import type { MailMessage } from '#platform/mail/queue.ts'
import { day, dayAndTime } from '#words/formats.ts'
import { wordsIn } from '#words/words.ts'
import type { Decision } from './decisions.ts'

interface About { organisation: OrganisationContent; origin: string }

/** The receipt of an erasure (SE-06): what went, what is kept and why, and when that is looked at again. `own`: to the person itself. */
export function erasureReceipt({ organisation, origin, at, name, ended, decisions,
  own }: About & { at: Date; name: string; ended: string[]; decisions: readonly Decision[]; own: boolean }): MailMessage {
  const { language, facts } = organisation
  const t = wordsIn(language)
  const gone = decisions.filter(({ fate }) => fate === 'now').map(({ kind }) => t(`erase.kind.${kind}`))
  const kept = decisions.flatMap(({ kind, fate }) => (typeof fate === 'object'
    ? [t('mail.erased.kept', { what: t(`erase.kind.${kind}`), why: t(`erase.why.${fate.ground}`), date: day(language, fate.reviewOn) })]
      : []))
  return emailMessage({
    language, sender: senderOf(organisation, origin), subject: t('mail.erased.subject'), preheader: t('mail.erased.preheader'),
    blocks: [
      { kind: 'paragraph', text: t('mail.greetingPlain') },
      { kind: 'paragraph', text: [t('mail.erased.lead', { time: dayAndTime(language, at), name }),
        ...(own ? [t('mail.erased.address')] : [])].join(' ') },
      ...ended.map((claim) => ({ kind: 'paragraph' as const, text: t('mail.erased.ended', { claim }) })),
      { kind: 'list', items: [...gone.map((what) => t('mail.erased.now', { what })), ...kept, t('mail.erased.journal')] },
      { kind: 'small', text: t('mail.erased.complain', { email: facts.email }) },
    ],
  })
}
