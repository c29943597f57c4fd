import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { portOf } from '#platform/db/server-process.ts'

const root = path.resolve(import.meta.dirname, '../..')

export interface StartedSite {
  /** `http://localhost:<port>`. */
  origin: string
  /** The one-time link of the first administrator. */
  firstLink: string
  /** The way to its database as the owner, for what no act brings about. */
  ownerUrl(): string
  /** Ends the program as Ctrl-C does and throws away what it kept, unless the folder was given. */
  stop(): Promise<void>
  /** Ends it without any warning and starts it again on the same folder and address. */
  killAndRestart(): Promise<void>
}

/** Starts the built program (dist/main.js) with the embedded PostgreSQL, as `npm start` does, on a free port and in a folder of its own. */
export async function startSite({ dataDir }: { dataDir?: string } = {}): Promise<StartedSite> {
  const folder = dataDir ?? mkdtempSync(path.join(os.tmpdir(), 'joinder-journeys-'))
  const start = (port: string) => run({ DATA_DIR: folder, PORT: port, LOG_LEVEL: 'error', TRUSTED_PROXIES: '1' })
  let program = await start('0')
  const { origin, firstLink } = program
  return {
    origin, firstLink,
    ownerUrl() {
      const data = path.join(folder, 'data')
      const password = readFileSync(path.join(data, 'joinder-password'), 'utf8').trim()
      return `postgres://joinder:${password}@127.0.0.1:${portOf(data)}/postgres`
    },
    async stop() {
      await program.end('SIGTERM')
      if (!dataDir) rmSync(folder, { recursive: true, force: true })
    },
    async killAndRestart() {
      await program.end('SIGKILL')
      program = await start(new URL(origin).port)
    },
  }
}

async function run(settings: Record<string, string>) {
  const { PATH = '', HOME = '', TZ, CONTENT_DIR } = process.env
  const child = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'dist/main.js')], {
    cwd: root, env: { PATH, HOME, ...(TZ && { TZ }), ...(CONTENT_DIR && { CONTENT_DIR }), ...settings }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => { said += part })
  const ended = once(child, 'exit').then(() => true)
  const stopWithUs = () => { child.kill('SIGTERM') }
  process.once('exit', stopWithUs)
  // The last line of what it says; the ones before may come in parts.
  while (!said.includes('Ctrl-C')) {
    if (await Promise.race([ended, new Promise((go) => setTimeout(go, 50, false))])) throw new Error(`The site did not start:\n${said}`)
  }
  const origin = /Site +(http:\/\/\S+)/.exec(said)?.[1]
  if (!origin) throw new Error(`The site did not say where it is:\n${said}`)
  return {
    origin, firstLink: /Desk +(http:\/\/\S+)/.exec(said)?.[1] ?? '',
    async end(signal: 'SIGTERM' | 'SIGKILL') {
      process.off('exit', stopWithUs)
      child.kill(signal)
      await ended
      if (signal === 'SIGTERM' && said.includes('"level":"error"')) process.stderr.write(`${said}\n`)
    },
  }
}
