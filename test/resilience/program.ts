import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = path.resolve(import.meta.dirname, '../..')

export const freePort = () => new Promise<number>((found) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo
    server.close(() => found(port))
  })
})

/** The built program in a folder of its own, so that nobody who builds meanwhile takes it away, with an empty DATA_DIR beside it. */
export function ownCopy(prefix = 'joinder-resilience-') {
  const built = spawnSync(process.execPath, ['scripts/build.ts'], { cwd: root, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(built.stderr)
  const folder = mkdtempSync(path.join(tmpdir(), prefix))
  cpSync(path.join(root, 'dist'), path.join(folder, 'dist'), { recursive: true })
  cpSync(process.env['CONTENT_DIR'] || path.join(root, 'content'), path.join(folder, 'content'), { recursive: true })
  for (const shared of ['node_modules', 'migrations', 'package.json']) symlinkSync(path.join(root, shared), path.join(folder, shared))
  return { folder, dataDir: path.join(folder, 'var'), remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

export interface Program {
  pid: number | undefined
  /** What it printed, for a person who reads a failed run. */
  said(): string
  /** Resolves when it runs; throws what it printed when it ended instead. */
  up(): Promise<void>
  kill(signal: NodeJS.Signals): void
  ended: Promise<number | null>
}

/** Starts `dist/main.js` of a copy with these settings and nothing else of our environment. */
export function startProgram({ folder, dataDir }: { folder: string; dataDir: string }, settings: Record<string, string>): Program {
  const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir, CONTENT_DIR: path.join(folder, 'content'), LOG_LEVEL: 'warn',
    ...settings }
  const child: ChildProcess = spawn(process.execPath, ['--enable-source-maps', path.join(folder, 'dist/main.js')],
    { env, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => { said = (said + part).slice(-20_000) })
  let over = false
  const ended = once(child, 'exit').then(([code]) => {
    over = true
    return code as number | null
  })
  return {
    pid: child.pid, ended,
    said: () => said,
    async up() {
      while (!/Joinder is (running|at work)/.test(said)) {
        if (over) throw new Error(`the program ended: ${said}`)
        await pause(20)
      }
    },
    kill: (signal) => void child.kill(signal),
  }
}

/** A program that is started again whenever it ends, as an operator's supervisor does, until it is told to stop. */
export function supervised(start: () => Program) {
  let current = start()
  let wanted = true
  const watch = (async () => {
    while (wanted) {
      await current.ended
      if (!wanted) return
      await pause(100)
      current = start()
    }
  })()
  return {
    get program() { return current },
    kill: () => current.kill('SIGKILL'),
    /** Asks it to stop and answers its exit code. */
    async stop(): Promise<number | null> {
      wanted = false
      await current.up().catch(() => undefined)
      current.kill('SIGTERM')
      const code = await current.ended
      await watch
      return code
    },
  }
}
export type Supervised = ReturnType<typeof supervised>

/** The number of the embedded server's first process; undefined while none runs. */
export function postmaster(dataDir: string): number | undefined {
  const file = path.join(dataDir, 'data/postmaster.pid')
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined : undefined
}

/** The processes that typeset for a worker: its children that run the typesetting program. */
export function typesetters(ofPid: number | undefined): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      return parent === ofPid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('typeset-child')
    } catch {
      return false
    }
  })
}

/** Ends a process at once; that it had gone already is no error. */
export function killNow(pid: number | undefined) {
  try {
    if (pid) process.kill(pid, 'SIGKILL')
  } catch {
    // It had gone already.
  }
}
