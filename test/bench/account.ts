import { randomBytes } from 'node:crypto'
import { Agent, get } from 'node:http'
import path from 'node:path'
import { sql } from 'kysely'
import { openSession } from '#identity/sessions.ts'
import type { State } from '../resilience/count.ts'
import { pourParticipants } from '../worlds/pour.ts'
import { median, share, startScript } from './processes.ts'

interface Bench { origin: string; state: State; people: number; rounds: number; tell: (line: string) => void }

/** The account's home in a world of many participants against a bare read of the same rows by key, each over HTTP, turn by turn. */
export async function benchAccount({ origin, state, people, rounds, tell }: Bench) {
  const began = performance.now()
  await pourParticipants({ url: state.url, keyFile: path.join(state.keyFolder, 'master.key'), now: new Date() }, people, () => undefined)
  const made = ((performance.now() - began) / 1000).toFixed(0)
  tell(`the account's home among ${people.toLocaleString('en')} participants (made in ${made} s), ${rounds} rounds`)

  const bare = await startScript('bare-rows.ts', [state.url], 0)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    for (const [label, children] of [['an adult', 0], ['a parent of two or more', 2]] as const) {
      const accounts = await accountsOf(state, children)
      const taken = { home: [] as number[], bare: [] as number[] }
      let kb = 0
      for (let round = -warmUp; round < rounds; round += 1) {
        const { token, ids } = accounts[(round + warmUp) % accounts.length]!
        const home = await timed(agent, `${origin}/en/account`, `session=${token}`)
        const rows = await timed(agent, `http://127.0.0.1:${bare.said}/home/${ids.join(',')}`, '')
        if (home.status !== 200 || rows.status !== 200) throw new Error(`home ${home.status}, bare ${rows.status}`)
        if (round < 0) continue
        kb = home.bytes / 1024
        taken.home.push(home.ms)
        taken.bare.push(rows.ms)
      }
      const ratio = median(taken.home.map((ms, at) => ms / taken.bare[at]!))
      const home = `home ${median(taken.home).toFixed(1)} ms (p99 ${share(taken.home, 0.99).toFixed(1)}, ${kb.toFixed(0)} KB)`
      const bareRows = `bare rows by key ${median(taken.bare).toFixed(1)} ms`
      tell(`  ${label}: ${home}, ${bareRows}: ratio ${ratio.toFixed(2)} (target at most 3)`)
    }
  } finally {
    agent.destroy()
    await bare.stop()
  }
}

/** Some accounts with at least so many children (none: with none), each with a session and the persons it reaches. */
async function accountsOf({ db, vault }: State, children: number): Promise<{ token: string; ids: string[] }[]> {
  const { rows } = await sql<{ person_id: string; email_index: Buffer; ids: string[] }>`
    select p.person_id, p.email_index, array_remove(array_agg(r.person_id), null) as ids
    from participant p left join representation r on r.representative_id = p.person_id
    where p.email_index is not null group by p.person_id, p.email_index
    having count(r.person_id) >= ${children} and (${children} > 0 or count(r.person_id) = 0) order by p.person_id limit 50`.execute(db)
  const ctx = { db, vault, now: new Date(), actor: 'system' as const, jobs: undefined as never }
  return Promise.all(rows.map(async (row) => ({
    token: await openSession(ctx, { personId: row.person_id, emailIndex: row.email_index, proven: true }), ids: [row.person_id, ...row.ids],
  })))
}

/** Both programs are warm before anything counts: code that has run a few times only is not what serves people. */
const warmUp = 150

const timed = (agent: Agent, url: string, cookie: string) => new Promise<{ status: number; ms: number; bytes: number }>((done, failed) => {
  const began = performance.now()
  get(url, { agent, headers: { cookie, 'x-forwarded-for': `10.${randomBytes(1)[0]}.1.1` } }, (response) => {
    let bytes = 0
    response.on('data', (part: Buffer) => { bytes += part.length })
      .on('end', () => done({ status: response.statusCode ?? 0, ms: performance.now() - began, bytes }))
  }).on('error', failed)
})
