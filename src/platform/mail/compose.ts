import type { Db } from '#platform/ctx.ts'
import { readFile } from '#platform/files/stored.ts'
import type { FileStore } from '#platform/files/store.ts'
import type { Safe, Vault } from '#platform/vault.ts'
import { letterPlace } from './queue.ts'
import type { Letter, MailMessage } from './queue.ts'

/** A mail ready to go. */
export interface Mail extends MailMessage {
  to: string
  /** The same at every try, so that a mail server and the reader recognise a repetition. */
  messageId: string
  date: Date
  attachments: { name: string; mediaType: string; bytes: Uint8Array }[]
}

/** The whole address of a mail's Message-ID; the row keeps the part left of the @. */
export const messageIdOf = (left: string, publicOrigin: string) => `<${left}@${new URL(publicOrigin).hostname}>`

export function openLetter(safe: Safe, mailId: string, sealed: Uint8Array): Letter {
  return JSON.parse(safe.text(letterPlace(mailId), sealed)) as Letter
}

/** The attachments of a letter with their bytes. Throws when one is missing: a mail that promises a document is not sent without it. */
export async function attachmentsOf(world: { db: Db; vault: Vault; files: FileStore }, personId: string,
  letter: Letter): Promise<Mail['attachments']> {
  return Promise.all(letter.attachments.map(async ({ fileId, name }) => {
    const file = await readFile(world, personId, fileId)
    if (!file) throw new Error(`file ${fileId} of a mail is missing`)
    return { name, mediaType: file.mediaType, bytes: file.bytes }
  }))
}
