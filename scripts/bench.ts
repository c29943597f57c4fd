// Measures what the site is held to and prints ratios from one run: `npm run bench [-- pages|joins|seals|visit|account|desk|bulk …]
// [--full] [--mandates N] [--people N] [--data DIR]`. Ends by itself. `--data` measures in a DATA_DIR that was seeded before, as with
// `DATA_DIR=/tmp/million npm run seed million`; it stays.
import { parseArgs } from 'node:util'
import { benchAccount } from '../test/bench/account.ts'
import { benchDesk } from '../test/bench/desk.ts'
import { benchJoins } from '../test/bench/joins.ts'
import { benchPages } from '../test/bench/pages.ts'
import { machine, pin } from '../test/bench/processes.ts'
import { benchSeals } from '../test/bench/seals.ts'
import { benchVisit } from '../test/bench/visit.ts'
import { openState, settled } from '../test/resilience/count.ts'
import { freePort, killNow, ownCopy, postmaster, startProgram } from '../test/resilience/program.ts'
import { load } from './load.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: {
  people: { type: 'string', default: '100000' }, full: { type: 'boolean', default: false }, mandates: { type: 'string' },
  rounds: { type: 'string' }, data: { type: 'string' }, visitors: { type: 'string', default: '16' },
} })
const wanted = (name: string) => positionals.length === 0 || positionals.includes(name)
const tell = (line: string) => void process.stdout.write(`${line}\n`)

const own = ownCopy('joinder-bench-')
const copy = { ...own, dataDir: values.data ?? own.dataDir }
tell(machine())
let running: ReturnType<typeof startProgram> | undefined
try {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const settings = { PORT: String(port), PUBLIC_ORIGIN: origin, TRUSTED_PROXIES: '1' }
  const web = startProgram(copy, { ...settings, ROLE: 'web' })
  running = web
  await web.up()
  const state = openState(copy.dataDir)
  if (wanted('pages')) {
    pin(web.pid, 0)
    await benchPages({ origin, pid: web.pid, folder: copy.folder, rounds: Number(values.rounds ?? (values.full ? 101 : 31)), tell })
  }
  if (wanted('visit')) await benchVisit({ origin, tell })
  if (wanted('joins')) await benchJoins({ origin, state, visitors: Number(values.visitors), ms: values.full ? 20_000 : 8000, tell })
  if (wanted('seals')) {
    await benchJoins({ origin, state, visitors: 1, ms: 0, tell: () => undefined })
    const worker = startProgram(copy, { ...settings, ROLE: 'worker' })
    await worker.up()
    const mandates = Number(values.mandates ?? (values.full ? 5000 : 300))
    await settled(state.db, 300_000)
    await benchSeals({ state, worker, origin, folder: copy.folder, mandates, rounds: values.full ? 20 : 5, tell })
    worker.kill('SIGTERM')
    await worker.ended
  }
  // Last: it fills the world.
  if (wanted('account')) await benchAccount({ origin, state, people: Number(values.people), rounds: Number(values.rounds ?? 300), tell })
  if (wanted('desk')) await benchDesk({ origin, state, people: Number(values.people), rounds: Number(values.rounds ?? 200), tell })
  // Only where it is asked for by name: it takes minutes and gives everybody a task.
  if (positionals.includes('bulk')) {
    // The acts write mails, which only the build reads.
    const { benchBulk } = await load<typeof import('../test/bench/bulk.ts')>('test/bench/bulk.ts')
    await benchBulk({ state, people: Number(values.people), tell, startWorker: async () => {
      const worker = startProgram(copy, { ...settings, ROLE: 'worker' })
      await worker.up()
      return worker
    } })
  }
  await state.close()
  web.kill('SIGTERM')
  await web.ended
} finally {
  running?.kill('SIGKILL')
  killNow(postmaster(copy.dataDir))
  copy.remove()
}
