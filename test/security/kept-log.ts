import { Writable } from 'node:stream'
import { pino } from 'pino'

/** A log at its most talkative, and the lines it wrote. */
export function keptLog() {
  const lines: string[] = []
  const stream = new Writable({ write(chunk: Buffer, _encoding, done) { lines.push(chunk.toString()); done() } })
  return { log: pino({ level: 'debug' }, stream), lines }
}
