import type { Db } from '#platform/ctx.ts'
import type { FileStore } from '#platform/files/store.ts'
import type { Vault } from '#platform/vault.ts'
import { attachmentsOf, openLetter, type Mail } from './compose.ts'
import type { Letter } from './queue.ts'

type Reader = { db: Db; vault: Vault }

/** A mail as its person may read it again. */
export interface SentMail {
  personId: string
  id: string
  kind: string
  to: string
  subject: string
  queuedAt: Date
  outcome: 'accepted' | 'refused' | 'waiting'
}

/** A code is a line of its own; whoever holds one may act, so such a mail is never shown again. The occasion of its mail is the code's. */
const holdsCode = ({ text }: Pick<Letter, 'text'>) => /^\s*\d{6}\s*$/m.test(text)
const codes = 'code:%'

const columns = ['mail.person_id', 'mail.id', 'mail.kind', 'mail.letter', 'mail.queued_at', 'mail_outcome.outcome'] as const
const mails = (db: Db) => db.selectFrom('mail')
  .leftJoin('mail_outcome', (on) => on.onRef('mail_outcome.person_id', '=', 'mail.person_id').onRef('mail_outcome.mail_id', '=', 'mail.id'))

/** The mails to some persons, newest first, at most `limit`, in two queries; those with a code and those of erased people are left out. */
export async function listSentMails({ db, vault }: Reader, personIds: readonly string[], limit = 200): Promise<SentMail[]> {
  if (!personIds.length) return []
  const [rows, safes] = await Promise.all([
    mails(db).select(columns).where('mail.person_id', 'in', personIds).where('mail.once', 'not like', codes)
      .orderBy('mail.queued_at', 'desc').orderBy('mail.id').limit(limit).execute(), vault.findAll(db, personIds),
  ])
  return rows.flatMap((row) => {
    const safe = safes.get(row.person_id)
    const letter = safe && openLetter(safe, row.id, row.letter)
    return letter && !holdsCode(letter) ? [entryOf(row, letter)] : []
  })
}

/** One mail to a person with its parts; undefined where there is none, it holds a code, or the person was erased. */
export async function findSentMail(world: Reader & { files: FileStore }, personId: string, mailId: string): Promise<(SentMail & Pick<Mail,
  'text' | 'html' | 'attachments'>) | undefined> {
  const row = await mails(world.db).select(columns).where('mail.person_id', '=', personId).where('mail.id', '=', mailId)
    .where('mail.once', 'not like', codes).executeTakeFirst()
  const safe = row && (await world.vault.find(world.db, personId))
  const letter = safe && openLetter(safe, mailId, row.letter)
  if (!letter || holdsCode(letter)) return undefined
  return { ...entryOf(row, letter), text: letter.text, html: letter.html, attachments: await attachmentsOf(world, personId, letter) }
}

const entryOf = (row: { person_id: string; id: string; kind: string; queued_at: Date; outcome: string | null },
  { to, subject }: Letter): SentMail => ({
  personId: row.person_id, id: row.id, kind: row.kind, to, subject, queuedAt: row.queued_at,
  outcome: row.outcome === 'accepted' || row.outcome === 'refused' ? row.outcome : 'waiting',
})
