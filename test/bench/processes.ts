import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const here = import.meta.dirname
const pins = os.availableParallelism() > 1 && process.platform === 'linux' && spawnSync('taskset', ['--version']).status === 0

/** A command that runs on one core, where the system can do that and there is more than one. */
export const pinned = (core: number | undefined, command: string[]): [string, string[]] => {
  const [program, ...args] = core === undefined || !pins ? command : ['taskset', '-c', String(core), ...command]
  return [program!, args]
}

/** Runs a script of this folder to its end and answers the JSON it printed. */
export async function measure<T>(script: string, args: string[], core?: number): Promise<T> {
  const [program, rest] = pinned(core, [process.execPath, path.join(here, script), ...args])
  const { stdout } = await promisify(execFile)(program, rest, { maxBuffer: 1 << 26 })
  return JSON.parse(stdout) as T
}

/** Starts a script of this folder that prints one line when it is ready, and answers that line. */
export async function startScript(script: string, args: string[],
  core?: number): Promise<{ child: ChildProcess; said: string; stop(): Promise<void> }> {
  const [program, rest] = pinned(core, [process.execPath, path.join(here, script), ...args])
  const child = spawn(program, rest, { stdio: ['pipe', 'pipe', 'inherit'] })
  const [said] = await once(child.stdout, 'data') as [Buffer]
  return { child, said: said.toString().trim(), async stop() {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  } }
}

export function pin(pid: number | undefined, core: number) {
  if (pins && pid) spawnSync('taskset', ['-a', '-p', '-c', String(core), String(pid)])
}

/** Memory that a process holds, in MB. */
export function residentMb(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

export const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
export const share = (numbers: number[], part: number) =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))] ?? 0

/** What the numbers were measured on. */
export function machine(): string {
  const [cpu] = os.cpus()
  return [
    `${os.availableParallelism()} cores (${cpu?.model.trim() ?? 'unknown'})`, `${Math.round(os.totalmem() / 2 ** 30)} GB`,
    `${os.platform()} ${os.release()}`, `Node ${process.version}`, `load ${os.loadavg().map((load) => load.toFixed(1)).join(' ')}`,
    pins ? 'server and client pinned to a core each' : 'nothing pinned',
  ].join(', ')
}
