import { sql } from 'kysely'
import type { Db } from '#platform/ctx.ts'
import type { RunningQueue } from './jobs.ts'
import type { Fault } from './log.ts'

/** A job for the eyes of an operator. */
export interface ListedJob {
  id: string
  kind: string
  payload: object
  tries: number
  queuedAt: Date
  /** When it was or is next due. */
  dueAt: Date
  /** What went wrong at the last try. */
  fault: Fault | null
}

const graceMinutes = 5

/** Jobs that have been due for more than five minutes and wait, or failed and wait for their next try; the oldest first. */
export async function lateJobs(db: Db, now: Date, limit = 100): Promise<ListedJob[]> {
  const due = new Date(now.getTime() - graceMinutes * 60_000)
  const { rows } = await sql<ListedJob>`
    select id, name as kind, data as payload, retry_count as tries, created_on as "queuedAt", start_after as "dueAt", output as fault
    from pgboss.job
    where name not like '%.dead' and name not like '\\_\\_pgboss%' and (state = 'retry' or (state = 'created' and start_after < ${due}))
    order by created_on limit ${limit}`.execute(db)
  return rows
}

/** Jobs that failed at their last try and wait for an operator; the oldest first. */
export async function failedJobs(db: Db, limit = 100): Promise<ListedJob[]> {
  const { rows } = await sql<ListedJob>`
    select id, source_name as kind, data as payload, source_retry_count + 1 as tries, source_created_on as "queuedAt", created_on as "dueAt",
      source_output as fault
    from pgboss.job where name like '%.dead' and state = 'created' order by created_on limit ${limit}`.execute(db)
  return rows
}

/** Sets all failed jobs of a kind going again with fresh tries; tells how many. */
export async function retryFailed(queue: RunningQueue, kind: string): Promise<number> {
  for (let moved = 0; ;) {
    const now = await queue.redrive(kind)
    moved += now
    if (now === 0) return moved
  }
}
