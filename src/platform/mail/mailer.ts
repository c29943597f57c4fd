import { createTransport } from 'nodemailer'
import type { Mail } from './compose.ts'

/** Hands a mail to the outside. Anything but a final answer of the mail server is thrown, to be tried again. */
export interface Mailer {
  send(mail: Mail): Promise<{ accepted: true } | { accepted: false; replyCode: number }>
  close(): void
}

/** Without a mail server: every mail counts as accepted and stays in the database, where the local mailbox shows it. */
export const mailboxMailer: Mailer = { send: async () => ({ accepted: true }), close() {} }

/** Sends through the mail server at `url` (smtp:// or smtps://) over a few connections that stay open between mails. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url, pool: true, maxConnections: 4, maxMessages: 200, connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000,
    // A message is built from our own bytes only; it must never make this machine read a file or an address.
    disableFileAccess: true, disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text, html, replyTo, messageId, date, attachments }) {
      try {
        await transport.sendMail({
          from, to: { name: '', address: to }, ...(replyTo && { replyTo }), subject, text, html, messageId, date,
          attachments: attachments.map(({ name, mediaType, bytes }) => ({ filename: name, contentType: mediaType,
            content: Buffer.from(bytes) })),
          // RFC 3834: no out-of-office answers to a machine.
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { accepted: true }
      } catch (error) {
        const replyCode = finalRefusal(error)
        if (replyCode === undefined) throw error
        return { accepted: false, replyCode }
      }
    },
    close: () => transport.close(),
  }
}

/**
 * The reply code, when the server refused this address or this content for good (5xx). A 5xx to anything else (log in, sender, greeting) is
 * our own fault or passes, and must not cost the participant the mail.
 */
function finalRefusal(error: unknown): number | undefined {
  const { responseCode, command } = error as { responseCode?: number; command?: string }
  if (responseCode === undefined || responseCode < 500 || responseCode > 599) return undefined
  return command === 'RCPT TO' || command === 'DATA' ? responseCode : undefined
}
