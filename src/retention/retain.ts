import { sql } from 'kysely'
import { record } from '#journal/record.ts'
import { forEachPerson } from '#platform/each.ts'
import { faultOf } from '#platform/log.ts'
import { ctxOf, transact } from '#platform/world.ts'
import { retention, type Inside, type Line } from './retention.ts'

const atOnce = 200
/** A run that was broken off is taken up again within this time; later a new one begins. */
const resumeHours = 20

export interface Retained { line: string; acted: number }

/**
 * Lets go what is kept too long, line by line and person by person in batches. How far it is stands in `retention_run`: broken off, it goes
 * on after the last batch. A line or person that fails does not stop the rest; at the end it throws. Lines with a job of their own are left
 * to that job.
 */
export async function retain(world: Inside, tell: (done: Retained) => void = () => undefined): Promise<Retained[]> {
  const all: Retained[] = []
  const failed: string[] = []
  for (const line of retention) {
    if ('by' in line) continue
    try {
      const acted = await runLine(world, line)
      all.push({ line: line.name, acted })
      tell({ line: line.name, acted })
    } catch (error) {
      world.log.error({ line: line.name, fault: faultOf(error) }, 'a line of retention failed, going on')
      failed.push(line.name)
    }
  }
  if (failed.length) throw new Error(`retention failed for: ${failed.join(', ')}; the log names the persons`)
  return all
}

async function runLine(world: Inside, line: Exclude<Line, { by: object }>): Promise<number> {
  const run = await findRun(world, line.name)
  if ('sweep' in line) {
    const acted = await transact(world, (ctx) => line.sweep(ctx))
    await keepRun(world, line.name, run.startedAt, { looked: acted, acted, finished: true })
    await tellJournal(world, line.name, acted)
    return acted
  }
  let { after, looked, acted } = run
  let fault: Error | undefined
  for (;;) {
    const { rows } = await sql<{ person_id: string }>`select distinct person_id from (${await line.due(ctxOf(world))}) as due
      where ${after}::uuid is null or person_id > ${after}::uuid order by person_id limit ${atOnce}`.execute(world.db)
    await forEachPerson(world.log, `retention: ${line.name}`, rows, async ({ person_id: personId }) => {
      const done = await line.each(world, personId)
      if (done) acted += 1
      return done
    }).catch((error: Error) => { fault = error })
    looked += rows.length
    after = rows.at(-1)?.person_id ?? after
    await keepRun(world, line.name, run.startedAt, { after, looked, acted, finished: rows.length < atOnce })
    if (rows.length < atOnce) break
  }
  await tellJournal(world, line.name, acted)
  if (fault) throw fault
  return acted
}

const tellJournal = async (world: Inside, line: string, acted: number) => {
  if (acted) await record(ctxOf(world), 'retention.retained', null, { line, acted })
}

interface Run { startedAt: Date; after: string | null; looked: number; acted: number }

async function findRun({ db, clock }: Inside, line: string): Promise<Run> {
  const now = clock.now()
  const row = await db.selectFrom('retention_run').selectAll().where('line', '=', line).where('finished_at', 'is', null)
    .where('started_at', '>', new Date(now.getTime() - resumeHours * 3_600_000)).orderBy('started_at', 'desc').limit(1).executeTakeFirst()
  if (row) return { startedAt: row.started_at, after: row.after_person, looked: row.looked, acted: row.acted }
  return { startedAt: now, after: null, looked: 0, acted: 0 }
}

async function keepRun({ db, clock }: Inside, line: string, startedAt: Date, { after = null, looked, acted, finished }: Omit<Run,
  'startedAt' | 'after'> & { after?: string | null; finished: boolean }) {
  const row = { after_person: after, looked, acted, finished_at: finished ? clock.now() : null }
  await db.insertInto('retention_run').values({ line, started_at: startedAt, ...row })
    .onConflict((conflict) => conflict.columns(['line', 'started_at']).doUpdateSet(row)).execute()
}

/** The last run of each line, for the operator. */
export const listRuns = async ({ db }: Pick<Inside, 'db'>) =>
  db.selectFrom('retention_run').distinctOn('line').selectAll().orderBy('line').orderBy('started_at', 'desc').execute()
