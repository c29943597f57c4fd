import { removeFile, readFile } from '#platform/files/stored.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { World } from '#platform/world.ts'

/** Days an archive can be fetched; then file and row go. */
export const archiveDays = 7
export const archiveKind = 'archive'

const day = 86_400_000

/** An archive asked for; `fileId` once it is there. */
export interface KnownArchive {
  personId: string
  id: string
  askedAt: Date
  parts: number
  partsDone: number
  fileId: string | undefined
  /** When it is deleted, counted from when it was built. */
  goneAt: Date | undefined
}

/** The archives of some persons that can still be fetched or are being built, newest first. */
export async function listArchives({ db, now }: Pick<Ctx, 'db' | 'now'>, personIds: readonly string[]): Promise<KnownArchive[]> {
  if (!personIds.length) return []
  const rows = await db.selectFrom('archive').selectAll().where('person_id', 'in', personIds)
    .where((row) => row.or([row('built_at', 'is', null), row('built_at', '>', new Date(now.getTime() - archiveDays * day))]))
      .orderBy('asked_at', 'desc').orderBy('id').execute()
  return rows.map((row) => ({
    personId: row.person_id, id: row.id, askedAt: row.asked_at, parts: row.parts, partsDone: row.parts_done,
    fileId: row.file_id ?? undefined,
    goneAt: row.built_at ? new Date(row.built_at.getTime() + archiveDays * day) : undefined,
  }))
}

/** The zip of an archive that is there and not too old; undefined otherwise. The caller has made sure whose data rights are exercised. */
export async function openArchive(reader: Pick<Ctx, 'db' | 'now' | 'vault'> & Pick<World, 'files'>, personId: string,
  archiveId: string): Promise<Uint8Array | undefined> {
  const found = (await listArchives(reader, [personId])).find(({ id, fileId }) => id === archiveId && fileId !== undefined)
  return found && (await readFile(reader, personId, found.fileId!))?.bytes
}

/**
 * Takes away the archives of a person that were asked for before an instant, with their files; without one, all. Answers whether there was
 * one.
 */
export async function removeArchives(world: Pick<World, 'db' | 'files'>, personId: string, before?: Date): Promise<boolean> {
  const rows = await world.db.selectFrom('archive').select(['id', 'file_id']).where('person_id', '=', personId)
    .$if(before !== undefined, (found) => found.where((row) => row.fn.coalesce('built_at', 'asked_at'), '<', before!)).execute()
  for (const { id, file_id: fileId } of rows) {
    if (fileId) await removeFile(world, personId, fileId)
    await world.db.deleteFrom('archive').where('person_id', '=', personId).where('id', '=', id).execute()
  }
  return rows.length > 0
}
