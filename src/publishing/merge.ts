import { applyPatch, structuredPatch } from 'diff'
import { lockFile, type BundleFile } from '#claims/read-bundle.ts'

export interface Merged {
  files: BundleFile[]
  /** Paths that were changed on both sides in the same place: the draft's words stand in `files`. */
  conflicts: string[]
}

/**
 * Brings a draft up to a newer version of what it began from: what only one side changed is taken from that side, changes in different
 * places of one file are taken together, and the rest is named. The lock of the agreements is always the published one.
 */
export function mergeFiles(base: readonly BundleFile[], published: readonly BundleFile[], draft: readonly BundleFile[]): Merged {
  const [was, theirs, mine] = [rawOf(base), rawOf(published), rawOf(draft)]
  const conflicts: string[] = []
  const files: BundleFile[] = []
  for (const path of [...new Set([...theirs.keys(), ...mine.keys()])].toSorted()) {
    const merged = path === lockFile ? { raw: theirs.get(path) } : mergeFile(was.get(path), theirs.get(path), mine.get(path))
    if (!merged) conflicts.push(path)
    const raw = merged ? merged.raw : (mine.get(path) ?? theirs.get(path))
    if (raw !== undefined) files.push({ path, raw })
  }
  return { files, conflicts }
}

const rawOf = (files: readonly BundleFile[]) => new Map(files.map(({ path, raw }) => [path, raw]))

/** `raw` undefined: the file is gone. Undefined as a whole: both sides changed the same place. */
function mergeFile(was: string | undefined, theirs: string | undefined, mine: string | undefined): { raw: string | undefined } | undefined {
  if (theirs === mine || theirs === was) return { raw: mine }
  if (mine === was) return { raw: theirs }
  if (was === undefined || theirs === undefined || mine === undefined) return undefined
  const patched = applyPatch(mine, structuredPatch('', '', was, theirs, '', '', { context: 1 }), { fuzzFactor: 0 })
  return patched === false ? undefined : { raw: patched }
}
