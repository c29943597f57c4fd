import path from 'node:path'
import { pino } from 'pino'

/** What an error may say in a log or beside a job: what kind and where, and its words only where they are ours. */
export interface Fault {
  name: string
  code?: string
  message?: string
  at: string[]
}

export interface Log {
  debug(facts: object, message: string): void
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** Lines of JSON on standard output. Callers pass ids, codes and counts, never a name, an address or what somebody typed (SE-03). */
export function openLog(level: LogLevel): Log {
  return pino({ level, formatters: { level: (label) => ({ level: label }) }, timestamp: pino.stdTimeFunctions.isoTime })
}

/** For tests and one-off commands. */
export const noLog: Log = { debug() {}, info() {}, warn() {}, error() {} }

/**
 * Reduces an error to what holds no personal data. Words of libraries and of the database can quote a value ("duplicate key (email)=(…)"),
 * so a message is kept only when the error was made in our own code, and even then without anything that looks like an e-mail address.
 */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: typeof error, at: [] }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).map((line) => line.trim().slice(3))
  const { code } = error as { code?: unknown }
  return {
    name: error.name,
    ...((typeof code === 'string' || typeof code === 'number') && { code: String(code).slice(0, 40) }),
    ...(code === undefined && isOurs(frames[0]) && { message: withoutAddresses(error.message) }),
    at: frames.filter(isOurs).slice(0, 4).map(shorter),
  }
}

/** "(<anonymous>)" is the engine itself: JSON.parse quotes what it was given. */
const isOurs = (frame: string | undefined) => frame !== undefined && !/node_modules|node:|\(<anonymous>\)/.test(frame)
const shorter = (frame: string) => frame.replace('file://', '').replace(process.cwd() + path.sep, '')
const withoutAddresses = (message: string) => message.replace(/\S+@\S+/g, '…').slice(0, 300)
