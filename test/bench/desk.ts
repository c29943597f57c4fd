import { Agent, request } from 'node:http'
import { sql } from 'kysely'
import { openSession } from '#identity/sessions.ts'
import { listPersons } from '#participants/queries.ts'
import type { State } from '../resilience/count.ts'
import { organiser } from './organisers.ts'
import { pouredWorld } from './poured.ts'
import { median, share, startScript } from './processes.ts'

interface Bench { origin: string; state: State; people: number; rounds: number; tell: (line: string) => void }

/**
 * Finding, narrowing, a person's page and the overview at the desk in a large world, each against a bare read of the same rows by key, over
 * HTTP, turn by turn. A search is two requests, for what is typed stands in no address: it is sent, then its answer fetched; beside it
 * stand two bare requests, one row by key and the rows shown. A world that is there already is used.
 */
export async function benchDesk({ origin, state, people, rounds, tell }: Bench) {
  tell(`the desk among ${await pouredWorld(state, people)}; ${rounds} rounds each`)
  const cookie = `session-desk=${await signedIn(state)}`
  const some = await sampleOf(state)
  const bare = await startScript('bare-rows.ts', [state.url], 0)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const get = (url: string) => timed(agent, { url, cookie })
  const desk = (rest: string) => () => get(`${origin}/en/desk${rest}`)
  const find = (text: (one: Known) => string) => async (round: number) => {
    const body = new URLSearchParams({ text: text(some[round % some.length]!) }).toString()
    const sent = await timed(agent, { url: `${origin}/en/desk/people`, cookie, origin, body })
    const shown = await get(`${origin}${sent.location}`)
    return { ...shown, ms: sent.ms + shown.ms }
  }
  const views: [label: string, view: View, run: (round: number) => Promise<Timed>][] = [
    ['search, 3 letters of a name', 'search', find(({ name }) => name.slice(0, 3))],
    ['search, the whole name', 'search', find(({ name }) => name)],
    ['search, e-mail address', 'search', find(({ email }) => email)],
    ['search, reference', 'search', find(({ reference }) => reference)],
    ['search, postcode', 'search', find(({ postcode }) => postcode)],
    ['the list, newest first', 'list', desk('/people')],
    ['filter, claim', 'list', desk('/people?claim=tiktok')],
    ['filter, claim, state, country', 'list', desk('/people?claim=tiktok&state=suspended&country=BE')],
    ['filter, child, not sealed', 'list', desk('/people?age=13-15&sealed=no')],
    ['filter, five at once', 'list', desk('/people?claim=zoom&living=living&fee=percent&language=en&from=2026-01-01')],
    ['a person’s page', 'person', (round) => get(`${origin}/en/desk/people/${some[round % some.length]!.personId}`)],
    ['the overview', 'overview', desk('')],
  ]
  try {
    const bareRows = (view: string, ids: readonly string[]) => get(`http://127.0.0.1:${bare.said}/${view}/${ids.join(',')}`)
    const bareOf = async (view: View, ids: readonly string[]) => {
      const before = view === 'search' ? (await bareRows('one', [some[0]!.personId])).ms : 0
      const rows = await bareRows(view === 'search' ? 'list' : view, ids)
      return { ...rows, ms: rows.ms + before }
    }
    for (const [label, view, run] of views) tell(await compare(label, { view, run, rounds, bareOf }))
  } finally {
    agent.destroy()
    await bare.stop()
  }
}

type View = 'search' | 'list' | 'person' | 'overview'
interface Compared {
  view: View
  run: (round: number) => Promise<Timed>
  rounds: number
  bareOf: (view: View, ids: readonly string[]) => Promise<Timed>
}

async function compare(label: string, { view, run, rounds, bareOf }: Compared): Promise<string> {
  const taken = { page: [] as number[], bare: [] as number[] }
  let shown = 0
  for (let round = -warmUp; round < rounds; round += 1) {
    const page = await run(round + warmUp)
    const linked = new Set([...page.body.matchAll(/\/desk\/people\/([0-9a-f-]{36})/g)].map(([, id]) => id!))
    const ids = view === 'person' ? [...linked].slice(0, 1) : [...linked]
    const rows = await bareOf(view, ids)
    if (page.status !== 200 || rows.status !== 200) {
      throw new Error(`${label}: page ${page.status}, bare ${rows.status} ${rows.body.slice(0, 200)}`)
    }
    if (round < 0) continue
    shown = Math.max(shown, ids.length)
    taken.page.push(page.ms)
    taken.bare.push(rows.ms)
  }
  const [page, bare] = [share(taken.page, 0.95), share(taken.bare, 0.95)]
  const ratios = median(taken.page.map((ms, at) => ms / taken.bare[at]!))
  return `  ${label.padEnd(32)} p95 ${page.toFixed(1).padStart(6)} ms (median ${median(taken.page).toFixed(1)}), `
    + `bare rows ${bare.toFixed(1)} ms: ratio ${(page / bare).toFixed(2)} (target at most 3), `
    + `median of ratios ${ratios.toFixed(2)}; up to ${shown} shown`
}

/** Somebody who may see all that is measured, signed in by a passkey as far as the site knows; answers the session's token. */
async function signedIn({ db, vault }: State): Promise<string> {
  const { personId, emailIndex } = await organiser({ db, vault }, ['case-handler', 'auditor'])
  return openSession({ db, vault, now: new Date(), actor: 'system', jobs: undefined as never },
    { personId, emailIndex, proven: true, by: 'passkey', openedFor: 'desk' })
}

interface Known { personId: string; name: string; email: string; postcode: string; reference: string }

/** People from the whole time of the campaign, with what they may be looked for by. */
async function sampleOf(state: State): Promise<Known[]> {
  const { rows } = await sql<{ person_id: string; reference: string }>`
    select person_id, reference from participation where claim = 'tiktok' and person_id in
      (select person_id from participant where email_index is not null order by person_id limit 400) limit 100`.execute(state.db)
  const known = await listPersons(state, rows.map((row) => row.person_id))
  return known.flatMap(({ personId, legalName, email, address }) => (email === undefined ? [] : [{
    personId, name: legalName, email, postcode: address.postcode, reference: rows.find((row) => row.person_id === personId)!.reference,
  }]))
}

/** Both programs are warm before anything counts: code that has run a few times only is not what serves people. */
const warmUp = 60

interface Timed { status: number; ms: number; body: string; location: string }

const timed = (agent: Agent, { url, cookie, body, origin }: { url: string; cookie: string; body?: string; origin?: string }) =>
  new Promise<Timed>((done, failed) => {
    const began = performance.now()
    const form = body !== undefined
      && { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }
    const headers = { cookie, 'x-forwarded-for': '10.1.1.1', ...(origin && { origin }), ...form }
    request(url, { agent, method: form ? 'POST' : 'GET', headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part)).on('end', () => done({ status: response.statusCode ?? 0,
        ms: performance.now() - began, body: Buffer.concat(parts).toString(), location: response.headers.location ?? '' }))
    }).on('error', failed).end(body)
  })
