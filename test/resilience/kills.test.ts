import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { losses, openState, settled, type State } from './count.ts'
import { crowd, walk, type Journey } from './joiner.ts'
import { mailServer, type MailServer } from './mail-server.ts'
import { freePort, killNow, ownCopy, postmaster, startProgram, supervised, typesetters } from './program.ts'

/** How long processes are killed; longer for a night: RESILIENCE_SECONDS=600. */
const seconds = Number(process.env['RESILIENCE_SECONDS'] ?? 35)

let copy: ReturnType<typeof ownCopy>
let mail: MailServer
beforeAll(async () => {
  copy = ownCopy()
  mail = await mailServer()
}, 120_000)
afterAll(async () => {
  killNow(postmaster(copy.dataDir))
  await mail.close()
  copy.remove()
})

const between = (least: number, most: number) => least + Math.random() * (most - least)

test('web, worker, database and typesetting killed again and again under load: nothing lost, nothing doubled', async () => {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const settings = { PORT: String(port), PUBLIC_ORIGIN: origin, SMTP_URL: mail.url, TRUSTED_PROXIES: '1' }
  const web = supervised(() => startProgram(copy, { ...settings, ROLE: 'web' }))
  await web.program.up()
  const worker = supervised(() => startProgram(copy, { ...settings, ROLE: 'worker' }))
  await worker.program.up()

  const until = performance.now() + seconds * 1000
  const meeting = { origin, mail, deadline: until + 180_000 }
  const arriving = crowd(meeting, 10, () => performance.now() < until)
  const killed: Record<string, number> = {}
  const victims: [name: string, weight: number, kill: () => unknown][] = [
    ['web', 4, web.kill], ['worker', 4, worker.kill],
    ['database', 3, () => killNow(postmaster(copy.dataDir))],
    ['typesetting', 3, () => killNow(typesetters(worker.program.pid)[0])],
    ['everything', 1, () => { killNow(postmaster(copy.dataDir)); web.kill(); worker.kill() }],
    ['mail server', 2, async () => { await mail.close(); await pause(1500); await mail.comeBack() }],
    ['mail server hangs up', 2, () => moody('hangs-up')], ['mail server busy', 1, () => moody('busy')],
  ]
  async function moody(mood: 'busy' | 'hangs-up') {
    mail.state.mood = mood
    await pause(700)
    mail.state.mood = 'kind'
  }
  const lots = victims.flatMap(([name, weight, kill]) => Array.from({ length: weight }, () => ({ name, kill })))
  // Drawn without putting back, so that each has its turn.
  let bag: typeof lots = []
  while (performance.now() < until) {
    await pause(between(400, 2000))
    if (!bag.length) bag = [...lots]
    const { name, kill } = bag.splice(Math.floor(Math.random() * bag.length), 1)[0]!
    killed[name] = (killed[name] ?? 0) + 1
    await kill()
  }
  const journeys = await arriving
  await Promise.all([web.program.up(), worker.program.up()])
  const state = openState(copy.dataDir)
  const drained = await settled(state.db, 150_000)

  const resumed = journeys.filter((each) => each.until === 'details').slice(0, 3)
  for (const journey of resumed) journey.until = 'check'
  await Promise.all(resumed.map((journey) => walk({ ...meeting, deadline: performance.now() + 90_000 }, journey)))
  await settled(state.db, 90_000)

  const wrong = await losses(state, journeys, mail, origin)
  tell({ seconds, killed, drained, journeys, mail, state, resumed })
  expect(wrong).toEqual([])
  expect(journeys.filter((each) => each.acknowledged.includes('check')).length).toBeGreaterThan(0)
  expect(resumed.every((each) => each.acknowledged.includes('check'))).toBe(true)
  await state.close()

  expect([await worker.stop(), await web.stop()]).toEqual([0, 0])
  expect(postmaster(copy.dataDir)).toBeUndefined()
  const verified = spawnSync(process.execPath, [path.join(copy.folder, 'dist/cli.js'), 'journal', 'verify'],
    { env: { PATH: process.env['PATH'], DATA_DIR: copy.dataDir }, encoding: 'utf8' })
  expect(verified).toMatchObject({ status: 0, stdout: expect.stringContaining('The journal is whole') })
}, seconds * 1000 + 480_000)

function tell({ killed, drained, journeys, resumed, mail: { deliveries, state: smtp } }: {
  seconds: number; killed: Record<string, number>; drained: number; journeys: Journey[]; resumed: Journey[]; mail: MailServer; state: State
}) {
  const steps = journeys.reduce((sum, each) => sum + each.acknowledged.length, 0)
  const repeats = deliveries.length - new Set(deliveries.map((each) => each.messageId)).size
  const submitted = journeys.filter((each) => each.acknowledged.includes('check'))
  const tries = journeys.reduce((sum, each) => sum + each.tries, 0)
  const said = [
    `killed in ${seconds} s: ${Object.entries(killed).map(([name, times]) => `${name} ${times}`).join(', ')}`,
    `${journeys.length} persons, ${steps} acknowledged steps, ${submitted.length} submitted`,
    `${resumed.length} resumed on another device, ${tries} requests tried again`,
    `${deliveries.length} mails taken, of them ${repeats} repeats with the same Message-ID`,
    `${smtp.hungUp} mails taken and hung up, ${smtp.deferred} asked to come back`,
    `queues empty ${(drained / 1000).toFixed(1)} s after the last person`,
  ]
  process.stdout.write(`${said.map((line) => `  ${line}\n`).join('')}`)
}
