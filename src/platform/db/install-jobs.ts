import pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Queue as QueueOptions } from 'pg-boss'
import { appRole } from './open.ts'

/** A queue of jobs with its settings in pg-boss. */
export interface Queue {
  name: string
  options: Omit<QueueOptions, 'name'>
}

/**
 * Installs the schema of pg-boss as its owner, makes or adapts the queues and lets the plain role work in them, so that the application itself
 * runs pg-boss with `migrate: false, createSchema: false`. A queue that is no longer named stays, with its jobs.
 */
export async function installJobs(url: string, queues: Queue[]): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 2, application_name: 'joinder migrate', supervise: false, schedule: false })
  const broken: Error[] = []
  boss.on('error', (error) => broken.push(error))
  await boss.start()
  try {
    // A dead letter queue must exist before the queue that names it.
    const ordered = [...queues].sort((a, b) => Number(a.options.deadLetter !== undefined) - Number(b.options.deadLetter !== undefined))
    for (const { name, options } of ordered) {
      if (await boss.getQueue(name)) await boss.updateQueue(name, changeable(options))
      else await boss.createQueue(name, options)
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  if (broken[0]) throw broken[0]
  await grantJobs(url)
}

/** How a queue is stored is fixed when it is made; everything else may change. */
function changeable(options: Queue['options']) {
  const { policy: _policy, partition: _partition, ...rest } = options
  return rest
}

async function grantJobs(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`grant usage on schema pgboss to ${appRole};
      grant select, insert, update, delete on all tables in schema pgboss to ${appRole};
      grant usage, select on all sequences in schema pgboss to ${appRole};
      grant execute on all functions in schema pgboss to ${appRole};`)
  } finally {
    await client.end()
  }
}
