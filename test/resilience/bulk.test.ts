import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bulkSite, suspending, type BulkSite } from '#bulk/bulk.fixture.ts'
import { goOnWithBulk } from '#bulk/jobs.ts'
import { newVaultKeys } from '#platform/vault.ts'
import { freePort, ownCopy, startProgram } from './program.ts'

let copy: ReturnType<typeof ownCopy>
let at: BulkSite
const keys = newVaultKeys()
beforeAll(async () => {
  copy = ownCopy('joinder-bulk-')
  at = await bulkSite({ keys })
}, 120_000)
afterAll(async () => {
  await at.site.close()
  copy.remove()
})

const kills = 3
const people = 160

test('the worker is killed (kill -9) in the middle of a bulk act, again and again: each person is done exactly once', async () => {
  const masterKey = path.join(copy.folder, 'master.key')
  writeFileSync(masterKey, keys, { mode: 0o600 })
  const ids = await at.crowd(people)
  const planId = await at.started(suspending)
  const settings = { ROLE: 'worker', DATABASE_URL: at.site.database.ownerUrl, MASTER_KEY_FILE: masterKey, PORT: String(await freePort()) }
  const answered = async () => (await at.progress(planId)).done
  // The silence of a killed worker, and the delay before the next try, in none.
  const silent = () => sql`update pgboss.job set heartbeat_on = heartbeat_on - interval '1 minute', retry_delay = 1, retry_delay_max = 1
    where name = ${goOnWithBulk.name} and state = 'active'`.execute(at.site.db)
  let worked = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const worker = startProgram(copy, settings)
    const before = await answered()
    for (let looks = 0; looks < 2000 && await answered() <= before; looks += 1) await pause(20)
    worker.kill('SIGKILL')
    await worker.ended
    await silent()
    const { done, state } = await at.progress(planId)
    expect((await at.suspended()).length).toBe(done)
    if (state === 'going') worked += 1
  }
  expect(worked).toBeGreaterThan(0)
  const worker = startProgram(copy, settings)
  for (let looks = 0; looks < 300 && (await at.progress(planId)).state !== 'finished'; looks += 1) await pause(200)
  worker.kill('SIGTERM')
  await worker.ended
  expect(await at.progress(planId)).toMatchObject({ people, done: people, refused: 0, failed: 0 })
  expect((await at.suspended()).sort()).toEqual(ids.sort())
  const told = await at.site.db.selectFrom('mail').select((row) => row.fn.countAll<string>().as('n'))
    .where('kind', '=', 'decision-suspend').executeTakeFirstOrThrow()
  expect(Number(told.n)).toBe(people)
}, 200_000)
