import pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Queue } from 'pg-boss'
import { appRole } from './open.ts'

/**
 * Installs the schema of pg-boss as its owner, makes or adapts the queues and lets the plain role work in them, so that the application
 * itself runs pg-boss with `migrate: false, createSchema: false`. A queue that is no longer named stays, with its jobs.
 */
export async function installJobs(url: string, queues: Queue[]): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 2, application_name: 'joinder migrate', supervise: false, schedule: false })
  const broken: Error[] = []
  boss.on('error', (error) => broken.push(error))
  await boss.start()
  try {
    // A dead letter queue must exist before the queue that names it.
    const ordered = [...queues].sort((a, b) => Number(a.deadLetter !== undefined) - Number(b.deadLetter !== undefined))
    for (const queue of ordered) {
      const settings = changeable(queue)
      if (!await boss.getQueue(queue.name)) await boss.createQueue(queue.name, queue)
      else if (Object.keys(settings).length > 0) await boss.updateQueue(queue.name, settings)
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  if (broken[0]) throw broken[0]
  await grantJobs(url)
}

/** How a queue is stored is fixed when it is made; everything else may change. */
function changeable({ name: _name, policy: _policy, partition: _partition, ...rest }: Queue) {
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
