import type { Db } from '#platform/ctx.ts'
import type { FileStore } from '#platform/files/store.ts'
import { isId } from '#platform/id.ts'
import type { Vault } from '#platform/vault.ts'
import { attachmentsOf, openLetter } from './compose.ts'
import type { Mail } from './compose.ts'

/** A mail in the local mailbox of a development machine. */
export interface MailboxEntry {
  personId: string
  id: string
  kind: string
  language: string
  to: string
  subject: string
  queuedAt: Date
  outcome: 'accepted' | 'refused' | 'erased' | 'waiting'
}

const entryColumns = ['mail.person_id', 'mail.id', 'mail.kind', 'mail.language', 'mail.letter', 'mail.queued_at',
  'mail_outcome.outcome'] as const

const mails = (db: Db) => db.selectFrom('mail')
  .leftJoin('mail_outcome', (join) => join.onRef('mail_outcome.person_id', '=', 'mail.person_id')
    .onRef('mail_outcome.mail_id', '=', 'mail.id'))
  .select(entryColumns)

/** The newest mails first; those of erased people are left out. For the development page only: it opens the letters of everybody. */
export async function listMailbox({ db, vault }: { db: Db; vault: Vault }, limit = 50): Promise<MailboxEntry[]> {
  const rows = await mails(db).orderBy('mail.queued_at', 'desc').orderBy('mail.id').limit(limit).execute()
  const entries: MailboxEntry[] = []
  for (const row of rows) {
    const safe = await vault.find(db, row.person_id)
    if (safe) entries.push(entryOf(row, openLetter(safe, row.id, row.letter)))
  }
  return entries
}

/** One mail with its parts; undefined when there is none or the person has been erased. */
export async function findInMailbox(world: { db: Db; vault: Vault; files: FileStore }, id: string): Promise<(MailboxEntry & Pick<Mail,
  'text' | 'html' | 'attachments'>) | undefined> {
  if (!isId(id)) return undefined
  const row = await mails(world.db).where('mail.id', '=', id).executeTakeFirst()
  const safe = row && (await world.vault.find(world.db, row.person_id))
  if (!safe) return undefined
  const letter = openLetter(safe, row.id, row.letter)
  return { ...entryOf(row, letter), text: letter.text, html: letter.html, attachments: await attachmentsOf(world, row.person_id, letter) }
}

interface Row {
  person_id: string
  id: string
  kind: string
  language: string
  queued_at: Date
  outcome: string | null
}

const entryOf = (row: Row, { to, subject }: { to: string; subject: string }): MailboxEntry => ({
  personId: row.person_id, id: row.id, kind: row.kind, language: row.language, to, subject, queuedAt: row.queued_at,
  outcome: (row.outcome ?? 'waiting') as MailboxEntry['outcome'],
})
