import { randomUUID } from 'node:crypto'
import type { Ctx, Db } from '#platform/ctx.ts'
import { done } from '#platform/outcome.ts'
import { transact, type World } from '#platform/world.ts'
import { verifyChain } from './jobs.ts'
import { record } from './record.ts'
import { beginning, countUnchained, keptAnchors, missingAnchor, verifySome, type Place, type Wrong } from './verify.ts'

/** A look at the whole chain: how far it is, and what it found. */
export interface Check extends Place {
  id: string
  askedBy: string
  askedAt: Date
  finishedAt: Date | null
  unchained: number | null
  wrong: Wrong | undefined
}

/** An organiser asks for a look at the whole chain; a job takes it. One under way is enough: then nothing new is asked. */
export async function askCheck(ctx: Ctx, askedBy: string) {
  const running = await ctx.db.selectFrom('journal_check').select('id').where('finished_at', 'is', null).limit(1).executeTakeFirst()
  if (running) return done(running.id)
  const id = randomUUID()
  await ctx.db.insertInto('journal_check').values({ id, asked_by: askedBy, asked_at: ctx.now, hash: beginning.hash }).execute()
  await ctx.jobs.queue(ctx.db, verifyChain, { checkId: id })
  return done(id)
}

/** The newest looks at the chain. */
export async function listChecks(db: Db, limit = 10): Promise<Check[]> {
  const rows = await db.selectFrom('journal_check').selectAll().orderBy('asked_at', 'desc').limit(limit).execute()
  return rows.map((row) => ({
    id: row.id, askedBy: row.asked_by, askedAt: row.asked_at, finishedAt: row.finished_at, unchained: row.unchained, ...placeOf(row),
    wrong: row.wrong === null ? undefined : { wrong: row.wrong as Wrong['wrong'], upto: Number(row.wrong_upto) },
  }))
}

const placeOf = ({ upto, hash, batches, entries }: { upto: number | string; hash: Buffer; batches: number; entries: number | string }): Place =>
  ({ upto: Number(upto), hash, batches, entries: Number(entries) })

/**
 * The job: computes the chain anew, a hundred thousand entries at a time, and writes down how far it is, so that a killed one goes on there.
 */
export async function check(world: Pick<World, 'db' | 'clock' | 'vault' | 'jobs'>, { checkId }: { checkId: string }): Promise<void> {
  const row = await world.db.selectFrom('journal_check').selectAll().where('id', '=', checkId).executeTakeFirst()
  if (!row || row.finished_at) return
  let place = placeOf(row)
  for (let end = false; !end;) {
    const some = await verifySome(world.db, place)
    if (some.wrong) return finish(world, checkId, place, some.wrong)
    ;({ place, end } = some)
    await world.db.updateTable('journal_check').set(place).where('id', '=', checkId).execute()
  }
  await finish(world, checkId, place, await missingAnchor(world.db, keptAnchors(world.db)))
}

async function finish(world: Pick<World, 'db' | 'clock' | 'vault' | 'jobs'>, checkId: string, place: Place, wrong: Wrong | undefined) {
  const unchained = await countUnchained(world.db, place.upto)
  await transact(world, async (ctx) => {
    const finished = await ctx.db.updateTable('journal_check')
      .set({ ...place, unchained, finished_at: ctx.now, wrong: wrong?.wrong ?? null, wrong_upto: wrong?.upto ?? null })
      .where('id', '=', checkId).where('finished_at', 'is', null).executeTakeFirst()
    if (finished.numUpdatedRows) await record(ctx, 'journal.verified', null,
      { checkId, whole: wrong === undefined, upto: wrong?.upto ?? place.upto, hash: place.hash.toString('hex') })
  })
}
