import { randomUUID } from 'node:crypto'
import { mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { FileStore } from './store.ts'

const idPattern = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** Files in a folder, as `<2>/<2>/<id>` so that no folder grows too large. A half-written file never bears an id as its name. */
export function folderStore(folder: string): FileStore {
  const placeOf = (id: string) => {
    if (!idPattern.test(id)) throw new Error('a file is named by a UUID')
    return path.join(folder, id.slice(0, 2), id.slice(2, 4), id)
  }
  return {
    async write(id, bytes) {
      const place = placeOf(id)
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
      // Another id of the same folder: left behind by a crash, it is an orphan like any other.
      const half = placeOf(id.slice(0, 4) + randomUUID().slice(4))
      try {
        await writeSafely(half, bytes)
        await rename(half, place)
      } catch (error) {
        await rm(half, { force: true })
        throw error
      }
      await syncFolder(path.dirname(place))
    },
    async read(id) {
      return readFile(placeOf(id)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      })
    },
    remove: (id) => rm(placeOf(id), { force: true }),
    async *each() {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      for await (const entry of await opendir(folder, { recursive: true })) {
        if (!entry.isFile()) continue
        const found = await stat(path.join(entry.parentPath, entry.name)).catch(() => undefined)
        if (!found) continue
        if (idPattern.test(entry.name)) yield { id: entry.name, writtenAt: found.mtime }
      }
    },
  }
}

async function writeSafely(place: string, bytes: Uint8Array) {
  const handle = await open(place, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function syncFolder(folder: string) {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
