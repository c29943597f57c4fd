import { sql } from 'kysely'
import pg from 'pg'
import { publishContent } from '#content.ts'
import { readConfig } from '#config.ts'
import { standingClock } from '#platform/clock.ts'
import { openDb } from '#platform/db/open.ts'
import { startWorker } from '#worker.ts'
import { openGround, openPorts, type OpenGround } from '#world.ts'
import { chainJournal } from '#journal/chain.ts'
import { ctxOf } from '#platform/world.ts'
import { siteOf, steps, takeThrough } from './joining.ts'
import { dice, invented } from './people.ts'
import { brokenOff, pourParticipants } from './pour.ts'

type Tell = (line: string) => void

const minute = 60_000
const day = 24 * 60 * minute

/** Two months of a campaign: those who joined, and drafts left at every step in the last weeks. */
async function midCampaign(ground: OpenGround, tell: Tell) {
  const roll = dice(1748)
  const now = ground.clock.now().getTime()
  const clock = standingClock(new Date(now).toISOString())
  const site = siteOf({ ...ground, clock })
  const joined = Array.from({ length: 220 }, () =>
    ({ claim: roll() < 0.85 ? 'tiktok' : 'zoom', last: 'check' as const, at: now - day - roll() ** 1.5 * 60 * day }))
  const drafts = Array.from({ length: 40 }, (_, each) =>
    ({ claim: 'tiktok', last: steps[each % 5]!, at: now - day / 2 - roll() * 20 * day }))
  let number = 0
  for (const { claim, last, at } of [...joined, ...drafts].toSorted((a, b) => a.at - b.at)) {
    let instant = at
    const wait = () => {
      instant += (0.4 + roll() * 2) * minute
      clock.moveTo(new Date(instant).toISOString())
    }
    number += 1
    await takeThrough(site, invented(number, roll), { claim, last, wait, roll })
    if (number % 50 === 0) tell(`${number} people have begun`)
  }
  tell(`${joined.length} people joined, ${drafts.length} are on the way`)
}

/** Many people at once, with a journal that is chained and tables that are settled. */
async function poured(ground: OpenGround, tell: Tell, count: number) {
  const began = performance.now()
  const { database: { ownerUrl: url }, config: { masterKeyFile: keyFile }, clock } = ground
  await pourParticipants({ url, keyFile, now: clock.now() }, count, tell)
  const patient = openDb(url, { max: 2, asOwner: true, statementSeconds: 0 })
  tell('chaining the journal')
  await chainJournal({ ...ctxOf(ground), db: patient })
  await patient.destroy()
  tell(`made in ${Math.round((performance.now() - began) / 1000)} seconds`)
}

interface Kind {
  about: string
  fill(ground: OpenGround, tell: Tell, people: number): Promise<void>
  /** How many are poured unless another number is asked for. Such a world goes on where it was broken off. */
  poured?: number
}

/** What a world adds to the published content. */
export const worlds: Readonly<Record<string, Kind>> = {
  fresh: { about: 'the example claims, nobody has joined', fill: async () => {} },
  large: {
    about: '100,000 participants, a share of them parents with children; told of documents that are not made',
    poured: 100_000, fill: poured,
  },
  million: {
    about: '1,000,000 participants, ready to be searched at the desk; broken off, it goes on when started again',
    poured: 1_000_000, fill: poured,
  },
  'mid-campaign': { about: 'invented participants of two months, drafts at every step, mails and sealed documents', fill: midCampaign },
}

/** Does the jobs that the acts have queued, until none is left. */
async function work(ground: OpenGround, tell: Tell) {
  const world = await openPorts(ground)
  await startWorker(world)
  for (;;) {
    const { rows: [waiting] } = await sql<{ n: number }>`
      select count(*)::int as n from pgboss.job
      where name in ('mandates.seal', 'mail.send') and state in ('created', 'active', 'retry')`.execute(ground.db)
    if (!waiting?.n) break
    tell(`${waiting.n} documents and mails to go`)
    await new Promise((go) => setTimeout(go, 3000))
  }
  await ground.jobs.stop()
  await world.closePorts()
}

/** How many people a pouring that was broken off here was to have. */
async function goesOn({ database }: OpenGround): Promise<number | undefined> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  return brokenOff(client).finally(() => client.end())
}

/**
 * Fills DATA_DIR (or the database of DATABASE_URL) with a world; `people` is for those that are poured. Refuses (throws) where somebody
 * has joined already, but for a pouring that was broken off.
 */
export async function seed(name: string, tell: Tell, { people }: { people?: number } = {}): Promise<void> {
  const world = worlds[name]
  if (!world) {
    const known = Object.entries(worlds).map(([each, { about }]) => `  ${each.padEnd(14)} ${about}`)
    throw new Error(`There is no world "${name}". There are:\n${known.join('\n')}`)
  }
  const ground = await openGround({ ...readConfig(), logLevel: 'warn' }, { works: true })
  try {
    const used = await ground.db.selectFrom('draft').select('claim').limit(1).executeTakeFirst()
    if (used && !(world.poured && (await goesOn(ground)) !== undefined)) {
      throw new Error(`${ground.config.dataDir} is in use: seed a new DATA_DIR, or remove this one.`)
    }
    await publishContent(ground, ground.config.contentDir)
    await world.fill(ground, tell, people ?? world.poured ?? 0)
    await work(ground, tell)
    tell(`The world "${name}" is in ${ground.config.dataDir}. See it with: DATA_DIR=${ground.config.dataDir} npm start`)
  } finally {
    await ground.close()
  }
}
