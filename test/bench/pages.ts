import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { BareAnswer } from './bare.ts'
import type { Load, LoadResult, Target } from './load.ts'
import { measure, median, startScript } from './processes.ts'

const readsBr = { 'accept-encoding': 'br, gzip' }

/**
 * The campaign page against the same bytes from bare `node:http`: one client asks each in turn in short rounds, ratios within each round.
 */
export async function benchPages({ origin, pid, folder, rounds,
  tell }: { origin: string; pid: number | undefined; folder: string; rounds: number; tell: (line: string) => void }) {
  const url = `${origin}/en/tiktok`
  await fetch(url, { headers: readsBr })
  const answer = await raw(url)
  const file = path.join(folder, 'bare.json')
  writeFileSync(file, JSON.stringify(answer))
  const bare = await startScript('bare.ts', [file], 0)
  const unchanged = { ...readsBr, 'if-none-match': answer.headers['etag'] ?? '' }
  const at = { page: { url, pid }, bare: { url: `http://127.0.0.1:${bare.said}/en/tiktok`, pid: bare.child.pid } }
  const targets: Target[] = [
    { name: 'bare', headers: readsBr, ...at.bare }, { name: 'page', headers: readsBr, ...at.page },
    { name: 'bare304', headers: unchanged, ...at.bare }, { name: 'page304', headers: unchanged, ...at.page },
  ]
  const run = (load: Load) => measure<Record<string, LoadResult>>('load.ts', [JSON.stringify(load)], 1)
  await run({ targets, connections: 64, rounds: 2, ms: 500 })
  const got = await run({ targets, connections: 64, rounds, ms: 300 })
  const { page: wide } = await run({ targets: targets.slice(1, 2), connections: 1000, rounds: 1, ms: 5000 })
  await bare.stop()

  const of = (name: string) => got[name] as LoadResult
  const speed = (name: string) => median(of(name).rounds.map((each) => each.perSecond))
  const sum = (name: string, what: 'cpuMs' | 'requests') => of(name).rounds.reduce((total, each) => total + each[what], 0)
  const cpu = (name: string) => (sum(name, 'cpuMs') * 1000) / sum(name, 'requests')
  const kb = (Buffer.from(answer.body, 'base64').length / 1024).toFixed(1)
  tell(`campaign page (${kb} KB br), ${rounds} interleaved rounds of 0.3 s, 64 connections, medians of the rounds`)
  for (const [name, bareName, label] of [['page', 'bare', '200'], ['page304', 'bare304', '304']] as const) {
    const ratio = median(of(name).rounds.map((each, round) => each.perSecond / of(bareName).rounds[round]!.perSecond))
    const speeds = `served ${Math.round(speed(name))}/s, bare ${Math.round(speed(bareName))}/s`
    const served = `${speeds}: ratio ${ratio.toFixed(2)} (target 0.65, aim 0.85)`
    const worked = `processor ${cpu(name).toFixed(1)} and ${cpu(bareName).toFixed(1)} us: ratio ${(cpu(bareName) / cpu(name)).toFixed(2)}`
    tell(`  ${label}  ${served}; ${worked}; ${answersOf(of(name))}, p99 ${of(name).p99.toFixed(1)} ms`)
  }
  tell(`  1,000 connections: ${Math.round(wide!.rounds[0]!.perSecond)}/s, ${answersOf(wide!)}, `
    + `p50 ${wide!.p50.toFixed(0)} ms, p99 ${wide!.p99.toFixed(0)} ms`)
}

const answersOf = ({ errors, statuses }: LoadResult) => `${errors} errors, answers ${JSON.stringify(statuses)}`

/** The answer as it went over the wire, not unpacked. */
async function raw(url: string): Promise<BareAnswer> {
  const { get } = await import('node:http')
  return new Promise((done, failed) => {
    get(url, { headers: readsBr }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
        const { date: _date, connection: _connection, 'keep-alive': _alive, ...headers } = response.headers as Record<string, string>
        done({ headers, body: Buffer.concat(parts).toString('base64') })
      })
    }).on('error', failed)
  })
}
