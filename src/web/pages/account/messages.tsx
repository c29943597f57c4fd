import { normaliseEmail } from '#identity/address.ts'
import { isAdultOn, legalZone } from '#participants/age.ts'
import { may } from '#accounts/may.ts'
import type { Reached } from '#accounts/reach.ts'
import { dayIn } from '#platform/clock.ts'
import { isId } from '#platform/id.ts'
import { findSentMail, listSentMails, type SentMail } from '#platform/mail/sent.ts'
import { dayAndTime } from '#words/formats.ts'
import { documentAnswer, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { DefinitionTable } from '#web/parts/blocks.tsx'
import { accountPageOf, personOf, reachOf, type Participant } from './account-layout.tsx'

/**
 * A mail is read again by whom it was sent to: it went to the address of this account, or to somebody of it who was an adult by then,
 * perhaps under an address since changed. What parent and child of one file were sent stays apart, and from 16 the file's mails are the
 * child's.
 */
function isSentTo({ ctx, session }: Participant, of: Reached, { kind, to, queuedAt }: Pick<SentMail, 'kind' | 'to' | 'queuedAt'>): boolean {
  // The signed copy belongs to the agreement, which stays with who signed it until the child is 18.
  if (!may(of, kind === 'sealed-copy' ? 'see-agreement' : 'see-messages')) return false
  const { person, as } = of
  const address = normaliseEmail(to)
  if (address && ctx.vault.index('email', address).equals(session.emailIndex)) return true
  return as === 'self' && isAdultOn(person.birthDate, dayIn(legalZone, queuedAt))
}

/** The mail named in the path where this account may read it. */
async function mailOf(visit: Participant) {
  const { mail: id = '' } = visit.params
  const of = isId(id) ? await personOf(visit) : undefined
  const mail = of && (await findSentMail({ ...visit.ctx, files: visit.files }, of.person.personId, id))
  return mail && isSentTo(visit, of, mail) ? mail : undefined
}

/** The mails an account got, as they were sent. */
export const messagesPage = page('/:lang{en|nl}/account/messages', {
  who: 'participant',
  async show(visit) {
    const { t, ctx, language } = visit
    const reached = await reachOf(visit)
    const mails = (await listSentMails(ctx, reached.map(({ person }) => person.personId)))
      .filter((mail) => isSentTo(visit, reached.find(({ person }) => person.personId === mail.personId)!, mail))
    return accountPageOf(visit, { title: t('account.messages.title'), wide: true, children: (
      <>
        <p class="lead">{t('account.messages.lead')}</p>
        {mails.length === 0 ? <p>{t('account.messages.none')}</p> : (
          <ul class="papers">
            {mails.map((mail) => (
              <li>
                <p><a href={visit.homeLink(`/account/messages/${mail.personId}/${mail.id}`)}>{mail.subject}</a></p>
                <p class="fine">
                  <time dateTime={mail.queuedAt.toISOString()}>{dayAndTime(language, mail.queuedAt)}</time>
                  {`. ${t('account.messages.to')}: ${mail.to}. ${t('account.messages.state')}: ${t(`account.messages.${mail.outcome}`)}.`}
                </p>
              </li>
            ))}
          </ul>
        )}
      </>
    ) })
  },
})

/** One mail with its text and attachments. */
export const messagePage = page('/:lang{en|nl}/account/messages/:person/:mail', {
  who: 'participant',
  async show(visit) {
    const { t, language } = visit
    const mail = await mailOf(visit)
    if (!mail) return missing
    const here = visit.homeLink(`/account/messages/${mail.personId}/${mail.id}`)
    return accountPageOf(visit, { title: mail.subject, wide: true, children: (
      <>
        <DefinitionTable rows={[
          { term: t('account.messages.to'), value: mail.to },
          { term: t('account.messages.date'), value: dayAndTime(language, mail.queuedAt) },
          { term: t('account.messages.state'), value: t(`account.messages.${mail.outcome}`) },
          ...(mail.attachments.length ? [{ term: t('account.messages.attachments'),
            value: (
              <ul class="papers">{mail.attachments.map((file, at) => <li><a href={`${here}/attachments/${at}`}>{file.name}</a></li>)}</ul>
            ) }] : []),
        ]} />
        <h2>{t('account.messages.text')}</h2>
        <pre class="mail-text">{mail.text}</pre>
        <ul class="links">
          <li><a href={`${here}/html`}>{t('account.messages.html')}</a></li>
          <li><a href={visit.homeLink('/account/messages')}>{t('account.messages.back')}</a></li>
        </ul>
      </>
    ) })
  },
})

/** The HTML part as a mail program would show it; its policy keeps scripts and outside requests out. */
export const messageHtmlPage = page('/:lang{en|nl}/account/messages/:person/:mail/html', {
  who: 'participant',
  async show(visit) {
    const mail = await mailOf(visit)
    return mail ? documentAnswer(mail.html, 'text/html; charset=utf-8', { inlineStyle: true }) : missing
  },
})

/** A file that went with a mail, counted from 0. */
export const messageAttachmentPage = page('/:lang{en|nl}/account/messages/:person/:mail/attachments/:at', {
  who: 'participant',
  async show(visit) {
    const file = (await mailOf(visit))?.attachments[Number(visit.params['at'])]
    return file ? documentAnswer(file.bytes, file.mediaType, { fileName: file.name }) : missing
  },
})
