import type { Db } from '#platform/ctx.ts'

/** A kind of job: a queue of its own. A payload carries ids, never personal data. */
export interface JobKind<Payload extends object> {
  readonly name: string
  /** Type carrier only. */
  readonly payload?: Payload
  readonly retryLimit: number
  readonly retryDelaySeconds: number
  readonly retryDelayMaxSeconds: number
  readonly expireSeconds: number
}

/** Acts queue work through this, in the same transaction as the write that causes it. */
export interface JobQueue {
  queue<P extends object>(db: Db, kind: JobKind<P>, payload: P, options?: { notBefore?: Date }): Promise<void>
}

export function jobKind<Payload extends object>(name: string, settings: Partial<Omit<JobKind<Payload>, 'name' | 'payload'>> = {}): JobKind<Payload> {
  return { name, retryLimit: 20, retryDelaySeconds: 5, retryDelayMaxSeconds: 900, expireSeconds: 300, ...settings }
}
