import { setTimeout as pause } from 'node:timers/promises'
import { fromKysely, PgBoss } from 'pg-boss'
import { expect, test } from 'vitest'
import { testDb } from '../../../test/database.ts'
import { installJobs } from './install-jobs.ts'
import { asApp } from './open.ts'

test('the plain role queues within a transaction, works, supervises and schedules without owning anything', async () => {
  const at = await testDb()
  await installJobs(at.ownerUrl, [{ name: 'letter', deadLetter: 'letter.dead', notify: true }, { name: 'letter.dead' }])
  await installJobs(at.ownerUrl, [{ name: 'letter', deadLetter: 'letter.dead', notify: true, retryLimit: 7 }, { name: 'letter.dead' }])
  const boss = new PgBoss({
    connectionString: asApp(at.url), migrate: false, createSchema: false, useListenNotify: true,
    superviseIntervalSeconds: 1, monitorIntervalSeconds: 1,
  })
  const troubles: Error[] = []
  boss.on('error', (error) => troubles.push(error))
  await boss.start()
  const seen: unknown[] = []
  await boss.work('letter', async (jobs) => { seen.push(...jobs.map((job) => job.data)) })
  await boss.schedule('letter', '0 4 1 1 *', {})
  await expect(at.db.transaction().execute(async (trx) => {
    await boss.send('letter', { n: 1 }, { db: fromKysely(trx) })
    throw new Error('rolled back')
  })).rejects.toThrow('rolled back')
  await at.db.transaction().execute((trx) => boss.send('letter', { n: 2 }, { db: fromKysely(trx) }))
  for (let tries = 0; seen.length === 0 && tries < 100; tries += 1) await pause(50)
  await boss.supervise()
  expect((await boss.getQueue('letter'))?.retryLimit).toBe(7)
  await boss.stop({ graceful: true })
  // Dropping the database cuts a connection that is still on its way out, which is no trouble of the queue.
  expect(troubles).toEqual([])
  await at.close()
  expect(seen).toEqual([{ n: 2 }])
})
