import { Readable } from 'node:stream'
import yazl from 'yazl'
import { getOrganisation } from '#claims/queries.ts'
import { record } from '#journal/record.ts'
import { getPerson } from '#participants/queries.ts'
import { listFiles, readFile, storeFile } from '#platform/files/stored.ts'
import { openLetter } from '#platform/mail/compose.ts'
import { queueMail, type Letter } from '#platform/mail/queue.ts'
import type { Safe } from '#platform/vault.ts'
import { ctxOf, transact, type World } from '#platform/world.ts'
import { archiveDays, archiveKind } from './archives.ts'
import { archiveTables } from './archive-tables.ts'
import { readMe } from './archive-words.ts'
import { archiveReadyMail } from './emails.ts'
import { findDraftAddress } from './draft-address.ts'
import { listUnsealed } from './unsealed-rows.ts'

type Inside = Pick<World, 'db' | 'clock' | 'vault' | 'jobs' | 'files'> & { config: { publicOrigin: string } }
interface Asked { personId: string; archiveId: string }

/**
 * Builds an archive: one zip with a readme, everything in the database as data.json, the files, and the mails as text. Built already, or
 * the person erased meanwhile: it does nothing. Each file and mail is read when its turn comes and let go; the zip itself is held in
 * memory, because a file is sealed as a whole (a few megabytes for who has many documents).
 */
export async function build(world: Inside, { personId, archiveId }: Asked): Promise<void> {
  const asked = await world.db.selectFrom('archive').selectAll().where('person_id', '=', personId).where('id', '=', archiveId)
    .executeTakeFirst()
  const safe = asked && !asked.built_at ? await world.vault.find(world.db, personId) : undefined
  if (!asked || !safe) return
  const language = asked.language as 'en' | 'nl'
  const parts = await partsOf(world, safe)
  const tell = async (done: number) => {
    await world.db.updateTable('archive').set({ parts: parts.length, parts_done: done }).where('person_id', '=', personId)
      .where('id', '=', archiveId).execute()
  }
  const bytes = await zipOf(readMe(await getOrganisation(world.db, language), world.config.publicOrigin, world.clock.now()),
    world.clock.now(), parts, tell)
  await transact(world, async (ctx) => {
    const { id: fileId } = await storeFile({ ...world, db: ctx.db }, personId, { kind: archiveKind, mediaType: 'application/zip', bytes })
    const built = await ctx.db.updateTable('archive').set({ file_id: fileId, built_at: ctx.now, parts_done: parts.length })
      .where('person_id', '=', personId).where('id', '=', archiveId).where('built_at', 'is', null).executeTakeFirst()
    if (!built.numUpdatedRows) throw new Error(`archive ${archiveId} was built twice at once`)
    await record(ctx, 'archives.built', personId, { archiveId, parts: parts.length })
    const to = await addressOf(ctx, asked.asked_by)
    if (to === undefined) return
    const organisation = await getOrganisation(ctx.db, language)
    await queueMail(ctx, {
      personId, once: `archive:${archiveId}`, kind: 'archive-ready', language, to,
      message: archiveReadyMail({ organisation, origin: world.config.publicOrigin,
        goneAt: new Date(ctx.now.getTime() + archiveDays * 86_400_000) }),
    })
  })
}

async function addressOf(reader: Pick<World, 'db' | 'vault'>, askedBy: string): Promise<string | undefined> {
  const admitted = await reader.db.selectFrom('participant').select('person_id').where('person_id', '=', askedBy).executeTakeFirst()
  return admitted ? (await getPerson(reader, askedBy)).email : findDraftAddress(reader, askedBy)
}

interface Part { name: string; read(): Promise<Uint8Array | undefined> }

/** What goes into the zip, in order; nothing is read yet but the lists. */
async function partsOf(world: Inside, safe: Safe): Promise<Part[]> {
  const { personId } = safe
  const files = (await listFiles(world, [personId])).filter(({ kind }) => kind !== archiveKind)
  const signatures = await world.db.selectFrom('signature').select(['id', 'signed_at']).where('person_id', '=', personId)
    .orderBy('signed_at').execute()
  const mails = await world.db.selectFrom('mail').select(['id', 'kind', 'queued_at']).where('person_id', '=', personId).orderBy('queued_at')
    .orderBy('id').execute()
  return [
    { name: 'data.json', read: () => dataOf(world, safe) },
    ...files.map(({ id, kind, mediaType: type, storedAt: at }) => ({
      name: `files/${at.toISOString().slice(0, 10)}-${kind}-${id.slice(0, 8)}.${endings[type] ?? 'bin'}`,
      read: async () => (await readFile(world, personId, id))?.bytes,
    })),
    ...signatures.map(({ id, signed_at: at }) => ({
      name: `evidence/${at.toISOString().slice(0, 10)}-${id.slice(0, 8)}.json`,
      read: () => evidenceOf(world, safe, id),
    })),
    ...mails.map(({ id, kind, queued_at: at }) => ({
      name: `mails/${at.toISOString().slice(0, 16).replace(':', '')}-${kind}-${id.slice(0, 8)}.txt`,
      read: () => mailText(world, safe, id, at),
    })),
  ]
}

const endings: Record<string,
string> = { 'application/pdf': 'pdf', 'application/json': 'json', 'text/plain': 'txt', 'image/svg+xml': 'svg', 'image/png': 'png' }

async function dataOf(world: Inside, safe: Safe): Promise<Buffer> {
  const ctx = ctxOf(world)
  const told: Record<string, unknown> = { writtenAt: ctx.now.toISOString(), personId: safe.personId }
  for (const [table, { as }] of Object.entries(archiveTables)) told[as] = await listUnsealed(ctx, safe, table)
  told['represents'] = await ctx.db.selectFrom('representation').select(['relation', 'authority', 'declared_at as declaredAt'])
    .where('representative_id', '=', safe.personId).execute()
  return Buffer.from(`${JSON.stringify(told, null, 2)}\n`)
}

async function evidenceOf(world: Inside, safe: Safe, id: string): Promise<Buffer | undefined> {
  const row = await world.db.selectFrom('signature').select('evidence').where('person_id', '=', safe.personId).where('id', '=', id)
    .executeTakeFirst()
  return row && Buffer.from(`${JSON.stringify(JSON.parse(safe.text('signature.evidence', row.evidence)), null, 2)}\n`)
}

async function mailText(world: Inside, safe: Safe, id: string, at: Date): Promise<Buffer | undefined> {
  const row = await world.db.selectFrom('mail').select('letter').where('person_id', '=', safe.personId).where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { to, subject, text, attachments }: Letter = openLetter(safe, id, row.letter)
  const head = [`To: ${to}`, `Date: ${at.toISOString()}`, `Subject: ${subject}`, ...attachments.map(({ name }) => `Attachment: ${name}`)]
  return Buffer.from(`${head.join('\n')}\n\n${text}`)
}

/** One zip of the parts, one after the other, with the readme first. */
async function zipOf(readme: string, now: Date, parts: readonly Part[], tell: (done: number) => Promise<void>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  const chunks: Buffer[] = []
  const whole = new Promise<void>((resolve, reject) => {
    (zip.outputStream as Readable).on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', resolve).on('error', reject)
    zip.on('error', reject)
  })
  const written = { mtime: now, mode: 0o100600 }
  zip.addBuffer(Buffer.from(readme), 'readme.txt', written)
  await tell(0)
  for (const [at, { name, read }] of parts.entries()) {
    const bytes = await read()
    if (bytes) zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, written)
    await tell(at + 1)
  }
  zip.end()
  await whole
  return Buffer.concat(chunks)
}
