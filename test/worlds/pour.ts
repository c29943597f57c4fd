import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { foldTallies } from '#figures/fold.ts'
import { addTallies, type Count } from '#figures/tallies.ts'
import { skipToEnd } from '#journal/follow.ts'
import { searchFollower } from '#search/jobs.ts'
import { openDb } from '#platform/db/open.ts'
import type { Told } from './pour-share.ts'
import { lookOver } from './look-over.ts'
import { pouredTables, type Share } from './poured.ts'
import { standingOn, type Standing } from './take-down.ts'

export interface Pouring {
  /** The owner's address of a database that is migrated and where nobody has joined, or where a pouring of this size was broken off. */
  url: string
  keyFile: string
  now: Date
}
type Tell = (line: string) => void

const peopleAtOnce = 2000
/** Below this the indexes stay: to make them anew would take longer than keeping them up. */
const worthTakingDown = 50_000

/**
 * Pours that many participants into an empty world, minutes instead of days; ready to be used and measured when it is done. Several
 * processes seal and write. Broken off, it goes on where it was when it is called again with the same number.
 */
export async function pourParticipants({ url, keyFile, now }: Pouring, count: number, tell: Tell): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'joinder pour' })
  await client.connect()
  try {
    await roomForWriting(client, true)
    const plan = await begin(client, { count, now, tell })
    await pourShares({ url, keyFile }, plan, tell)
    await finish(client, { url, keyFile, now, tell })
  } finally {
    await roomForWriting(client, false)
    await client.end()
  }
}

/** Whether a pouring was broken off here, and of how many people. */
export async function brokenOff(client: pg.ClientBase): Promise<number | undefined> {
  const { rows: [there] } = await client.query<{ there: boolean }>(`select to_regclass('pouring.plan') is not null as there`)
  if (!there?.there) return undefined
  return (await client.query<{ count: number }>('select count from pouring.plan')).rows[0]?.count
}

interface Plan { shares: Omit<Share, 'now'>[]; now: Date }

/** Writes down what is going to be done, or reads what was, and takes down what would have to be kept up with each row. */
async function begin(client: pg.Client, { count, now, tell }: { count: number; now: Date; tell: Tell }): Promise<Plan> {
  const before = await brokenOff(client)
  if (before !== undefined && before !== count) {
    throw new Error(`A world of ${before} people was broken off here: go on with that, or begin in another folder.`)
  }
  if (before === undefined) {
    const standing = count < worthTakingDown ? [] : await standingOn(client, pouredTables)
    await client.query('begin')
    await client.query(`create schema pouring;
      create table pouring.plan (count int, now timestamptz, standing jsonb, entries_after int);
      create table pouring.share (from_number int primary key, counts jsonb, cases uuid[])`)
    await client.query('insert into pouring.plan select $1, $2, $3, coalesce(max(id), 0) from journal_entry',
      [count, now, JSON.stringify(standing)])
    for (const { drop } of standing.toReversed()) await client.query(drop)
    await client.query('commit')
  }
  const { rows: [plan] } = await client.query<{ now: Date; entriesAfter: number }>(
    'select now, entries_after as "entriesAfter" from pouring.plan')
  const { rows: done } = await client.query<{ from_number: number }>('select from_number from pouring.share')
  if (done.length) tell(`going on after ${(done.length * peopleAtOnce).toLocaleString('en')} people`)
  const written = new Set(done.map((row) => row.from_number))
  const shares = Array.from({ length: Math.ceil(count / peopleAtOnce) }, (_, at) =>
    ({ from: at * peopleAtOnce, count: Math.min(peopleAtOnce, count - at * peopleAtOnce), total: count, entriesAfter: plan!.entriesAfter }))
  return { shares: shares.filter(({ from }) => !written.has(from)), now: plan!.now }
}

