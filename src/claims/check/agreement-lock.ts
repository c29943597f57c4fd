import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { agreementsIn } from '#claims/agreement.ts'
import { resolve, type Scope } from '#claims/quote.ts'
import { lockFile, sha256, type Bundle, type BundleFile } from '#claims/read-bundle.ts'
import { say, type Said } from '#claims/sayings.ts'

const lock = z.record(z.string(), z.strictObject({ file: z.hex(), text: z.hex() }))
/**
 * `mandate@2020-07-27/en` -> hash of the file, and hash of the text with its facts written out. The second is the one
 * people sign: it also changes when a fact changes that the agreement quotes.
 */
export type Lock = z.infer<typeof lock>

/** Reports a fault in the file at this path of the bundle. */
type ReportFile = (path: string, said: Said) => void

/** A published agreement never changes: each version in the bundle equals its entry in the lock file. */
export function checkLock(bundle: Bundle, scope: Scope, report: ReportFile): void {
  const locked = readLock(bundle)
  if (!locked) return report(lockFile, say('not-a-lock', {}))
  const current = entriesOf(bundle, scope)
  const all = Object.entries({ ...current.entries, ...locked })
  for (const [key, { file, text }] of Object.entries(current.entries)) {
    const path = current.paths[key] ?? lockFile
    const before = locked[key]
    const [twin] = all.find(([other, hashes]) => other !== key && hashes.text === text) ?? []
    if (!before) report(path, say('not-locked', { key }))
    else if (before.file !== file) report(path, say('changed-since-locked', { key }))
    else if (before.text !== text) report(path, say('fact-changed-since-locked', { key }))
    if (twin) report(path, say('same-words', { key, twin }))
  }
}

/** Adds versions that are not locked yet, unless they quote an unknown fact; other entries stay as they are. Returns the keys added. */
export async function lockNewVersions(bundle: Bundle, scope: Scope): Promise<string[]> {
  const { keys, raw } = extendedLock(bundle, scope)
  if (keys.length > 0) await writeFile(join(bundle.folder, lockFile), raw)
  return keys
}

/** The files of a bundle with its lock extended in the same way, for a bundle that lies on no disk. */
export function lockedFiles(bundle: Bundle, scope: Scope): BundleFile[] {
  const { keys, raw } = extendedLock(bundle, scope)
  if (keys.length === 0) return bundle.files
  return [...bundle.files.filter(({ path }) => path !== lockFile), { path: lockFile, raw }]
}

function extendedLock(bundle: Bundle, scope: Scope): { keys: string[]; raw: string } {
  const locked = readLock(bundle)
  if (!locked) return { keys: [], raw: '' }
  const { entries, unfinished } = entriesOf(bundle, scope)
  const added = Object.entries(entries).filter(([key]) => !locked[key] && !unfinished.has(key))
  const sorted = Object.entries({ ...locked, ...Object.fromEntries(added) }).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { keys: added.map(([key]) => key), raw: `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n` }
}

function entriesOf(bundle: Bundle, scope: Scope) {
  const entries: Lock = {}
  const paths: Record<string, string> = {}
  const unfinished = new Set<string>()
  for (const { kind, version, language, sha256: text } of agreementsIn(bundle.texts, scope)) {
    const source = bundle.texts.find((other) => other.language === language && other.name === `agreements/${kind}`)
    if (!source) continue
    const key = `${kind}@${version}/${language}`
    entries[key] = { file: sha256(source.raw), text }
    paths[key] = source.path
    if (resolve(source.raw, source.language, scope).unknown.length > 0) unfinished.add(key)
  }
  return { entries, paths, unfinished }
}

function readLock(bundle: Bundle): Lock | undefined {
  const file = bundle.files.find(({ path }) => path === lockFile)
  if (!file) return {}
  try {
    return lock.parse(JSON.parse(file.raw))
  } catch {
    return undefined
  }
}
