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
    select id, source_name as kind, data as payload, source_retry_count + 1 as tries,
      source_created_on as "queuedAt", created_on as "dueAt", source_output as fault
    from pgboss.job where name like '%.dead' and state = 'created' order by created_on limit ${limit}`.execute(db)
  return rows
}

/** How many jobs of a kind are late or failed; counting stops at `most` + 1. */
export interface CountedJobs { kind: string; late: number; failed: number }

/** Kinds with late or failed jobs, the most failed first. It asks each queue by its index and counts no further than `most` + 1. */
export async function countJobs(db: Db, now: Date, most = 100): Promise<CountedJobs[]> {
  const due = new Date(now.getTime() - graceMinutes * 60_000)
  const { rows } = await sql<CountedJobs>`
    select q.name as kind, late.n as late, failed.n as failed from pgboss.queue q
      cross join lateral (select count(*)::int as n from (select from pgboss.job j
        where j.name = q.name and j.state < 'active' and not j.blocked and (j.state = 'retry' or j.start_after < ${due})
        order by j.priority desc, j.created_on limit ${most + 1}) as found) as late
      cross join lateral (select count(*)::int as n from (select from pgboss.job j
        where j.name = q.name || '.dead' and j.state < 'active' and not j.blocked
        order by j.priority desc, j.created_on limit ${most + 1}) as found) as failed
    where q.name not like '%.dead' and q.name not like '\\_\\_pgboss%' and (late.n > 0 or failed.n > 0)
    order by failed.n desc, late.n desc, q.name`.execute(db)
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
