import { execFile, execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { accessSync, appendFileSync, chmodSync, chownSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync,
  renameSync, rmSync, rmdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { everyoneMayEnter } from './binaries.ts'
import type { Binaries } from './binaries.ts'

const run = promisify(execFile)

/** How to run a program of PostgreSQL: not as root, from a folder that surely exists, and without our own environment and its secrets. */
export interface RunAs {
  uid?: number
  gid?: number
  cwd: string
  env: NodeJS.ProcessEnv
}

const settings = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 100
timezone = 'UTC'
log_timezone = 'UTC'
log_checkpoints = off
`

/** The user the server runs as: ourselves, or, as PostgreSQL refuses root, the owner of the cluster, else postgres, else nobody. */
export function runAs(cluster: string): RunAs {
  const here = { cwd: path.parse(cluster).root, env: { LC_ALL: 'C' } }
  const me = process.getuid?.()
  if (me === undefined) return here
  const owner = existsSync(cluster) ? statSync(cluster) : undefined
  if (me !== 0) {
    if (owner && owner.uid !== me) {
      throw new Error(`The database in ${cluster} belongs to another user (number ${owner.uid}), probably because Joinder was first `
        + `started as root. Start it as root again, or give the folder to you once, while Joinder is stopped: `
        + `sudo chown -R ${me} ${path.dirname(cluster)}`)
    }
    return here
  }
  if (owner && owner.uid !== 0) return { ...here, uid: owner.uid, gid: owner.gid }
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name)
    const gid = idOf('-g', name)
    if (uid && gid) return { ...here, uid, gid }
  }
  throw new Error('PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody". '
    + 'Start Joinder as an ordinary user, or set DATABASE_URL.')
}

function idOf(which: string, name: string): number | undefined {
  try {
    return Number(execFileSync('id', [which, name], { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' }))
  } catch {
    return undefined
  }
}

/**
 * The folder that holds the cluster: `<home>/data`. Started as root in a place that other users cannot enter (such as /root),
 * the cluster goes to /var/lib/joinder and `data` becomes a link to it.
 */
export function clusterFolder(home: string): string {
  try {
    mkdirSync(home, { recursive: true })
    accessSync(home, constants.W_OK)
  } catch (cause) {
    throw new Error(`Joinder may not write in ${home}. Choose another folder as DATA_DIR, `
      + 'or give this one to the user that starts Joinder (sudo chown).', { cause })
  }
  const data = path.join(home, 'data')
  const linked = linkTarget(data)
  if (linked) return linked
  if (existsSync(data) || process.getuid?.() !== 0) return data
  if (everyoneMayEnter(path.dirname(home))) {
    chmodSync(home, statSync(home).mode | 0o001)
    return data
  }
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 })
  const made = mkdtempSync(path.join(elsewhere, `${path.basename(path.dirname(home))}-`))
  chmodSync(made, 0o755)
  try {
    symlinkSync(path.join(made, 'data'), data)
    return path.join(made, 'data')
  } catch (error) {
    rmdirSync(made)
    const first = linkTarget(data)
    if (!first) throw error
    return first
  }
}

const elsewhere = '/var/lib/joinder'

const linkTarget = (file: string) => {
  try {
    return readlinkSync(file)
  } catch {
    return undefined
  }
}

/** Makes the cluster where there is none, or says why the one that is there cannot be used. */
export async function ensureCluster(data: string, { initdb, major }: Binaries, as: RunAs): Promise<void> {
  if (existsSync(path.join(data, 'PG_VERSION'))) {
    const made = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim()
    if (made === major) return
    throw new Error(`The database in ${data} was made by PostgreSQL ${made}; this Joinder brings PostgreSQL ${major}, `
      + 'which cannot open it. Export with the Joinder that made it (npm run joinder -- export), then import here into an empty DATA_DIR.')
  }
  if (existsSync(data)) {
    throw new Error(`${data} exists but holds no database. It is left untouched: move it away or choose another DATA_DIR.`)
  }
  const half = `${data}.new`
  const passwordFile = `${data}.pw`
  const password = randomBytes(24).toString('base64url')
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  rmSync(passwordFile, { force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  for (const each of [half, passwordFile]) if (as.uid !== undefined) chownSync(each, as.uid, as.gid ?? as.uid)
  try {
    const access = ['-U', 'joinder', '-A', 'scram-sha-256', '--pwfile', passwordFile]
    await run(initdb, ['-D', half, ...access, '-E', 'UTF8', '--locale=C', '--data-checksums'], as)
  } catch (cause) {
    rmSync(half, { recursive: true, force: true })
    const remedy = said(cause).includes('could not look up effective user')
      ? 'Start Joinder as a user that has an entry in /etc/passwd, or set DATABASE_URL'
      : 'Check free disk space and the rights of the folder'
    throw new Error(`PostgreSQL could not make its database in ${data}: ${said(cause)}. ${remedy}.`, { cause })
  } finally {
    rmSync(passwordFile, { force: true })
  }
  appendFileSync(path.join(half, 'postgresql.conf'), settings)
  writeFileSync(path.join(half, 'joinder-password'), password, { mode: 0o600 })
  // Only a whole cluster ever bears the name: a crash before this line leaves nothing that looks like a database.
  renameSync(half, data)
}

export const said = (cause: unknown) => {
  const { stderr, message } = cause as Error & { stderr?: string }
  return (stderr || message).trim().split('\n').slice(-5).join(' | ')
}
