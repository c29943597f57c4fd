import { execFile } from 'node:child_process'
import { existsSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { embeddedBinaries } from './binaries.ts'
import { clusterFolder, ensureCluster, runAs, said } from './cluster.ts'
import { clearForeignPid, lastPort, portOf, runningPid } from './server-process.ts'
import { enter, isUsed, oneAtATime } from './uses.ts'

const run = promisify(execFile)

export interface EmbeddedPostgres {
  /** Owner's address. The port is chosen anew at each start, and kept while a process uses it. */
  url: string
  /** True when the server was already running: left over by a killed process, or used by another one. */
  adopted: boolean
  /** Stops the server, or leaves that to the last process that uses it. */
  stop(): Promise<void>
}

/**
 * Starts (or adopts) the PostgreSQL that comes with the package, with its cluster in `<folder>/data`. One machine only: a folder must not
 * be shared between machines or containers. A server that dies is started again. `settings` are passed to the server as `-c name=value`.
 */
export async function embeddedPostgres(folder: string, settings: Record<string, string> = {}): Promise<EmbeddedPostgres> {
  const home = path.resolve(folder)
  const data = clusterFolder(home)
  const place = path.dirname(data)
  const as = runAs(data)
  const binaries = embeddedBinaries(place, as.uid !== undefined)
  const ctl = (...args: string[]) => run(binaries.pgCtl, ['-D', data, ...args], as)

  return oneAtATime(place, async () => {
    await ensureCluster(data, binaries, as)
    for (;;) {
      await clearForeignPid(data)
      const adopted = runningPid(data) !== undefined
      // Others that live hold the address of a server that was killed.
      if (!adopted) await start(data, ctl, settings, isUsed(place) ? lastPort(data) : undefined)
      const url = await answering(data)
      // A server that was found dying is gone by now, and the next turn starts one.
      if (!url) continue
      const use = enter(place)
      const guard = keepRunning(place, data, () => start(data, ctl, settings, Number(new URL(url).port)))
      const stop = () => {
        clearInterval(guard)
        return oneAtATime(place, async () => {
          if (use.leave() && runningPid(data)) await ctl('-m', 'fast', '-w', '-t', '60', 'stop')
        })
      }
      return { url, adopted, stop }
    }
  })
}

const lookEveryMs = 500

/** A server that was killed is started again at its old port, so that connections can be made anew under the address handed out. */
function keepRunning(place: string, data: string, startAgain: () => Promise<void>): NodeJS.Timeout {
  let busy = false
  const guard = setInterval(() => {
    if (busy || runningPid(data)) return
    busy = true
    const revive = async () => {
      if (runningPid(data)) return
      await clearForeignPid(data)
      await startAgain()
    }
    // Not started: the next look tries again, and meanwhile every query says what is wrong.
    oneAtATime(place, revive).catch(() => undefined).finally(() => { busy = false })
  }, lookEveryMs)
  return guard.unref()
}

async function start(data: string, ctl: (...args: string[]) => Promise<unknown>, settings: Record<string, string>,
  port?: number): Promise<void> {
  const log = path.join(data, 'server.log')
  if (existsSync(log) && statSync(log).size > 10_000_000) renameSync(log, `${log}.old`)
  for (let tries = 1; ; tries += 1) {
    const options = Object.entries(settings).map(([name, value]) => ` -c ${name}=${value}`).join('')
    try {
      // -l is needed: without it the server holds our pipe open and this call never returns.
      await ctl('-w', '-t', '600', '-l', log, '-o', `-p ${port ?? await freePort()}${options}`, 'start')
      return
    } catch (cause) {
      // Backends of a killed server may need a moment to go, and the port may have been taken in between.
      if (tries < 6) await pause(tries * 200)
      else throw new Error(`PostgreSQL in ${data} did not start. The end of ${log}: ${lastWords(log)}`, { cause })
    }
  }
}

const lastWords = (log: string) => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-2).join(' | ') : 'none')

const freePort = () => new Promise<number>((found, failed) => {
  const server = createServer().once('error', failed).listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo
    server.close(() => found(port))
  })
})

/** The owner's address, once the server takes connections (after a crash it first replays its log); undefined when it went away. */
async function answering(data: string): Promise<string | undefined> {
  const secret = path.join(data, 'joinder-password')
  if (!existsSync(secret)) {
    throw new Error(`${secret} is missing: the database in ${data} was not made by Joinder. Choose another DATA_DIR or set DATABASE_URL.`)
  }
  const password = readFileSync(secret, 'utf8').trim()
  for (let tries = 1; runningPid(data); tries += 1) {
    const url = `postgres://joinder:${password}@127.0.0.1:${portOf(data)}/postgres`
    const trouble = await troubleWith(url)
    if (!trouble) return url
    const transient = ['57P03', '53300', 'ECONNREFUSED', 'ECONNRESET'].includes(trouble.code ?? '')
    if (!transient || tries > 600) {
      throw new Error(`PostgreSQL in ${data} runs but does not answer: ${said(trouble)}. See ${data}/server.log.`, { cause: trouble })
    }
    await pause(100)
  }
  return undefined
}

async function troubleWith(url: string): Promise<(Error & { code?: string }) | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return undefined
  } catch (error) {
    return error as Error
  } finally {
    await client.end().catch(() => undefined)
  }
}
