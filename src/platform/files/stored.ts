import { createHash, randomUUID } from 'node:crypto'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/ctx.ts'
import type { Vault } from '#platform/vault.ts'
import type { FileStore } from './store.ts'

export interface FileContent {
  /** What it is to the room that stores it, such as `mandate`. */
  kind: string
  mediaType: string
  bytes: Uint8Array
}

interface Place {
  db: Db
  vault: Vault
  files: FileStore
}

const sealedAs = (id: string) => `stored_file.${id}`

/**
 * Keeps a file of a person: the bytes sealed with the person's key in the file store, their description as a row. The bytes are written
 * first: if the transaction of `world.db` does not commit, an orphan is left that `sweepFiles` removes. Throws for an erased person.
 */
export async function storeFile(world: Place & { clock: Clock }, personId: string,
  { kind, mediaType, bytes }: FileContent): Promise<{ id: string; sha256: Buffer }> {
  const id = randomUUID()
  const sha256 = createHash('sha256').update(bytes).digest()
  const safe = await world.vault.open(world.db, personId)
  await world.files.write(id, safe.seal(sealedAs(id), bytes))
  const row = { person_id: personId, id, kind, media_type: mediaType, bytes: bytes.length, sha256, stored_at: world.clock.now() }
  await world.db.insertInto('stored_file').values(row).execute()
  return { id, sha256 }
}

/** A file of a person; undefined when there is none of that id or the person has been erased. Throws when its bytes are lost. */
export async function readFile(world: Place, personId: string, id: string): Promise<FileContent | undefined> {
  const row = await world.db.selectFrom('stored_file').select(['kind', 'media_type']).where('person_id', '=', personId).where('id', '=', id)
    .executeTakeFirst()
  const safe = row && (await world.vault.find(world.db, personId))
  if (!safe) return undefined
  const sealed = await world.files.read(id)
  if (!sealed) throw new Error(`the bytes of file ${id} are missing from the file store`)
  return { kind: row.kind, mediaType: row.media_type, bytes: safe.bytes(sealedAs(id), sealed) }
}

/** What is told of a file of a person without opening it. */
export interface KnownFile { personId: string; id: string; kind: string; mediaType: string; bytes: number; storedAt: Date }

/** The files of some persons without their content, in one query, newest first. */
export async function listFiles({ db }: Pick<Place, 'db'>, personIds: readonly string[]): Promise<KnownFile[]> {
  if (!personIds.length) return []
  const rows = await db.selectFrom('stored_file').select(['person_id', 'id', 'kind', 'media_type', 'bytes', 'stored_at'])
    .where('person_id', 'in', personIds)
    .orderBy('stored_at', 'desc').orderBy('id').execute()
  return rows.map((row) => ({ personId: row.person_id, id: row.id, kind: row.kind, mediaType: row.media_type, bytes: row.bytes,
    storedAt: row.stored_at }))
}

/** Takes a file away, row and bytes. Not for a file another row leads to, such as a sealed mandate. */
export async function removeFile(world: Pick<Place, 'db' | 'files'>, personId: string, id: string): Promise<void> {
  await world.db.deleteFrom('stored_file').where('person_id', '=', personId).where('id', '=', id).execute()
  await world.files.remove(id)
}

/** Removes the bytes of everything an erased person had; the rows tell nothing but ids and sizes. Throws while the key is there. */
export async function removeBytes(world: Place, personId: string): Promise<void> {
  if (await world.vault.find(world.db, personId)) throw new Error(`person ${personId} is not erased`)
  for (const { id } of await listFiles(world, [personId])) await world.files.remove(id)
}

const graceHours = 24
const atOnce = 5000

/**
 * Removes files that no row knows: left by a crash, a rolled back transaction or an erasure. Spares the newest day, whose rows may be on
 * their way.
 */
export async function sweepFiles(world: Place & { clock: Clock }): Promise<number> {
  const before = world.clock.now().getTime() - graceHours * 3_600_000
  let removed = 0
  let batch: string[] = []
  const settle = async () => {
    const known = new Set((await world.db.selectFrom('stored_file').select('id').where('id', 'in', batch).execute()).map((row) => row.id))
    for (const id of batch) {
      if (known.has(id)) continue
      await world.files.remove(id)
      removed += 1
    }
    batch = []
  }
  for await (const { id, writtenAt } of world.files.each()) {
    if (writtenAt.getTime() < before) batch.push(id)
    if (batch.length >= atOnce) await settle()
  }
  if (batch.length) await settle()
  return removed
}
