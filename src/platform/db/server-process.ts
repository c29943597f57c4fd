import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** The process number in postmaster.pid, when that process is really the server of this cluster. */
export function runningPid(data: string): number | undefined {
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
  const command = commandOf(pid)
  return command !== undefined && !(command.includes('postgres') && command.includes(data))
}

/** Empty for a process that is dead but not yet reaped; undefined where the system does not tell. */
function commandOf(pid: number): string | undefined {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    if (process.platform === 'win32') return undefined
    return execFileSync('ps', ['-ww', '-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  } catch {
    return undefined
  }
}

/**
 * After a restart the number in postmaster.pid may belong to someone else, and PostgreSQL would refuse to start. The file is removed only
 * then, and only when nobody works in the cluster: for a dead number PostgreSQL itself checks that no old backend is left.
 */
export async function clearForeignPid(data: string): Promise<void> {
  const pid = writtenPid(data)
  if (!pid || !isStranger(pid, data)) return
  for (let tries = 0; someoneWorksIn(data); tries += 1) {
    if (tries > 100) {
      throw new Error(`Processes of an earlier PostgreSQL still work in ${data}. Wait for them or end them, then start again.`)
    }
    await pause(100)
  }
  rmSync(path.join(data, 'postmaster.pid'), { force: true })
}

function someoneWorksIn(data: string): boolean {
  return existsSync('/proc/self') && readdirSync('/proc').some((entry) => {
    try {
      return /^\d+$/.test(entry) && readlinkSync(`/proc/${entry}/cwd`) === data
    } catch {
      return false
    }
  })
}

/** Written by the server itself, in the fourth line. */
export const portOf = (data: string) => {
  try {
    return Number.parseInt(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[3] ?? '', 10) || 1
  } catch {
    return 1
  }
}

/** The port of the last start, which the server writes down as it was called and leaves there; undefined when it never ran. */
export const lastPort = (data: string): number | undefined => {
  const file = path.join(data, 'postmaster.opts')
  const [, port] = existsSync(file) ? /"-p" "(\d+)"/.exec(readFileSync(file, 'utf8')) ?? [] : []
  return port === undefined ? undefined : Number(port)
}
