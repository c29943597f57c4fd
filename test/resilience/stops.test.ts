import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { losses, open, openState, settled } from './count.ts'
import { crowd, walk, type Journey, type Meeting } from './joiner.ts'
import { mailServer, type MailServer } from './mail-server.ts'
import { freePort, killNow, ownCopy, postmaster, startProgram, type Program } from './program.ts'

let copy: ReturnType<typeof ownCopy>
let mail: MailServer
let origin: string
let running: Program
let settings: Record<string, string>
const everybody: Journey[] = []

/** Web, worker and database started by one command, as by `npm start`. */
async function start() {
  running = startProgram(copy, settings)
  await running.up()
}
const meeting = (): Meeting => ({ origin, mail, deadline: performance.now() + 90_000 })
const somebody = (email: string, until: Journey['until']): Journey => {
  const journey: Journey = { email, language: 'nl', acknowledged: [], tries: 0, until }
  everybody.push(journey)
  return journey
}

beforeAll(async () => {
  copy = ownCopy()
  mail = await mailServer()
  const port = await freePort()
  origin = `http://127.0.0.1:${port}`
  settings = { PORT: String(port), PUBLIC_ORIGIN: origin, SMTP_URL: mail.url, TRUSTED_PROXIES: '1' }
  await start()
}, 120_000)
afterAll(async () => {
  running.kill('SIGKILL')
  await running.ended
  killNow(postmaster(copy.dataDir))
  await mail.close()
  copy.remove()
})

test('a stop by SIGTERM under load ends with 0 and no database left running; after the next start everybody goes on', async () => {
  const until = performance.now() + 12_000
  const arriving = crowd(meeting(), 8, () => performance.now() < until)
  for (let round = 0; round < 3; round++) {
    await pause(1500)
    running.kill('SIGTERM')
    expect(await running.ended, running.said()).toBe(0)
    expect(postmaster(copy.dataDir)).toBeUndefined()
    await start()
  }
  everybody.push(...await arriving)
}, 120_000)

test('a start after everything was killed recovers by itself', async () => {
  const until = performance.now() + 9000
  const arriving = crowd(meeting(), 8, () => performance.now() < until)
  for (let round = 0; round < 2; round++) {
    await pause(2000)
    running.kill('SIGKILL')
    killNow(postmaster(copy.dataDir))
    await running.ended
    await start()
  }
  everybody.push(...await arriving)
}, 120_000)

test('a mail server that is away for hours: mail waits, and goes out when it is back', async () => {
  const state = openState(copy.dataDir)
  await settled(state.db, 90_000)
  // The tries of hours in seconds.
  await sql`update pgboss.queue set retry_delay = 1, retry_delay_max = 1 where name = 'mail.send'`.execute(state.db)
  await pause(6000)
  await mail.close()
  const waiting = [1, 2, 3, 4, 5].map((n) => somebody(`wacht${n}@voorbeeld.example`, 'start'))
  await Promise.all(waiting.map((journey) => walk(meeting(), journey)))
  const tries = async () => (await sql<{ least: number; jobs: number }>`
    select coalesce(min(retry_count), 0) as least, count(*) as jobs from pgboss.job
    where name = 'mail.send' and state in ('created', 'retry', 'active')`.execute(state.db)).rows[0]!
  await expect.poll(async () => (await tries()).least, { timeout: 60_000, interval: 200 }).toBeGreaterThanOrEqual(3)
  expect((await open(state.db)).mails).toBe(5)
  expect((await tries()).jobs).toBe(5)
  await mail.comeBack()
  await settled(state.db, 60_000)
  for (const { email } of waiting) expect(mail.code(email)).toMatch(/^\d{6}$/)
  await state.close()
}, 240_000)

test('a mail refused for good is written down as refused, with the answer of the mail server, and not tried again', async () => {
  const state = openState(copy.dataDir)
  await walk(meeting(), somebody('refused@voorbeeld.example', 'start'))
  await settled(state.db, 30_000)
  const refused = await state.db.selectFrom('mail_outcome').select(['outcome', 'reply_code']).where('outcome', '!=', 'accepted').execute()
  expect(refused).toEqual([{ outcome: 'refused', reply_code: 550 }])
  const left = await sql<{ jobs: number }>`
    select count(*) as jobs from pgboss.job
    where name = 'mail.send' and state in ('created', 'retry', 'active', 'failed')`.execute(state.db)
  expect(left.rows[0]!.jobs).toBe(0)
  await state.close()
}, 120_000)

test('in all of it nothing was lost and nothing doubled', async () => {
  const state = openState(copy.dataDir)
  await settled(state.db, 90_000)
  const wrong = await losses(state, everybody, mail, origin)
  const submitted = everybody.filter((each) => each.acknowledged.includes('check'))
  const steps = everybody.reduce((sum, each) => sum + each.acknowledged.length, 0)
  process.stdout.write(`  stopped 3 times, killed whole 2 times: ${everybody.length} persons, ${submitted.length} submitted, `
    + `${steps} acknowledged steps, ${mail.deliveries.length} mails taken\n`)
  expect(wrong).toEqual([])
  await state.close()
}, 120_000)
