import { execFile } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, readlinkSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { embeddedBinaries } from './binaries.ts'
import { clusterFolder, ensureCluster, runAs, said } from './cluster.ts'
import { holderOf, oneAtATime } from './holder.ts'

const run = promisify(execFile)

export interface EmbeddedPostgres {
  /** Owner's address. The port is chosen anew at each start. */
  url: string
  /** True when the server was already running: left over by a killed process, or held by another one. */
  adopted: boolean
  /** Stops the server; does nothing while another living process answers for it. */
  stop(): Promise<void>
}

/**
 * Starts (or adopts) the PostgreSQL that comes with the package, with its cluster in `<folder>/data`. One machine only: a folder must not be
 * shared between machines or containers. `settings` are passed to the server as `-c name=value`.
 */
export async function embeddedPostgres(folder: string, settings: Record<string, string> = {}): Promise<EmbeddedPostgres> {
  const home = path.resolve(folder)
  const data = clusterFolder(home)
  const as = runAs(data)
  const binaries = embeddedBinaries(path.dirname(data), as.uid !== undefined)
  const ctl = (...args: string[]) => run(binaries.pgCtl, ['-D', data, ...args], as)
  const holder = holderOf(path.dirname(data))

  const stop = () => oneAtATime(path.dirname(data), async () => {
    if (!holder.isMe()) return
    if (runningPid(data)) await ctl('-m', 'fast', '-w', '-t', '60', 'stop')
    holder.leave()
  })

  return oneAtATime(path.dirname(data), async () => {
    await ensureCluster(data, binaries, as)
    await clearForeignPid(data)
    const adopted = runningPid(data) !== undefined
    if (!adopted) await start(data, ctl, settings)
    if (!adopted || !holder.isAlive()) holder.become()
    const url = ownerUrl(data)
    await answers(url, data)
    return { url, adopted, stop }
  })
}

/** The process number in postmaster.pid, when that process is really the server of this cluster. */
function runningPid(data: string): number | undefined {
  const pid = writtenPid(data)
  if (!pid) return undefined
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return undefined
  }
  return isStranger(pid, data) ? undefined : pid
}

const writtenPid = (data: string) => {
  const file = path.join(data, 'postmaster.pid')
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined : undefined
}

function isStranger(pid: number, data: string): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return !(command.includes('postgres') && command.includes(data))
  } catch {
    return false
  }
}

/**
 * After a restart the number in postmaster.pid may belong to someone else, and PostgreSQL would refuse to start. The file is removed only then,
 * and only when nobody works in the cluster: for a dead number PostgreSQL itself checks that no old backend is left.
 */
async function clearForeignPid(data: string): Promise<void> {
  const pid = writtenPid(data)
  if (!pid || !isStranger(pid, data)) return
  for (let tries = 0; someoneWorksIn(data); tries += 1) {
    if (tries > 100) throw new Error(`Processes of an earlier PostgreSQL still work in ${data}. Wait for them or end them, then start again.`)
    await pause(100)
  }
  rmSync(path.join(data, 'postmaster.pid'), { force: true })
}

function someoneWorksIn(data: string): boolean {
  return readdirSync('/proc').some((entry) => {
    try {
      return /^\d+$/.test(entry) && readlinkSync(`/proc/${entry}/cwd`) === data
    } catch {
      return false
    }
  })
}

async function start(data: string, ctl: (...args: string[]) => Promise<unknown>, settings: Record<string, string>): Promise<void> {
  const log = path.join(data, 'server.log')
  if (existsSync(log) && statSync(log).size > 10_000_000) renameSync(log, `${log}.old`)
  for (let tries = 1; ; tries += 1) {
    const options = Object.entries(settings).map(([name, value]) => ` -c ${name}=${value}`).join('')
    try {
      // -l is needed: without it the server holds our pipe open and this call never returns.
      await ctl('-w', '-t', '120', '-l', log, '-o', `-p ${await freePort()}${options}`, 'start')
      return
    } catch (cause) {
      // Backends of a killed server may need a moment to go, and the port may have been taken in between.
      if (tries < 6) await pause(tries * 200)
      else throw new Error(`PostgreSQL in ${data} did not start: ${said(cause)}. Its own words: ${lastWords(log)}`, { cause })
    }
  }
}

const lastWords = (log: string) => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-4).join(' | ') : 'none')

const freePort = () => new Promise<number>((found, failed) => {
  const server = createServer().once('error', failed).listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo
    server.close(() => found(port))
  })
})

function ownerUrl(data: string): string {
  const secret = path.join(data, 'joinder-password')
  if (!existsSync(secret)) throw new Error(`${secret} is missing: the database in ${data} was not made by Joinder. Choose another DATA_DIR or set DATABASE_URL.`)
  const port = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[3]
  return `postgres://joinder:${readFileSync(secret, 'utf8').trim()}@127.0.0.1:${port}/postgres`
}

/** Waits until the server takes connections: after a crash it first replays its log. */
async function answers(url: string, data: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
    try {
      await client.connect()
      return
    } catch (cause) {
      const { code } = cause as { code?: string }
      const transient = code === '57P03' || code === 'ECONNREFUSED' || code === '53300'
      if (!transient || tries > 600) throw new Error(`PostgreSQL in ${data} runs but does not answer: ${said(cause)}. See ${data}/server.log.`, { cause })
      await pause(100)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}
