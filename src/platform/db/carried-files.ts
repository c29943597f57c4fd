import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Transform } from 'node:stream'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Streams and tells the SHA-256 (hex) of what went through. */
export async function pour(from: Readable, to: Writable): Promise<string> {
  const hash = createHash('sha256')
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk)
      next(null, chunk)
    },
  })
  await pipeline(from, meter, to)
  return hash.digest('hex')
}

/**
 * Copies a folder with all below it, in the order of the names, and writes `<sha256>  <path>` per file (as `sha256sum -c` reads it) to
 * `list`.
 */
export async function copyFolder(from: string, to: string, list: string): Promise<{ count: number; sha256: string }> {
  const hash = createHash('sha256')
  const out = createWriteStream(list, { flags: 'wx', mode: 0o600 })
  let count = 0
  for await (const file of filesBelow(from)) {
    const sha256 = await copyFile(path.join(from, file), path.join(to, file))
    if (!sha256) continue
    const line = `${sha256}  ${file}\n`
    hash.update(line)
    count += 1
    if (!out.write(line)) await new Promise((resume) => { out.once('drain', resume) })
  }
  await new Promise<void>((resolve, reject) => { out.once('error', reject).end(() => resolve()) })
  return { count, sha256: hash.digest('hex') }
}

/** Copies the files of a list and refuses (throws) where one is missing, was changed, or would land outside. */
export async function copyListed(list: string, from: string, to: string, expected: { count: number; sha256: string }): Promise<void> {
  const hash = createHash('sha256')
  let count = 0
  for await (const line of createInterface({ input: createReadStream(list), crlfDelay: Number.POSITIVE_INFINITY })) {
    hash.update(`${line}\n`)
    const file = line.slice(66)
    if (path.isAbsolute(file) || file.split(/[\\/]/).includes('..')) throw new Error(`${list} names a file outside of its folder: ${file}`)
    const sha256 = await copyFile(path.join(from, file), path.join(to, file))
    if (!sha256) throw new Error(`${path.join(from, file)} is missing from the export`)
    if (sha256 !== line.slice(0, 64)) throw new Error(`${path.join(from, file)} is damaged: its SHA-256 is not the one in ${list}`)
    count += 1
  }
  const whole = count === expected.count && hash.digest('hex') === expected.sha256
  if (!whole) throw new Error(`${list} is not the list that the manifest describes`)
}

/** Undefined when the file is gone: it may have been erased while the copy was under way. */
async function copyFile(from: string, to: string): Promise<string | undefined> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 })
  const source = createReadStream(from)
  try {
    await new Promise((resolve, reject) => { source.once('open', resolve).once('error', reject) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  return pour(source, createWriteStream(to, { flags: 'wx', mode: 0o600 }))
}

async function* filesBelow(folder: string, below = ''): AsyncGenerator<string> {
  const entries = await readdir(path.join(folder, below), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  // Compared by code unit, so that the order is the same on every machine.
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const file = path.posix.join(below, entry.name)
    if (entry.isDirectory()) yield* filesBelow(folder, file)
    else if (entry.isFile()) yield file
  }
}
