import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const staleAfterMs = 15_000
const held = new Set<string>()

/** Names a process so that a recycled number is not taken for it: pid and, where the system tells, its start. */
function processName(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`
  } catch {
    return `${pid} `
  }
}

function lives(name: string): boolean {
  const pid = Number.parseInt(name, 10)
  if (!pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return processName(pid) === name
}

const readIf = (file: string) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

const mark = 'used-by-'

const marksIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith(mark)).map((name) => path.join(folder, name))

/** Whether a living process of this machine uses the server of a folder. */
export const isUsed = (folder: string): boolean => marksIn(folder).some((file) => lives(readIf(file)))

/**
 * Notes that this process uses the server of a folder. `leave` answers whether it was the last one, who then stops the server; a killed
 * process counts for nothing, and leaving twice is leaving once.
 */
export function enter(folder: string): { leave(): boolean } {
  const file = path.join(folder, `${mark}${process.pid}-${randomBytes(4).toString('hex')}`)
  writeFileSync(file, processName(process.pid))
  return {
    leave() {
      if (!existsSync(file)) return false
      rmSync(file, { force: true })
      if (isUsed(folder)) return false
      for (const left of marksIn(folder)) rmSync(left, { force: true })
      return true
    },
  }
}

/** Lets one process at a time start or stop the server of a folder. A lock left by a killed process is broken. */
export async function oneAtATime<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = path.join(folder, 'starting')
  let seen = { text: '', since: performance.now() }
  while (!take(file)) {
    const text = readIf(file)
    if (text !== seen.text) seen = { text, since: performance.now() }
    // An empty lock was made an instant ago and is about to be named.
    const dead = text !== '' && !lives(text.split('\n')[0] ?? '')
    if (dead || performance.now() - seen.since > staleAfterMs) setAside(file)
    else await pause(50)
  }
  let beats = 0
  const beat = setInterval(() => {
    beats += 1
    if (existsSync(file)) sign(file, beats)
  }, staleAfterMs / 5)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    held.delete(file)
    rmSync(file, { force: true })
  }
}

/** The count changes while the holder works, so that a waiting process can tell it from one whose number was recycled. */
const sign = (file: string, beats: number) => writeFileSync(file, `${processName(process.pid)}\n${beats}`)

function take(file: string): boolean {
  if (held.has(file)) return false
  try {
    closeSync(openSync(file, 'wx'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  }
  sign(file, 0)
  held.add(file)
  return true
}

function setAside(file: string) {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  rmSync(aside, { force: true })
}
