import { randomUUID } from 'node:crypto'
import type { Ctx } from '#platform/ctx.ts'
import { jobKind } from '#platform/jobs.ts'

/** The same words twice: as plain text and as HTML. */
export interface MailMessage {
  subject: string
  text: string
  html: string
  /** Where an answer goes; the sender's address may be one that nobody reads. */
  replyTo?: string
}

/** What is sealed in `mail.letter`. */
export interface Letter extends MailMessage {
  to: string
  /** Files of the same person, by id. */
  attachments: { fileId: string; name: string }[]
}

export interface NewMail {
  personId: string
  /** Of a mail whose text names its own id; otherwise it gets one. */
  id?: string
  /** Names the occasion: a second mail with the same `once` to the same person is never sent. */
  once: string
  /** Kind of notice (AD-08), such as `join-code`. */
  kind: string
  language: string
  to: string
  message: MailMessage
  attachments?: { fileId: string; name: string }[]
}

/** A mail server may be away for days; `mail.send` tries on for about ten, at most a quarter of an hour apart. */
export const mailSend = jobKind<{ personId: string; mailId: string }>('mail.send',
  { retryLimit: 960, retryDelaySeconds: 5, retryDelayMaxSeconds: 900, expireSeconds: 120 })

export const letterPlace = (mailId: string) => `mail.letter.${mailId}`

/**
 * Queues an e-mail in the transaction of the act that causes it. The letter is sealed with the person's key. Once per person and occasion:
 * a repetition changes nothing. Throws for an erased person. Returns the id of the mail, or undefined when the occasion had its mail
 * already.
 */
export async function queueMail(ctx: Ctx,
  { personId, id = randomUUID(), once, kind, language, to, message, attachments = [] }: NewMail): Promise<string | undefined> {
  const safe = await ctx.vault.open(ctx.db, personId)
  const letter: Letter = { to, ...message, attachments }
  const added = await ctx.db.insertInto('mail')
    .values({ person_id: personId, id, kind, once, language, message_id: id, letter: safe.seal(letterPlace(id), JSON.stringify(letter)),
      queued_at: ctx.now })
    .onConflict((conflict) => conflict.columns(['person_id', 'once']).doNothing())
    .executeTakeFirst()
  if (!added.numInsertedOrUpdatedRows) return undefined
  await ctx.jobs.queue(ctx.db, mailSend, { personId, mailId: id })
  return id
}
