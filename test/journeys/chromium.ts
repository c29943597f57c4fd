import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, readFileSync, renameSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'

const packed = path.resolve(fileURLToPath(import.meta.resolve('@sparticuz/chromium')), '../..')

/** Nothing here loosens what a browser enforces; the package's own arguments would switch off the same-origin policy. */
export const chromiumArguments = [
  '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run',
]

/**
 * The path of a Chromium that came with the packages, unpacked into the folder for temporary files when it is not there yet.
 * It appears under its name only when it is whole, so any number of processes may ask at once.
 */
export async function unpackedChromium(): Promise<string> {
  const { version } = JSON.parse(readFileSync(path.join(packed, 'package.json'), 'utf8')) as { version: string }
  const file = path.join(os.tmpdir(), `joinder-chromium-${version}-${os.userInfo().uid}`)
  if (existsSync(file)) return file
  const half = `${file}.${randomUUID()}`
  await pipeline(createReadStream(path.join(packed, 'bin/chromium.br')), createBrotliDecompress(), createWriteStream(half, { mode: 0o700 }))
  renameSync(half, file)
  return file
}
