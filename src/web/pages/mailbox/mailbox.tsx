import { findInMailbox, listMailbox } from '#platform/mail/mailbox.ts'
import { dayAndTime } from '#words/formats.ts'
import { documentAnswer, missing } from '#web/answer.ts'
import { frameOf } from '#web/frame.ts'
import { page } from '#web/page.ts'
import { DataTable, DefinitionTable } from '#web/parts/blocks.tsx'
import { Layout } from '#web/parts/layout.tsx'

/** Where mail waits while no mail server is set. Not there in production. */
export const mailboxPage = page('/mailbox', {
  who: 'developer',
  async show(visit) {
    const { t, ctx } = visit
    const mails = await listMailbox(ctx)
    return (
      <Layout {...frameOf(visit)} title={t('mailbox.title')} indexed={false}>
        <h1>{t('mailbox.title')}</h1>
        <p>{t('mailbox.lead')}</p>
        {mails.length === 0
          ? <p>{t('mailbox.none')}</p>
          : <DataTable caption={t('mailbox.title')} rows={mails} columns={[
            { head: t('mailbox.subject'), rowHead: true, cell: (mail) => <a href={`/mailbox/${mail.id}`}>{mail.subject}</a> },
            { head: t('mailbox.to'), cell: (mail) => mail.to },
            { head: t('mailbox.time'), cell: (mail) => dayAndTime('en', mail.queuedAt) },
            { head: t('mailbox.state'), cell: (mail) => t(`mailbox.${mail.outcome}`) },
          ]} />}
      </Layout>
    )
  },
})

export const mailPage = page('/mailbox/:id', {
  who: 'developer',
  async show(visit) {
    const { t, ctx, files } = visit
    const mail = await findInMailbox({ ...ctx, files }, visit.params['id'] ?? '')
    if (!mail) return missing
    return (
      <Layout {...frameOf(visit)} title={mail.subject} indexed={false}>
        <h1>{mail.subject}</h1>
        <DefinitionTable rows={[
          { term: t('mailbox.to'), value: mail.to }, { term: t('mailbox.time'), value: dayAndTime('en', mail.queuedAt) },
          { term: t('mailbox.state'), value: t(`mailbox.${mail.outcome}`) },
          ...(mail.attachments.length ? [{ term: t('mailbox.attachments'),
            value: <>{mail.attachments.map((file, at) => <a href={`/mailbox/${mail.id}/attachments/${at}`}>{file.name}</a>)}</> }] : []),
        ]} />
        <h2>{t('mailbox.plain')}</h2>
        <pre class="mail-text">{mail.text}</pre>
        <p><a href={`/mailbox/${mail.id}/html`}>{t('mailbox.html')}</a></p>
      </Layout>
    )
  },
})

/** The HTML part as a mail program would show it; the page's own policy keeps scripts and outside requests out. */
export const mailHtmlPage = page('/mailbox/:id/html', {
  who: 'developer',
  async show({ ctx, files, params }) {
    const mail = await findInMailbox({ ...ctx, files }, params['id'] ?? '')
    return mail ? documentAnswer(mail.html, 'text/html; charset=utf-8', { inlineStyle: true }) : missing
  },
})

export const mailAttachmentPage = page('/mailbox/:id/attachments/:at', {
  who: 'developer',
  async show({ ctx, files, params }) {
    const mail = await findInMailbox({ ...ctx, files }, params['id'] ?? '')
    const file = mail?.attachments[Number(params['at'])]
    return file ? documentAnswer(file.bytes, file.mediaType, { fileName: file.name }) : missing
  },
})
