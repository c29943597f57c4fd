import { randomUUID } from 'node:crypto'
import type { Config } from '#config.ts'
import type { Ctx, Db } from '#platform/ctx.ts'
import { done } from '#platform/outcome.ts'
import { ctxOf, transact, type World } from '#platform/world.ts'
import { readAnchors } from './anchors.ts'
import { verifyChain } from './jobs.ts'
import { record } from './record.ts'
import { beginning, countUnchained, keptAnchors, missingAnchor, verifySome, type Place, type Wrong } from './verify.ts'

/** A look at the whole chain: how far it is, and what it found. */
export interface Check extends Place {
  id: string
  /** Null: the program looked by itself. */
  askedBy: string | null
  askedAt: Date
  finishedAt: Date | null
  unchained: number | null
  wrong: Wrong | undefined
}

/** A look that is not finished by then has died, and is no reason not to take another. */
const longestHours = 12

/**
 * A look at the whole chain is asked for; a job takes it. Who asks while one is under way gets that one; one that was asked for long ago
 * has died. The program itself (`askedBy` null) always begins anew: no row that was put there by hand keeps it from looking.
 */
export async function askCheck(ctx: Ctx, askedBy: string | null) {
  const running = askedBy === null ? undefined : await ctx.db.selectFrom('journal_check').select('id').where('finished_at', 'is', null)
    .where('asked_at', '>', new Date(ctx.now.getTime() - longestHours * 3_600_000))
    .limit(1).executeTakeFirst()
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
    ...placeOf(row), id: row.id, askedBy: row.asked_by, askedAt: row.asked_at, finishedAt: row.finished_at, unchained: row.unchained,
    wrong: wrongOf(row),
  }))
}

/** The newest finished look: when it was finished, and what it found wrong. */
export async function findLastCheck(db: Db): Promise<{ id: string; at: Date; wrong: Wrong | undefined } | undefined> {
  const newest = await db.selectFrom('journal_check').select(['id', 'finished_at', 'wrong', 'wrong_upto'])
    .where('finished_at', 'is not', null).orderBy('asked_at', 'desc').limit(1).executeTakeFirst()
  return newest && { id: newest.id, at: newest.finished_at!, wrong: wrongOf(newest) }
}

/** What the newest finished look found wrong with the journal. */
export const foundWrong = async (db: Db): Promise<Wrong | undefined> => (await findLastCheck(db))?.wrong

const wrongOf = ({ wrong, wrong_upto: upto }: { wrong: string | null; wrong_upto: number | null }): Wrong | undefined =>
  (wrong === null ? undefined : { wrong: wrong as Wrong['wrong'], upto: upto! })

interface PlaceRow { upto: number; hash: Buffer; batches: number; entries: number; signed_after: number | null }
const placeOf = ({ upto, hash, batches, entries, signed_after: signedAfter }: PlaceRow): Place => ({
  upto, hash, batches, entries, signedAfter,
})
const rowOf = ({ upto, hash, batches, entries, signedAfter }: Place): PlaceRow => ({
  upto, hash, batches, entries, signed_after: signedAfter,
})

type Inside = Pick<World, 'db' | 'clock' | 'vault' | 'jobs'> & { config: Pick<Config, 'erasureLog'> }

/**
 * The job: computes the chain anew, two hundred links at a time, and writes down how far it is, so that a killed one goes on there; then
 * compares it with what earlier looks and the anchors outside the database knew.
 */
export async function check(world: Inside, { checkId }: { checkId: string }): Promise<void> {
  const row = await world.db.selectFrom('journal_check').selectAll().where('id', '=', checkId).executeTakeFirst()
  if (!row || row.finished_at) return
  let place = placeOf(row)
  for (let end = false; !end;) {
    const some = await verifySome(world, place)
    if (some.wrong) return finish(world, checkId, place, some.wrong)
    ;({ place, end } = some)
    await world.db.updateTable('journal_check').set(rowOf(place)).where('id', '=', checkId).where('finished_at', 'is', null).execute()
  }
  const anchors = readAnchors(world.config.erasureLog, world.vault.signer)
  await finish(world, checkId, place, await missingAnchor(world.db, keptAnchors(world.db), anchors))
}

async function finish(world: Inside, checkId: string, place: Place, wrong: Wrong | undefined) {
  const unchained = await countUnchained(world.db, place.upto)
  await transact(world, async (ctx) => {
    const finished = await ctx.db.updateTable('journal_check')
      .set({ ...rowOf(place), unchained, finished_at: ctx.now, wrong: wrong?.wrong ?? null, wrong_upto: wrong?.upto ?? null })
      .where('id', '=', checkId).where('finished_at', 'is', null).executeTakeFirst()
    if (finished.numUpdatedRows) await recordCheck(ctx, checkId, place, wrong)
  })
}

const recordCheck = (ctx: Ctx, checkId: string, place: Place, wrong: Wrong | undefined) =>
  record(ctx, 'journal.verified', null,
    { checkId, whole: wrong === undefined, upto: wrong?.upto ?? place.upto, hash: place.hash.toString('hex') })

/** Something wrong that showed without a look at the whole chain stands among the looks, once, until a later one finds otherwise. */
export async function noteWrong(ctx: Ctx, wrong: Wrong): Promise<void> {
  const before = await foundWrong(ctx.db)
  if (before?.wrong === wrong.wrong && before.upto === wrong.upto) return
  await noteFinished(ctx, beginning, 0, wrong)
}

/** Writes down a look that was taken at once. */
export async function noteFinished(ctx: Ctx, place: Place, unchained: number, wrong?: Wrong): Promise<void> {
  const id = randomUUID()
  await ctx.db.insertInto('journal_check').values({
    ...rowOf(place), id, asked_by: null, asked_at: ctx.now, finished_at: ctx.now, unchained, wrong: wrong?.wrong ?? null,
    wrong_upto: wrong?.upto ?? null,
  }).execute()
  await recordCheck(ctx, id, place, wrong)
}

/** Every night the program looks at the whole chain by itself. */
export const checkNightly = (world: Inside) => askCheck(ctxOf(world), null)
