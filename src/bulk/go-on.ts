import type { Config } from '#config.ts'
import { record } from '#journal/record.ts'
import { lockPersons } from '#participants/lock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { faultOf } from '#platform/log.ts'
import { ctxOf, transact, type World } from '#platform/world.ts'
import { answerFor, type Item } from './answer-for.ts'
import { gather } from './gather.ts'
import { goOnWithBulk } from './jobs.ts'
import { writeOrder } from './order.ts'
import { findPlan, type Plan } from './plans.ts'

export type Inside = Pick<World, 'db' | 'clock' | 'vault' | 'jobs' | 'log'> & { config: Pick<Config, 'publicOrigin'> }

/** People in one transaction; batches in one job, which then makes room for others; failures in a row after which a run pauses itself. */
const [atOnce, batchesAJob, failuresToPause] = [20, 200, 5]

/**
 * Goes on with a run, there or back. Each person is answered for exactly once: the row of the person and what was done to it are one
 * transaction, under the lock of the run, so a killed process leaves nothing half and two at once do nothing twice.
 */
export async function goOn(world: Inside, { planId }: { planId: string }): Promise<void> {
  const plan = await findPlan(ctxOf(world), planId)
  if (!plan?.progress) return
  if (plan.progress.state === 'gathering') await world.db.transaction().setIsolationLevel('repeatable read')
    .execute((db) => gather(ctxOf({ ...world, db }), plan))
  let inARow = 0
  for (let batch = 0; batch < batchesAJob; batch += 1) {
    const told = await batchOf(world, planId, atOnce).catch(() => oneByOne(world, planId))
    inARow = told.failed === 0 ? 0 : told.failed === told.answered ? inARow + told.failed : told.failed
    if (inARow >= failuresToPause) {
      await transact(world, (ctx) => pauseItself(ctx, planId))
      return
    }
    if (!told.more) return
  }
  await world.jobs.queue(world.db, goOnWithBulk, { planId })
}

interface Batch { more: boolean; answered: number; failed: number }

/** The people of a batch that failed as a whole, each in a transaction of its own; whoever fails is written down, and the rest goes on. */
async function oneByOne(world: Inside, planId: string): Promise<Batch> {
  const told: Batch = { more: true, answered: 0, failed: 0 }
  for (let at = 0; told.more && at < atOnce; at += 1) {
    const one = await batchOf(world, planId, 1).catch(async (error: unknown) => {
      world.log.error({ planId, fault: faultOf(error) }, 'a bulk act failed for one person, going on')
      return transact(world, (ctx) => writeFailure(ctx, planId))
    })
    Object.assign(told, { more: one.more, answered: told.answered + one.answered, failed: told.failed + one.failed })
    if (told.failed >= failuresToPause && told.failed === told.answered) break
  }
  return told
}

/** The plan with its run, held until the end of the transaction; undefined where there is nothing to do now. */
async function hold(ctx: Ctx, planId: string): Promise<{ plan: Plan; back: boolean } | undefined> {
  await ctx.db.selectFrom('bulk_run').select('plan_id').where('plan_id', '=', planId).forUpdate().executeTakeFirst()
  const plan = await findPlan(ctx, planId)
  const state = plan?.progress?.state
  return plan && (state === 'going' || state === 'undoing') ? { plan, back: state === 'undoing' } : undefined
}

async function batchOf(world: Inside, planId: string, size: number): Promise<Batch> {
  const now = world.clock.now()
  return world.db.transaction().execute(async (db) => {
    const ctx: Ctx = { ...ctxOf({ ...world, db }), now }
    const held = await hold(ctx, planId)
    if (!held) return { more: false, answered: 0, failed: 0 }
    const items = await nextItems(ctx, held, size)
    if (!items.length) {
      await finish(ctx, held)
      return { more: false, answered: 0, failed: 0 }
    }
    await lockPersons(ctx, items.map(({ personId }) => personId))
    const counts = { done: 0, refused: 0, undone: 0, kept: 0 }
    for (const item of items)
      counts[await answerFor({ ...ctx, actor: actorOf(held) }, world.config.publicOrigin, held.plan, item, held.back)] += 1
    await add(ctx, planId, counts)
    return { more: true, answered: items.length, failed: 0 }
  })
}

/** Who acts: there, who drew it up and had it approved; back, who ordered it. */
function actorOf({ plan, back }: { plan: Plan; back: boolean }): Ctx['actor'] {
  const by = back ? plan.progress!.orders.findLast(({ word }) => word === 'undo')?.by : plan.drawnUpBy
  return by ? `organiser:${by}` : 'system'
}

async function nextItems({ db }: Ctx, { plan, back }: { plan: Plan; back: boolean }, size: number): Promise<Item[]> {
  const rows = await db.selectFrom('bulk_item').select(['person_id', 'applied']).where('plan_id', '=', plan.id)
    .$if(!back, (query) => query.where('outcome', 'is', null))
    .$if(back, (query) => query.where('outcome', '=', 'done').where('undo', 'is', null))
    .orderBy('person_id').limit(size).forUpdate().execute()
  return rows.map((row) => ({ personId: row.person_id, applied: (row.applied ?? {}) as Item['applied'] }))
}

async function add({ db }: Ctx, planId: string, counts: Partial<Record<'done' | 'refused' | 'failed' | 'undone' | 'kept', number>>) {
  await db.updateTable('bulk_run').set((row) => Object.fromEntries(Object.entries(counts).filter(([, n]) => n)
    .map(([name, n]) => [name, row(name as 'done', '+', n)]))).where('plan_id', '=', planId).execute()
}

async function finish(ctx: Ctx, { plan: { id, progress }, back }: { plan: Plan; back: boolean }): Promise<void> {
  await ctx.db.updateTable('bulk_run').set(back ? { undone_at: ctx.now } : { over_at: ctx.now }).where('plan_id', '=', id).execute()
  const { done, refused, failed, undone, kept } = progress!
  await record(ctx, back ? 'bulk.undone' : 'bulk.finished', null, { planId: id, ...(back ? { undone, kept } : { done, refused, failed }) })
}

/** Writes that the act failed for the person who was next. */
async function writeFailure(ctx: Ctx, planId: string): Promise<Batch> {
  const held = await hold(ctx, planId)
  const [item] = held ? await nextItems(ctx, held, 1) : []
  if (!held || !item) return { more: false, answered: 0, failed: 0 }
  const values = held.back ? { undo: 'kept', undo_because: 'failed', undone_at: ctx.now }
    : { outcome: 'failed', because: 'failed', answered_at: ctx.now }
  await ctx.db.updateTable('bulk_item').set(values).where('person_id', '=', item.personId).where('plan_id', '=', planId).execute()
  await add(ctx, planId, held.back ? { kept: 1 } : { failed: 1 })
  return { more: true, answered: 1, failed: 1 }
}

async function pauseItself(ctx: Ctx, planId: string): Promise<void> {
  if (await hold(ctx, planId)) await writeOrder(ctx, planId, 'pause', { because: 'fails-again-and-again' })
}
