import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Signer } from '#platform/signer.ts'
import { linkLine, type Link } from './links.ts'

/** What the chain was at some time, as somebody outside it kept it: an earlier look, an export, this folder. */
export interface Anchor { upto: number; hash: Buffer }

const ending = '.anchors'

const anchorFiles = async (folder: string): Promise<string[]> => {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.filter((name) => name.endsWith(ending)).sort().map((name) => path.join(folder, name))
}

/** Adds a link to the anchors outside the database, a file each month, which is only ever appended to. */
export async function writeAnchor(folder: string, link: Link): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const handle = await open(path.join(folder, `journal-${link.chained_at.toISOString().slice(0, 7)}${ending}`), 'a', 0o600)
  try {
    // Begun with a line end: a line that was cut off by a crash spoils none but itself.
    await handle.writeFile(`\n${linkLine(link)}`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The link that a line tells of, if it is whole and this installation signed it. */
function readAnchor(signer: Signer, line: string): Anchor | undefined {
  const [, text, signature] = /^(\{.*),"signature":"([\w+/=]+)"\}$/.exec(line) ?? []
  if (text === undefined || !signer.signed(`${text}}`, Buffer.from(signature!, 'base64'))) return undefined
  const { upto, hash } = JSON.parse(`${text}}`) as { upto: number; hash: string }
  return { upto, hash: Buffer.from(hash, 'hex') }
}

/** Every anchor of the folder, in the order of writing. Lines that another key signed, or that were changed, are left out. */
export async function* readAnchors(folder: string, signer: Signer): AsyncGenerator<Anchor> {
  for (const file of await anchorFiles(folder)) {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      const anchor = readAnchor(signer, line)
      if (anchor) yield anchor
    }
  }
}

/** The anchor that was written last. */
export async function newestAnchor(folder: string, signer: Signer): Promise<Anchor | undefined> {
  for (const file of (await anchorFiles(folder)).reverse()) {
    for (const line of (await readEnd(file)).split('\n').reverse()) {
      const anchor = readAnchor(signer, line)
      if (anchor) return anchor
    }
  }
  return undefined
}

const endBytes = 16_384

async function readEnd(file: string): Promise<string> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const from = Math.max(0, size - endBytes)
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(size - from), 0, size - from, from)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** After a restored backup: what was known of the chain that is no more is kept under other names. Answers how many files there were. */
export async function setAnchorsAside(folder: string, now: Date): Promise<number> {
  const files = await anchorFiles(folder)
  for (const file of files) await rename(file, `${file}.before-${now.toISOString().replaceAll(':', '-')}`)
  return files.length
}
