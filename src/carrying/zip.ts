import type { Readable } from 'node:stream'
import { unzipSync, type UnzipFileInfo } from 'fflate'
import yazl from 'yazl'
import { hasPlace, type BundleFile, type Finding } from '#claims/read-bundle.ts'
import { say } from '#claims/sayings.ts'

/** The largest zip that is taken in, and what may come out of it. */
export const zipLimits = {
  bytes: 4 * 1024 * 1024, files: 2000, fileBytes: 1024 * 1024, unpackedBytes: 16 * 1024 * 1024, yamlEntries: 5000,
} as const

/** The files of a bundle as a zip, byte for byte; the same files and moment make the same zip. */
export async function packBundle(files: readonly BundleFile[], at: Date): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  const chunks: Buffer[] = []
  const whole = new Promise<void>((resolve, reject) => {
    (zip.outputStream as Readable).on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', resolve).on('error', reject)
    zip.on('error', reject)
  })
  for (const { path, raw } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    zip.addBuffer(Buffer.from(raw), path, { mtime: at, mode: 0o100644 })
  zip.end()
  await whole
  return Buffer.concat(chunks)
}

/**
 * The files in a zip, checked before anything is unpacked: its size, how many there are and how large they say they are, paths that lead
 * out of the folder, names that come twice; then that each is text in UTF-8 and has a place in a bundle. With findings there are no files.
 * A folder around everything is taken off, and what a Mac adds is left out.
 */
export function unpackBundle(bytes: Uint8Array): { files: BundleFile[]; findings: Finding[] } {
  const findings: Finding[] = []
  const report: Report = (path, code) => findings.push({ path: shown(path), line: 1, ...say(code, {}) })
  if (bytes.length > zipLimits.bytes) report('', 'zip-too-large')
  const names = findings.length ? [] : namesIn(bytes, report)
  const contents = findings.length ? {} : contentsOf(bytes, names, report)
  const files: BundleFile[] = []
  const top = commonFolder(names)
  for (const [name, content] of Object.entries(contents)) {
    const path = name.slice(top.length)
    const raw = Buffer.from(content).toString('utf8')
    if (!hasPlace(path)) report(path, 'no-place')
    else if (!Buffer.from(raw).equals(content) || raw.includes('\0')) report(path, 'not-text')
    else if (holdsYaml(path) && entriesIn(raw) > zipLimits.yamlEntries) report(path, 'zip-file-too-large')
    files.push({ path, raw })
  }
  return { files: findings.length ? [] : files.toSorted((a, b) => (a.path < b.path ? -1 : 1)), findings }
}

/** Facts and the head of an agreement. Reading YAML takes the square of its entries: a megabyte of names would take minutes. */
const holdsYaml = (path: string): boolean => path.endsWith('.yaml') || path.includes('/agreements/')
const entriesIn = (raw: string): number => raw.split(/[\n,]/).length

type Report = (
  path: string,
  code: 'zip-too-large' | 'zip-path' | 'zip-twice' | 'zip-file-too-large' | 'zip-bomb' | 'no-zip' | 'no-place' | 'not-text',
) => void

class TooMuch extends Error {}

/** The names of the files in a zip, read from its list alone: nothing is unpacked before all of them were looked at. */
function namesIn(bytes: Uint8Array, report: Report): string[] {
  const names = new Set<string>()
  let [entries, total] = [0, 0]
  const look = ({ name, originalSize, size }: UnzipFileInfo): boolean => {
    entries += 1
    // What is packed without compression counts as it lies there; several entries may point to the same bytes.
    const bytesOut = Math.max(originalSize, size)
    total += bytesOut
    if (entries > zipLimits.files || total > zipLimits.unpackedBytes) throw new TooMuch()
    if (name.endsWith('/') || ofMac(name)) return false
    if (name.split('/').includes('..') || /^\/|[\\:\p{Cc}]/u.test(name)) report(name, 'zip-path')
    else if (names.has(name)) report(name, 'zip-twice')
    else if (bytesOut > zipLimits.fileBytes) report(name, 'zip-file-too-large')
    names.add(name)
    return false
  }
  try {
    unzipSync(bytes, { filter: look })
    if (!names.size) report('', 'no-zip')
  } catch (error) {
    report('', error instanceof TooMuch ? 'zip-bomb' : 'no-zip')
  }
  return [...names]
}

function contentsOf(bytes: Uint8Array, names: readonly string[], report: Report): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter: ({ name }) => names.includes(name) })
  } catch {
    report('', 'no-zip')
    return {}
  }
}

/** Extra files of a Mac, which nobody put there on purpose. */
const ofMac = (name: string): boolean => name.startsWith('__MACOSX/') || name.split('/').at(-1) === '.DS_Store'

/** `tiktok/` where everything lies in one folder that is none of a bundle's own. */
function commonFolder(names: readonly string[]): string {
  const [first = ''] = names
  const top = first.slice(0, first.indexOf('/') + 1)
  return top && !['en/', 'nl/'].includes(top) && names.every((name) => name.startsWith(top)) ? top : ''
}

/** A name as a page may show it. */
const shown = (name: string): string => name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '?').slice(0, 120)
