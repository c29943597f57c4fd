import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { drawUp, proposePlan } from '#bulk/draw-up.ts'
import { order } from '#bulk/order.ts'
import { findPlan } from '#bulk/plans.ts'
import { carryOutBulk } from '#bulk/start-run.ts'
import { approve } from '#organisers/four-eyes/answer-proposal.ts'
import type { Ctx } from '#platform/ctx.ts'
import { startQueue } from '#platform/jobs.ts'
import { noLog } from '#platform/log.ts'
import type { Outcome } from '#platform/outcome.ts'
import type { State } from '../resilience/count.ts'
import type { Program } from '../resilience/program.ts'
import { organiser } from './organisers.ts'
import { pouredWorld } from './poured.ts'
import { residentMb } from './processes.ts'

interface Bench { state: State; people: number; startWorker(): Promise<Program>; tell: (line: string) => void }
type As = <T>(act: (ctx: Ctx) => Promise<T>) => Promise<T>

/**
 * One bulk act on everybody in a large world, as two people order it: counted, proposed, approved, paused, gone on with, its worker killed
 * (`kill -9`), finished, taken back. Tells how long each takes, how much memory the worker holds, and whether each person was done once.
 */
export async function benchBulk({ state, people, startWorker, tell }: Bench) {
  tell(`one act on ${await pouredWorld(state, people)}`)
  const queue = await startQueue(state.url, { log: noLog, works: false })
  const as = (personId: string): As => (act) => state.db.transaction().execute((db) =>
    act({ db, vault: state.vault, jobs: queue, now: new Date(), actor: `organiser:${personId}` }))
  const [handler, lawyer] = [as((await organiser(state, ['case-handler'])).personId), as((await organiser(state, ['lawyer'])).personId)]
  const planId = await started({ handler, lawyer, tell })
  let worker = await startWorker()
  const run = watching(state, planId, () => worker.pid)
  try {
    await run.until((now) => now.gathered)
    tell(`  the set of people is fixed after ${run.seconds()} s; then ${await run.speed(10)} people a second`)
    await run.until((now) => now.answered > now.people / 4)
    const asked = performance.now()
    was(await handler((ctx) => order(ctx, planId, 'pause')))
    const stands = (await run.now()).answered
    tell(`  paused at ${stands.toLocaleString('en')}: the order took ${(performance.now() - asked).toFixed(0)} ms`)
    await pause(3000)
    if ((await run.now()).answered !== stands) throw new Error('it went on while it was paused')
    was(await handler((ctx) => order(ctx, planId, 'go-on')))
    await run.until((now) => now.answered > now.people / 2)
    const killed = performance.now()
    worker.kill('SIGKILL')
    await worker.ended
    const left = (await run.now()).answered
    worker = await startWorker()
    await run.until((now) => now.answered > left)
    tell(`  killed (kill -9) at ${left.toLocaleString('en')}: another worker goes on after ${seconds(killed)} s`)
    await run.until((now) => now.over)
    tell(`  finished after ${run.seconds()} s; the worker held ${run.most()} MB at most; ${await told(state, planId)}`)
    const back = performance.now()
    was(await handler((ctx) => order(ctx, planId, 'undo', { reason: 'mistake', explanation: '' })))
    await run.until((now) => now.back)
    tell(`  taken back in ${seconds(back)} s; ${await told(state, planId)}`)
  } finally {
    worker.kill('SIGTERM')
    await worker.ended
    await queue.stop()
  }
}

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(0)

function was<T>(outcome: Outcome<T, string>): T {
  if (!outcome.ok) throw new Error(outcome.because)
  return outcome.value
}

/** Draws up, proposes and approves a task for everybody; answers the plan. */
async function started({ handler, lawyer, tell }: { handler: As; lawyer: As; tell: Bench['tell'] }): Promise<string> {
  const began = performance.now()
  const planId = was(await handler((ctx) => drawUp(ctx, {
    act: 'task', filter: { from: '2000-01-01' }, params: { kind: 'call', role: 'case-handler', days: '5' }, because: 'data-incomplete',
    movePercent: 2,
  })))
  const drawnUp = performance.now() - began
  const proposal = was(await handler((ctx) => proposePlan(ctx, planId)))
  const approved = performance.now()
  await lawyer(async (ctx) => was(await carryOutBulk(ctx, was(await approve(ctx, proposal)))))
  tell(`  drawn up with count and sample in ${drawnUp.toFixed(0)} ms, approved with a new count in `
    + `${(performance.now() - approved).toFixed(0)} ms`)
  return planId
}

interface Now { people: number; answered: number; gathered: boolean; over: boolean; back: boolean }

/** Looks at a run until something holds, and at what its worker holds in memory. */
function watching({ db, vault }: State, planId: string, pid: () => number | undefined) {
  const began = performance.now()
  let most = 0
  const now = async (): Promise<Now> => {
    const { people, left, gatheredAt, state } = (await findPlan({ db, vault, now: new Date() }, planId))!.progress!
    return { people, answered: people - left, gathered: gatheredAt !== null, over: state === 'finished', back: state === 'undone' }
  }
  const until = async (holds: (now: Now) => boolean) => {
    while (!holds(await now())) {
      most = Math.max(most, residentMb(pid()))
      await pause(250)
    }
  }
  return {
    now, until, seconds: () => seconds(began), most: () => most.toFixed(0),
    async speed(during: number): Promise<string> {
      const [before, from] = [(await now()).answered, performance.now()]
      await pause(during * 1000)
      return (((await now()).answered - before) / ((performance.now() - from) / 1000)).toFixed(0)
    },
  }
}

/** How many were done, and whether each was done once: a task that waits for each, and none twice. */
async function told({ db, vault }: State, planId: string): Promise<string> {
  const { done, refused, failed, undone } = (await findPlan({ db, vault, now: new Date() }, planId))!.progress!
  const { rows: [tasks] } = await sql<{ all: number; people: number; open: number }>`
    select count(*)::int as all, count(distinct t.person_id)::int as people,
      count(*) filter (where t.done_at is null)::int as open
    from case_task t join bulk_item i on i.person_id = t.person_id and i.plan_id = ${planId}
    where i.applied ->> 'taskId' = t.id::text`.execute(db)
  const counts = Object.entries({ done, refused, failed, undone }).filter(([, n]) => n)
    .map(([name, n]) => `${n.toLocaleString('en')} ${name}`)
  return `${counts.join(', ')}; ${tasks!.all.toLocaleString('en')} tasks of ${tasks!.people.toLocaleString('en')} people, `
    + `${tasks!.open.toLocaleString('en')} open`
}
