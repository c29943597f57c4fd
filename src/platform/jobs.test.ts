import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDb } from '../../test/database.ts'
import type { TestDb } from '../../test/database.ts'
import { installJobs } from '#platform/db/install-jobs.ts'
import { failedJobs, lateJobs, retryFailed } from './job-list.ts'
import { jobKind, queueOptions, startQueue } from './jobs.ts'
import type { RunningQueue } from './jobs.ts'
import { noLog } from './log.ts'
import type { Log } from './log.ts'

const greet = jobKind<{ id: string }>('test.greet', { retryDelaySeconds: 1 })
const fail = jobKind<{ id: string }>('test.fail', { retryLimit: 1, retryDelaySeconds: 1, retryDelayMaxSeconds: 1 })
const nightly = jobKind<Record<string, never>>('test.nightly')

const said: { facts: object; message: string }[] = []
const listening: Log = { ...noLog, warn: (facts, message) => said.push({ facts, message }),
  error: (facts, message) => said.push({ facts, message }) }

let at: TestDb
let queue: RunningQueue
beforeAll(async () => {
  at = await testDb()
  await installJobs(at.ownerUrl, queueOptions([greet, fail, nightly]))
  queue = await startQueue(at.url, { log: listening })
})
afterAll(async () => {
  await queue.stop(1)
  await at.close()
})

async function until(holds: () => boolean | Promise<boolean>, seconds = 20) {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await pause(20)) if (await holds()) return
  throw new Error('it did not come to pass')
}

test('a job exists when, and only when, the write that causes it is committed', async () => {
  const seen: string[] = []
  await queue.work(greet, async ({ id }) => void seen.push(id))
  await at.db.transaction().execute(async (trx) => {
    await queue.queue(trx, greet, { id: 'kept' })
  })
  await at.db.transaction().execute(async (trx) => {
    await queue.queue(trx, greet, { id: 'rolled back' })
    throw new Error('no')
  }).catch(() => undefined)
  await until(() => seen.length > 0)
  expect(seen).toEqual(['kept'])
})

test('a committed job is taken, and so are many at once', async () => {
  const again = await startQueue(at.url, { log: noLog, works: false })
  let seen = 0
  const many = jobKind<{ n: number }>('test.many')
  await installJobs(at.ownerUrl, queueOptions([many]))
  await queue.work(many, async () => void (seen += 1), { concurrency: 10 })
  await pause(300)
  await again.queue(at.db, many, { n: 0 })
  await until(() => seen === 1)
  await at.db.transaction().execute(async (trx) => {
    for (let n = 0; n < 300; n += 1) await again.queue(trx, many, { n })
  })
  await until(() => seen === 301)
  await again.stop(1)
})

test('a job that fails is tried again, then listed, and can be set going once more; its record holds no personal data', async () => {
  let tries = 0
  let broken = true
  await queue.work(fail, async () => {
    tries += 1
    if (broken) throw Object.assign(new Error('no such mailbox anna@example.org'), tries === 1 && { code: 'E_MAIL' })
  })
  await queue.queue(at.db, fail, { id: 'x' })
  await until(async () => (await failedJobs(at.db)).length === 1, 40)
  expect(tries).toBe(2)
  const [failed] = await failedJobs(at.db)
  expect(failed).toMatchObject({ kind: 'test.fail', payload: { id: 'x' }, fault: { name: 'Error' } })
  expect(said.map(({ message }) => message)).toEqual(['job failed, will be tried again', 'job failed for good'])
  expect(JSON.stringify([said, failed])).not.toContain('anna')

  broken = false
  expect(await retryFailed(queue, 'test.fail')).toBe(1)
  await until(() => tries === 3)
  expect(await failedJobs(at.db)).toEqual([])
}, 120_000)

test('a job whose time has long come but that nobody takes is late; one for later is not', async () => {
  const lonely = jobKind<{ id: string }>('test.lonely')
  await installJobs(at.ownerUrl, queueOptions([lonely]))
  const now = new Date()
  await queue.queue(at.db, lonely, { id: 'late' })
  await queue.queue(at.db, lonely, { id: 'tomorrow' }, { notBefore: new Date(now.getTime() + 86_400_000) })
  const late = await lateJobs(at.db, new Date(now.getTime() + 10 * 60_000))
  expect(late.map(({ kind, payload }) => [kind, payload])).toEqual([['test.lonely', { id: 'late' }]])
})

test('the timetable holds what is named and forgets the rest', async () => {
  const names = async () => (await at.db.withSchema('pgboss').selectFrom('schedule' as never).select('key' as never).execute())
    .map((row) => (row as { key: string }).key)
  await queue.schedule('old', '0 3 * * *', nightly)
  await queue.schedule('nightly', '0 4 * * *', nightly)
  await queue.keepSchedules(['nightly'])
  expect(await names()).toEqual(['nightly'])
})
