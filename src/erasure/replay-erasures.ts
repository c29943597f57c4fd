import type { Config } from '#config.ts'
import { record } from '#journal/record.ts'
import { readErasures, type LoggedErasure } from '#platform/erasure-log.ts'
import { removeBytes } from '#platform/files/stored.ts'
import { transact, type World } from '#platform/world.ts'
import { removeArchives } from '#archives/archives.ts'
import { endLiving, lock } from './erase.ts'
import { forgetAllBut } from './forget-all.ts'
import { findHolds } from './holds.ts'

type Inside = Pick<World, 'db' | 'clock' | 'vault' | 'jobs' | 'files'> & { config: Pick<Config, 'erasureLog'> }

export interface Replayed {
  /** Lines of the log that were read. */
  known: number
  /** People who had come back and were erased, or locked, again. */
  again: number
  /** Lines that another installation's key signed, or that were changed; they did nothing. */
  foreign: number
  /** Erasures this database wrote to the log and that stand there no more: it was lost, or left behind in a move. */
  lost: number
}

/** Erased in part: what had to be kept was locked. */
const inPart = 'restricted'

/**
 * After a backup was restored: whoever stands in the log of erasures and came back with a living key is erased again, and whoever was
 * locked is locked again; journaled (SE-06, 17, 18). Costs one query for each thousand lines when there is nothing to do, so every start
 * does it.
 */
export async function replayErasures(world: Inside): Promise<Replayed> {
  const told: Replayed = { known: 0, again: 0, foreign: 0, lost: 0 }
  for await (const { erasures, foreign } of readErasures(world.config.erasureLog, world.vault)) {
    told.foreign += foreign
    told.known += erasures.length
    for (let at = 0; at < erasures.length; at += 1000) {
      for (const each of await comeBack(world, erasures.slice(at, at + 1000))) {
        if (await again(world, each)) told.again += 1
      }
    }
  }
  const { written } = await world.db.selectFrom('erasure_logged')
    .select((row) => row.fn.countAll<string>().as('written')).executeTakeFirstOrThrow()
  told.lost = Math.max(0, Number(written) - told.known)
  return told
}

/** Of some erasures those whose person lives in this database as if nothing had happened. */
async function comeBack({ db }: Pick<World, 'db'>, erasures: readonly LoggedErasure[]): Promise<LoggedErasure[]> {
  const ids = erasures.map(({ personId }) => personId)
  const alive = new Set((await db.selectFrom('vault_key').select('person_id').where('person_id', 'in', ids).execute())
    .map((row) => row.person_id))
  const asked = new Set((await db.selectFrom('erasure_request').select('person_id').where('person_id', 'in', ids).execute())
    .map((row) => row.person_id))
  return erasures.filter(({ personId, reason }) => alive.has(personId)
    && !((reason === inPart || reason === 'on-request') && asked.has(personId)))
}

async function again(world: Inside, { personId, reason, at }: LoggedErasure): Promise<boolean> {
  const done = await transact(world, async (ctx) => {
    const held = await ctx.db.selectFrom('vault_key').select('person_id').where('person_id', '=', personId).forUpdate().executeTakeFirst()
    if (!held) return false
    await endLiving(ctx, personId,
      { channel: 'timer', notice: { asked: 'erasure', at: at.toISOString(), replayed: ctx.now.toISOString() } })
    if (reason === inPart) await lock(ctx, personId, await findHolds(ctx, personId))
    await forgetAllBut(ctx, personId)
    if (reason !== inPart) await ctx.vault.erase(ctx.db, personId, reason, ctx.now)
    await record(ctx, 'erasure.erased-again', personId, { because: reason, at: at.toISOString() })
    return true
  })
  if (done) {
    await removeArchives(world, personId)
    if (reason !== inPart) await removeBytes(world, personId)
  }
  return done
}
