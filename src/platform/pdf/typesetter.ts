import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { asData, type Attachment, type TypesettingJob } from './typesetting-job.ts'
import { TypesettingFailed } from './diagnosis.ts'
import type { FromChild } from './typeset-child.ts'

/** Turns a template and its data into a PDF/A-3a document that also claims PDF/UA-1. */
export interface Typesetter {
  /**
   * Typesets `<template>.typ`. The same template, data and `at` give the same bytes. Throws `TypesettingFailed`
   * with the compiler's diagnosis, free of the data, when the document does not compile.
   */
  render(template: string, data: object, options: { at: Date; attachment?: Attachment }): Promise<Uint8Array>
  /** Finishes what is under way and ends the processes. */
  close(): Promise<void>
}

interface Waiting {
  job: TypesettingJob
  tries: number
  done: (pdf: Uint8Array) => void
  fail: (why: Error) => void
}

const childFile = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './typeset-child.ts' : './typeset-child.js', import.meta.url))
const patience = 60_000

/**
 * Starts the typesetter: up to `processes` child processes (as many as cores when not said), each started when work
 * first waits for it. A document whose process dies or is silent for a minute is tried once more in another one.
 */
export function startTypesetter({ processes = availableParallelism() }: { processes?: number } = {}): Typesetter {
  const queue: Waiting[] = []
  const idle: ChildProcess[] = []
  const alive = new Set<ChildProcess>()
  const busy = new Map<ChildProcess, Waiting>()
  let closing = false
  let drained = () => {}

  function next() {
    while (queue.length && idle.length) give(idle.pop()!, queue.shift()!)
    const starting = alive.size - idle.length - busy.size
    for (let more = Math.min(queue.length - starting, processes - alive.size); more > 0; more--) start()
    if (closing && queue.length === 0 && busy.size === 0) drained()
  }

  function give(child: ChildProcess, waiting: Waiting) {
    busy.set(child, waiting)
    const silent = setTimeout(() => child.kill('SIGKILL'), patience)
    const stopWaiting = () => clearTimeout(silent)
    child.once('exit', stopWaiting)
    child.once('message', (answer: FromChild) => {
      stopWaiting()
      child.off('exit', stopWaiting)
      busy.delete(child)
      idle.push(child)
      if ('pdf' in answer) waiting.done(answer.pdf)
      else waiting.fail(new TypesettingFailed('failed' in answer ? answer.failed : 'The typesetting process gave no answer'))
      next()
    })
    child.send(waiting.job)
  }

  function start() {
    // An empty environment: the child needs no settings, so it gets no secrets either.
    const child = fork(childFile, { serialization: 'advanced', execArgv: [], env: { TZ: 'UTC' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    alive.add(child)
    let complaint = ''
    let ready = false
    child.stderr?.on('data', (chunk: Buffer) => { if (!ready) complaint = (complaint + chunk).slice(-2000) })
    child.on('error', () => child.kill('SIGKILL'))
    child.once('message', () => { ready = true; idle.push(child); next() })
    child.once('exit', (code, signal) => {
      alive.delete(child)
      if (idle.includes(child)) idle.splice(idle.indexOf(child), 1)
      const waiting = busy.get(child)
      busy.delete(child)
      if (waiting) tryAgain(waiting)
      if (!ready) giveUp(`The typesetting process did not start (${signal ?? code}): ${complaint}`)
      next()
    })
  }

  function tryAgain(waiting: Waiting) {
    if (++waiting.tries < 2) queue.unshift(waiting)
    else waiting.fail(new TypesettingFailed(`The typesetting process died twice over one ${waiting.job.template} document`))
  }

  /** A process that cannot start will not start for the next document either: say so instead of starting for ever. */
  function giveUp(why: string) {
    for (const waiting of queue.splice(0)) waiting.fail(new Error(why))
  }

  return {
    render(template, data, { at, attachment }) {
      if (closing) return Promise.reject(new Error('The typesetter is closed'))
      const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
      queue.push({ job: { template, data: asData(data), at, attachment }, tries: 0, done: resolve, fail: reject })
      next()
      return promise
    },
    async close() {
      closing = true
      await new Promise<void>((ready) => { drained = ready; next() })
      await Promise.all([...alive].map((child) => {
        const ended = once(child, 'exit')
        if (child.connected) child.disconnect()
        return ended
      }))
    },
  }
}
