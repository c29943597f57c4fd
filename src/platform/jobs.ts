import { fromKysely, PgBoss } from 'pg-boss'
import type { Queue } from 'pg-boss'
import type { Db } from '#platform/ctx.ts'
import { asApp } from '#platform/db/open.ts'
import { faultOf } from '#platform/log.ts'
import type { Log } from '#platform/log.ts'

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

export type JobHandler<P extends object> = (payload: P) => Promise<void>

/** The queue of a running process: what acts see, plus taking jobs out of it. */
export interface RunningQueue extends JobQueue {
  /** Takes jobs of a kind, up to `concurrency` at a time in this process (4). A throw is tried again later; handlers expect repetition. */
  work<P extends object>(kind: JobKind<P>, handler: JobHandler<P>, options?: { concurrency?: number }): Promise<void>
  /** Queues a job whenever `cron` (five fields, Amsterdam time) says so; once after a time in which nobody was running. */
  schedule(name: string, cron: string, kind: JobKind<Record<string, never>>): Promise<void>
  /** Forgets every schedule that is not among these names. */
  keepSchedules(names: string[]): Promise<void>
  /** Sets up to 1000 jobs of a kind going again that had failed for good; tells how many. */
  redrive(kind: string): Promise<number>
  /** Takes no new jobs, waits up to `graceSeconds` (20) for the running ones, closes. */
  stop(graceSeconds?: number): Promise<void>
}

export function jobKind<Payload extends object>(name: string, settings: Partial<Omit<JobKind<Payload>,
  'name' | 'payload'>> = {}): JobKind<Payload> {
  return { name, retryLimit: 20, retryDelaySeconds: 5, retryDelayMaxSeconds: 900, expireSeconds: 300, ...settings }
}

/** The queue where a job ends up after its last try. */
export const deadName = (kind: { name: string }) => `${kind.name}.dead`

const waitsAtMost = 90 * 24 * 3600

/** The queues as the migration makes them: for each kind its own and before it the one of its failures. */
export function queueOptions(kinds: readonly Omit<JobKind<object>, 'payload'>[]): Queue[] {
  return kinds.flatMap((kind) => [
    { name: deadName(kind), notify: false, retentionSeconds: 365 * 24 * 3600 },
    {
      name: kind.name,
      deadLetter: deadName(kind),
      notify: true,
      retryLimit: kind.retryLimit,
      retryDelay: kind.retryDelaySeconds,
      retryDelayMax: kind.retryDelayMaxSeconds,
      retryBackoff: true,
      // A worker takes a few jobs at a time and settles them together, so each may take twice its own time.
      expireInSeconds: kind.expireSeconds * 2,
      // A killed worker's jobs go on after this and the ten seconds between looks.
      heartbeatSeconds: 15,
      retentionSeconds: waitsAtMost,
    },
  ])
}

export interface QueueSettings {
  log: Log
  /** False in a process that only queues (`ROLE=web`). */
  works?: boolean
}

/**
 * Starts pg-boss, as the plain role, on a database that `migrate` has prepared; it makes and changes no tables. `url` is the owner's and
 * must not lead through a transaction pooler (LISTEN).
 */
export async function startQueue(url: string, { log, works = true }: QueueSettings): Promise<RunningQueue> {
  const boss = new PgBoss({
    connectionString: asApp(url),
    application_name: 'joinder jobs',
    max: works ? 5 : 2,
    migrate: false,
    createSchema: false,
    useListenNotify: works,
    supervise: works,
    schedule: works,
    // A killed worker's jobs are seen within ten seconds instead of a minute.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  })
  boss.on('error', (error) => log.error({ fault: faultOf(error) }, 'job queue'))
  boss.on('warning', ({ message }) => log.warn({ warning: message }, 'job queue'))
  await boss.start()

  return {
    async queue(db, kind, payload, { notBefore } = {}) {
      const id = await boss.send(kind.name, payload, { db: fromKysely(db), ...(notBefore && { startAfter: notBefore }) })
      if (!id) throw new Error(`job ${kind.name} was not queued`)
    },
    work: (kind, handler, { concurrency = 4 } = {}) => work(boss, log, kind, handler, concurrency),
    async schedule(name, cron, kind) {
      await boss.schedule(kind.name, cron, {}, { tz: 'Europe/Amsterdam', key: name, missed: 'once' })
    },
    async keepSchedules(names) {
      for (const { name, key } of await boss.getSchedules()) if (!names.includes(key)) await boss.unschedule(name, key)
    },
    redrive: (kind) => boss.redrive(deadName({ name: kind })),
    stop: (graceSeconds = 20) => boss.stop({ graceful: true, timeout: graceSeconds * 1000 }),
  }
}

async function work<P extends object>(boss: PgBoss, log: Log, kind: JobKind<P>, handler: JobHandler<P>,
  concurrency: number): Promise<void> {
  // Two takers, so that work goes on while one of them settles its batch and fetches the next.
  const takers = concurrency >= 4 ? 2 : 1
  const each = Math.ceil(concurrency / takers)
  // A batch of one would wait for the next poll after each job; see "burstWhenBatchFull" in pg-boss.
  const options = {
    perJobResults: true, localConcurrency: takers, batchSize: Math.max(2, each), burstWhenBatchFull: true, includeMetadata: true,
    pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 5,
  } as const
  await boss.work<P, unknown, typeof options>(kind.name, options, (jobs) => eachAtMost(each, jobs, async (job) => {
    const started = performance.now()
    const told = { kind: kind.name, job: job.id, attempt: job.retryCount + 1 }
    try {
      await handler(job.data)
      log.debug({ ...told, ms: Math.round(performance.now() - started) }, 'job done')
      return { id: job.id, status: 'completed' as const }
    } catch (error) {
      const fault = faultOf(error)
      const last = job.retryCount >= job.retryLimit
      log[last ? 'error' : 'warn']({ ...told, fault }, last ? 'job failed for good' : 'job failed, will be tried again')
      return { id: job.id, status: 'failed' as const, output: fault }
    }
  }))
}

async function eachAtMost<T, R>(limit: number, items: T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const lane = async () => {
    for (let at = next++; at < items.length; at = next++) results[at] = await run(items[at] as T)
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane))
  return results
}
