import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import type { Vault } from '#platform/vault.ts'

/** That a person was erased, as it is kept outside the database: no name, no address. */
export interface LoggedErasure {
  personId: string
  reason: string
  at: Date
}

const macOf = (vault: Vault, { personId, reason, at }: LoggedErasure) =>
  vault.index('erasure-log', `${personId}\0${reason}\0${at.toISOString()}`).toString('hex')

/**
 * Writes erasures to a new file of the log, whole or not at all. A restored backup of the database does not know them; `readErasures` does,
 * as long as this folder was not restored along with it.
 */
export async function writeErasures(folder: string, vault: Vault, erasures: readonly LoggedErasure[], now: Date): Promise<void> {
  if (!erasures.length) return
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = `${now.toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}`
  const lines = erasures.map(
    (each) => `${JSON.stringify({ person: each.personId, reason: each.reason, at: each.at.toISOString(), mac: macOf(vault, each) })}\n`,
  )
  const half = path.join(folder, `${name}.half`)
  const handle = await open(half, 'wx', 0o600)
  try {
    await handle.writeFile(lines.join(''))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(half, path.join(folder, `${name}.jsonl`))
}

/** Every erasure of the log, file by file; a line that this installation's key did not sign is counted and left out. */
export async function* readErasures(folder: string, vault: Vault): AsyncGenerator<{ erasures: LoggedErasure[]; foreign: number }> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  for (const name of names.filter((each) => each.endsWith('.jsonl')).sort()) {
    const lines = (await readFile(path.join(folder, name), 'utf8')).split('\n').filter(Boolean).map((line) => readLine(vault, line))
    const erasures = lines.filter((each) => each !== undefined)
    yield { erasures, foreign: lines.length - erasures.length }
  }
}

function readLine(vault: Vault, line: string): LoggedErasure | undefined {
  try {
    const { person, reason, at, mac } = JSON.parse(line) as Record<string, string>
    const erasure = { personId: person ?? '', reason: reason ?? '', at: new Date(at ?? '') }
    return macOf(vault, erasure) === mac ? erasure : undefined
  } catch {
    return undefined
  }
}