/** Hands one share after the other to as many processes as there are cores. */
async function pourShares(place: { url: string; keyFile: string }, { shares, now }: Plan, tell: Tell): Promise<void> {
  const [waiting, began] = [[...shares], performance.now()]
  let [poured, told] = [0, began]
  const one = () => new Promise<void>((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'pour-share.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    let at: Plan['shares'][number] | undefined
    child.on('message', () => {
      poured += at?.count ?? 0
      if (performance.now() - told > 5000) {
        told = performance.now()
        const left = shares.reduce((sum, { count }) => sum + count, 0) - poured
        const seconds = (told - began) / 1000
        tell(`${poured.toLocaleString('en')} people take part, ${(poured / seconds).toFixed(0)} a second, `
          + `${Math.ceil(left / poured * seconds)} s to go`)
      }
      at = waiting.shift()
      if (at) child.send({ share: { ...at, now: now.toISOString() } } satisfies Told)
      else child.disconnect()
    })
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a pouring process ended with ${code}`))))
    child.send(place satisfies Told)
  })
  const processes = Math.max(1, Math.min(os.availableParallelism(), 4, shares.length))
  await Promise.all(Array.from({ length: processes }, one))
}

/** The statement by which the tallies came to count what was there before them. */
function tallyAll(): string {
  const migration = readFileSync(path.join(import.meta.dirname, '../../migrations/0022-figures.sql'), 'utf8')
  const [statement] = /insert into tally \(what, claim, day, of, n\)\n {2}select what[^;]*;/.exec(migration) ?? []
  if (!statement) throw new Error('migration 0022 does not fill the tallies any more')
  return statement
}

/** Who follows the journal. What they would write is poured, or found by `lookOver`. */
const followers = [searchFollower, 'figures', 'duplicates', 'signals'] as const

/** Puts back what was taken down, counts, sets followers and numbers behind what was poured, and settles the tables. */
async function finish(client: pg.Client, { url, keyFile, now, tell }: Pouring & { tell: Tell }): Promise<void> {
  const { rows: [plan] } = await client.query<{ standing: Standing[] }>('select standing from pouring.plan')
  for (const { putBack, what } of plan?.standing ?? []) {
    const began = performance.now()
    await putBackOnce(client, putBack)
    if (performance.now() - began > 3000) tell(`made ${what} in ${((performance.now() - began) / 1000).toFixed(0)} s`)
  }
  const { rows: shares } = await client.query<{ counts: Count[] }>('select counts from pouring.share')
  const db = openDb(url, { max: 2, asOwner: true, statementSeconds: 0 })
  try {
    await client.query(`select setval(pg_get_serial_sequence('journal_entry', 'id'), (select coalesce(max(id), 1) from journal_entry))`)
    await client.query('analyze match_term, participant, participation, representation, vault_key, signature')
    tell(`looked at ${await lookOver(client, db, keyFile)} people who may be one human being, or show signs of abuse`)
    tell('counting')
    for (const name of followers) await skipToEnd({ db, now }, name)
    await foldTallies(db)
    await client.query('delete from tally')
    await addTallies(db, shares.flatMap(({ counts }) => counts))
    await client.query('begin')
    await client.query(tallyAll())
    await client.query(`insert into tally select what, claim, '-infinity', of, sum(n) from tally
      where what not in ('age', 'reached') group by 1, 2, 4`)
    await client.query('drop schema pouring cascade')
    await client.query('commit')
  } finally {
    await db.destroy()
  }
  tell('settling the tables')
  await client.query('vacuum (analyze)')
}

/** Where it was broken off while putting back, some of it stands already. */
async function putBackOnce(client: pg.Client, statement: string): Promise<void> {
  const there = new Set(['42P07', '42710', '42P16'])
  try {
    await client.query(statement)
  } catch (error) {
    if (!there.has((error as { code?: string }).code ?? '')) throw error
  }
}

/** Fewer checkpoints and larger sorts while so much is written, where the owner may say so (the built-in PostgreSQL). */
async function roomForWriting(client: pg.Client, wanted: boolean): Promise<void> {
  await client.query(`set statement_timeout = 0; set synchronous_commit = off; set maintenance_work_mem = '768MB'; set work_mem = '256MB'`)
  try {
    for (const [name, value] of [['max_wal_size', '6GB'], ['checkpoint_timeout', '30min']]) {
      await client.query(wanted ? `alter system set ${name} = '${value}'` : `alter system reset ${name}`)
    }
    await client.query('select pg_reload_conf()')
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
  }
}
