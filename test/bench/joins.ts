import { request, Agent } from 'node:http'
import { mailedCode, type State } from '../resilience/count.ts'
import { details } from '../resilience/details.ts'
import { median, share } from './processes.ts'

const steps = ['start', 'code', 'details', 'agreements', 'sign', 'check'] as const
type Step = (typeof steps)[number]

/** Whole joins: six posts each until submitted, many visitors at a time, each from an IP block of its own. */
export async function benchJoins({ origin, state, visitors, ms,
  tell }: { origin: string; state: State; visitors: number; ms: number; tell: (line: string) => void }) {
  const agent = new Agent({ keepAlive: true, maxSockets: visitors })
  const taken: Record<Step, number[]> = { start: [], code: [], details: [], agreements: [], sign: [], check: [] }
  const run = `${Date.now().toString(36)}`
  let joined = 0
  let number = 0
  let ticked: Record<string, string> | undefined
  const errors: string[] = []

  async function join() {
    number += 1
    const email = `b${number}-${run}@voorbeeld.example`
    const ip = `10.${number % 250}.${Math.floor(number / 250) % 250}.1`
    let cookie = ''
    const send = async (step: Step, path: string, fields: Record<string, string>) => {
      const started = performance.now()
      const answer = await post(agent, `${origin}/en/tiktok/join${path}`, fields, { cookie, origin, 'x-forwarded-for': ip })
      taken[step].push(performance.now() - started)
      if (answer.cookie) cookie = answer.cookie
      if (answer.status !== 303) throw new Error(`${step}: ${answer.status}`)
    }
    await send('start', '', { name: 'Voorbeeld', email, statement: 'yes', terms: 'yes' })
    await send('code', '/code', { code: await mailedCode(state, email) })
    await send('details', '/details', details)
    ticked ??= await texts(`${origin}/en/tiktok/join/agreements`, cookie)
    await send('agreements', '/agreements', { ...ticked, successFee: 'percent' })
    await send('sign', '/sign', { 'signature-typed': details.legalName, 'signature-ticked': 'yes' })
    await send('check', '/check', {})
    joined += 1
  }
  await join()
  for (const step of steps) taken[step].length = 0
  joined = 0
  const started = performance.now()
  await Promise.all(Array.from({ length: visitors }, async () => {
    while (performance.now() - started < ms) await join().catch((error: Error) => { errors.push(error.message) })
  }))
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  const all = steps.flatMap((step) => taken[step])
  const faults = errors.length ? `: ${[...new Set(errors)].join('; ')}` : ''
  tell(`whole joins, six posts each, ${visitors} visitors at a time for ${seconds.toFixed(0)} s: ${(joined / seconds).toFixed(1)} joins/s `
    + `(${joined} joins, ${errors.length} errors${faults})`)
  const ofEach = steps.map((step) => `${step} ${median(taken[step]).toFixed(0)}/${share(taken[step], 0.99).toFixed(0)}`)
  tell(`  each post p50 ${median(all).toFixed(0)} ms, p99 ${share(all, 0.99).toFixed(0)} ms; ${ofEach.join(', ')}`)
}

function post(agent: Agent, url: string, fields: Record<string, string>, headers: Record<string, string>) {
  const body = new URLSearchParams(fields).toString()
  return new Promise<{ status: number; cookie: string | undefined }>((done, failed) => {
    const asked = request(url,
      { agent, method: 'POST', headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body) } }, (response) => {
      const cookie = response.headers['set-cookie']?.find((line) => line.startsWith('session='))?.split(';')[0]
      response.resume().on('end', () => done({ status: response.statusCode ?? 0, cookie }))
    })
    asked.on('error', failed).end(body)
  })
}

async function texts(url: string, cookie: string): Promise<Record<string, string>> {
  const html = await (await fetch(url, { headers: { cookie } })).text()
  return Object.fromEntries([...html.matchAll(/name="(text-[a-z-]+)" value="([0-9a-f]{64})"/g)].map(([, name, value]) => [name!, value!]))
}
