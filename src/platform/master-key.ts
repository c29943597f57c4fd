import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, linkSync, mkdirSync, openSync, closeSync, fsyncSync, readFileSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { newVaultKeys, readVaultKeys } from '#platform/vault.ts'
import type { VaultKeys } from '#platform/vault.ts'

/**
 * The keys of the vault from their file. With `mayMake` an absent file is made, readable by this user only; several processes that start
 * at once agree on one. Without it an absent file is refused (throws): keys that appear by themselves are in no backup.
 */
export function masterKeys(file: string, mayMake: boolean): VaultKeys {
  if (!existsSync(file)) {
    if (!mayMake) {
      throw new Error(`MASTER_KEY_FILE: ${file} does not exist. Production does not make keys by itself: make the file once with `
        + '`npm run joinder -- new-keys FILE`, keep a copy apart from the backups, then start again.')
    }
    makeKeyFile(file)
  }
  return readVaultKeys(readFileSync(file, 'utf8'), file)
}

/** Writes a fresh key file; an existing one stays as it is. */
export function makeKeyFile(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const half = `${file}.${randomUUID()}`
  const handle = openSync(half, 'wx', 0o600)
  try {
    writeSync(handle, newVaultKeys())
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  try {
    // A link, unlike a rename, never replaces what another process put there a moment before.
    linkSync(half, file)
    chmodSync(file, 0o600)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(half, { force: true })
  }
}
