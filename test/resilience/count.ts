import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { chainJournal } from '#journal/chain.ts'
import { verifyJournal } from '#journal/verify.ts'
import { findDraft } from '#joining/queries.ts'
import { nextStep } from '#joining/steps.ts'
import type { Db } from '#platform/ctx.ts'
import { openDb } from '#platform/db/open.ts'
import { portOf } from '#platform/db/server-process.ts'
import { folderStore } from '#platform/files/folder.ts'
import { readFile } from '#platform/files/stored.ts'
import { messageIdOf, openLetter } from '#platform/mail/compose.ts'
import { openVault, readVaultKeys } from '#platform/vault.ts'
import { stepsInOrder, type Journey } from './joiner.ts'
import type { MailServer } from './mail-server.ts'

/** Opens what a stopped or running program left in its DATA_DIR, as its owner. */
export function openState(dataDir: string) {
  const data = path.join(dataDir, 'data')
  const url = `postgres://joinder:${readFileSync(path.join(data, 'joinder-password'), 'utf8').trim()}@127.0.0.1:${portOf(data)}/postgres`
  const db = openDb(url, { max: 3, asOwner: true })
  const key = path.join(dataDir, 'keys/master.key')
  return { url, db, keyFolder: path.dirname(key), vault: openVault(readVaultKeys(readFileSync(key, 'utf8'), key)),
    files: folderStore(path.join(dataDir, 'files')), close: () => db.destroy() }
}
export type State = ReturnType<typeof openState>

/** What waits: mandates without a seal, mails without an outcome. */
export async function open(db: Db): Promise<{ seals: number; mails: number }> {
  const { rows } = await sql<{ seals: number; mails: number }>`select
    (select count(*) from mandate m where not exists (select from seal s where s.mandate_id = m.id)) as seals,
    (select count(*) from mail m where not exists (select from mail_outcome o where o.mail_id = m.id)) as mails`.execute(db)
  return rows[0]!
}

/** Waits until nothing waits; answers how long that took in milliseconds. Throws with what is left after `withinMs`. */
export async function settled(db: Db, withinMs: number): Promise<number> {
  const started = performance.now()
  for (;;) {
    const left = await open(db)
    if (left.seals + left.mails === 0) return performance.now() - started
    if (performance.now() - started > withinMs) throw new Error(`still waiting after ${withinMs} ms: ${JSON.stringify(left)}`)
    await pause(200)
  }
}

/** Everything that is wrong with what is left, in words; empty when nothing was lost and nothing doubled. */
export async function losses(state: State, journeys: Journey[], mail: MailServer, origin: string): Promise<string[]> {
  const wrong = journeys.filter((each) => each.surprise).map((each) => `${each.email} met ${each.surprise}`)
  for (const journey of journeys) wrong.push(...(await lossesOf(state, journey, mail)).map((loss) => `${journey.email}: ${loss}`))
  wrong.push(...await strayMails(state.db, mail, origin))
  const counted = await sql<{ twice: number }>`select
    (select count(*) from (select person_id from mandate group by person_id, claim having count(*) > 1) a)
    + (select count(*) from (select email_index from participant group by email_index having count(*) > 1) b) as twice`.execute(state.db)
  if (counted.rows[0]!.twice) wrong.push(`${counted.rows[0]!.twice} persons have something twice`)
  await chainJournal({ db: state.db, now: new Date(), actor: 'system', vault: state.vault, jobs: { queue: async () => undefined } })
  const journal = await verifyJournal(state)
  if (!journal.ok) wrong.push(`the journal does not verify up to ${journal.upto}`)
  return wrong
}

async function lossesOf({ db, vault, files }: State, { email, acknowledged }: Journey, mail: MailServer): Promise<string[]> {
  const last = acknowledged.at(-1)
  if (!last) return []
  const drafts = await db.selectFrom('draft').selectAll().where('email_index', '=', vault.index('email', email)).execute()
  const [draft] = drafts
  if (!draft || drafts.length > 1) return [`${drafts.length} drafts`]
  const personId = draft.person_id
  const wrong: string[] = []
  if (acknowledged.includes('code') && !draft.confirmed_at) wrong.push('the proof of the address is gone')
  if (last !== 'check') {
    if (draft.submitted_at) return wrong
    const next = nextStep((await findDraft({ db, vault }, personId, draft.claim))!.answers)
    const reached = next === 'children' ? 'details' : next
    if (stepsInOrder.indexOf(reached) <= stepsInOrder.indexOf(last)) wrong.push(`acknowledged ${last}, but stands at ${reached}`)
    return wrong
  }
  for (const table of ['participant', 'participation', 'mandate', 'signature', 'seal', 'fee'] as const) {
    const { n } = await db.selectFrom(table).select((count) => count.fn.countAll<string>().as('n')).where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
    if (Number(n) !== 1) wrong.push(`${n} rows in ${table}`)
  }
  const seal = await db.selectFrom('seal').selectAll().where('person_id', '=', personId).executeTakeFirst()
  const file = seal && await readFile({ db, vault, files }, personId, seal.file_id)
  if (!file || !createHash('sha256').update(file.bytes).digest()
    .equals(seal.sha256)) wrong.push('the sealed file is not the one that was sealed')
  const copies = mail.deliveries.filter((each) => each.to === email && /filename=/.test(each.raw) && /application\/pdf/.test(each.raw))
  const ids = new Set(copies.map((each) => each.messageId))
  if (ids.size !== 1) wrong.push(`${ids.size} different mails with the sealed copy`)
  return wrong
}

/** Every mail of the database was delivered, and nothing was delivered that is not one of them. */
async function strayMails(db: Db, mail: MailServer, origin: string): Promise<string[]> {
  const rows = await db.selectFrom('mail').innerJoin('mail_outcome', 'mail_outcome.mail_id', 'mail.id')
    .select(['mail.message_id', 'mail.kind', 'mail_outcome.outcome']).execute()
  const delivered = new Set(mail.deliveries.map((each) => each.messageId))
  const known = new Set(rows.map((row) => messageIdOf(row.message_id, origin)))
  return [
    ...rows.filter((row) => row.outcome === 'accepted' && !delivered.has(messageIdOf(row.message_id, origin)))
      .map((row) => `a ${row.kind} mail counts as sent and never arrived`),
    ...[...delivered].filter((id) => !known.has(id)).map((id) => `a mail arrived that nobody knows: ${id}`),
  ]
}

/** The code in the newest mail to the draft of an address, read out of the database as the holder of the key can. */
export async function mailedCode({ db, vault }: State, email: string): Promise<string> {
  const mail = await db.selectFrom('draft').innerJoin('mail', 'mail.person_id', 'draft.person_id')
    .select(['mail.person_id', 'mail.id', 'mail.letter'])
    .where('draft.email_index', '=', vault.index('email', email)).orderBy('mail.queued_at', 'desc').limit(1).executeTakeFirstOrThrow()
  const { text } = openLetter(await vault.open(db, mail.person_id), mail.id, mail.letter)
  return /^\s+(\d{6})$/m.exec(text)![1]!
}
