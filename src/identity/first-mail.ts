import { randomUUID } from 'node:crypto'
import type { Ctx } from '#platform/ctx.ts'
import type { MailBlock } from '#platform/mail/blocks.ts'
import { queueMail, type MailMessage, type NewMail } from '#platform/mail/queue.ts'
import { mayWriteFirst } from '#platform/mail/stop.ts'
import { wordsIn } from '#words/words.ts'

export interface FirstMail extends Omit<NewMail, 'id' | 'message'> {
  language: 'en' | 'nl'
  origin: string
  emailIndex: Buffer
  /** To somebody who takes part and wants in: never held back. */
  always?: boolean
  /** Writes the mail with the way to say "it was not me" as its last block. */
  message(notMe: MailBlock): MailMessage
}

/**
 * Queues a mail to an address that somebody typed and nobody has proven in this act: at its end stands the way for who did not ask for it.
 * While the holder of the address has said so (`mail_stop`), nothing is written. The caller shows the same in both cases.
 */
export async function queueFirstMail(ctx: Ctx, { origin, emailIndex, always = false, message, ...mail }: FirstMail): Promise<void> {
  if (!always && !(await mayWriteFirst(ctx, emailIndex))) return
  const id = randomUUID()
  const { language } = mail
  // What it does depends on the mail, and the page must not tell whether a mail exists: so the link says it.
  const about = mail.kind.startsWith('guardian-') ? '?about=guardian' : ''
  const notMe: MailBlock = { kind: 'link', label: wordsIn(language)('mail.notMe.link'), href: `${origin}/${language}/not-me/${id}${about}` }
  await queueMail(ctx, { ...mail, id, message: message(notMe) })
}
