/** A load client in a process of its own: it asks each target in turn, in short rounds, and prints one line of JSON. */
import { readFileSync } from 'node:fs'
import net from 'node:net'

export interface Target { name: string; url: string; headers: Record<string, string>; /** The process that serves it,
  whose use of the processor is counted. */ pid?: number | undefined }
export interface Load { targets: Target[]; connections: number; rounds: number; ms: number }
export interface Round { perSecond: number; cpuMs: number; requests: number }
export interface LoadResult { rounds: Round[]; errors: number; statuses: Record<string, number>; p50: number; p99: number }

const load = JSON.parse(process.argv[2] ?? '{}') as Load

/** Time on the processor, user and system, of a process and its threads in milliseconds. */
function cpuMs(pid: number | undefined): number {
  if (!pid) return 0
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

function crowd({ url, headers, pid }: Target) {
  const { hostname, port, pathname, host } = new URL(url)
  const heads = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}`)
  const request = Buffer.from([`GET ${pathname} HTTP/1.1`, ...heads, '', ''].join('\r\n'))
  const result: LoadResult = { rounds: [], errors: 0, statuses: {}, p50: 0, p99: 0 }
  const taken: number[] = []
  let until = 0

  /** One keep-alive connection that, until the round is over, asks again as soon as it has the whole answer. */
  function connection() {
    const socket = net.connect({ host: hostname, port: Number(port), noDelay: true })
    let asked = 0
    let head: string | undefined
    let missing = 0
    let rest = () => {}
    const ask = () => {
      if (performance.now() > until || socket.destroyed) return rest()
      asked = performance.now()
      head = undefined
      socket.write(request)
    }
    socket.on('data', (chunk: Buffer) => {
      let body = chunk.length
      if (head === undefined) {
        const end = chunk.indexOf('\r\n\r\n')
        head = chunk.toString('latin1', 0, end)
        missing = head.startsWith('HTTP/1.1 304') ? 0 : Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
        body = chunk.length - end - 4
      }
      missing -= body
      if (missing > 0) return
      const status = head.slice(9, 12)
      result.statuses[status] = (result.statuses[status] ?? 0) + 1
      taken.push(performance.now() - asked)
      ask()
    })
    socket.on('error', () => { result.errors += 1 })
    socket.on('close', () => rest())
    return () => new Promise<void>((over) => { rest = over; ask() })
  }
  const connections = Array.from({ length: load.connections }, connection)
  return {
    async round() {
      const [before, cpuBefore, started] = [taken.length, cpuMs(pid), performance.now()]
      until = started + load.ms
      await Promise.all(connections.map((work) => work()))
      const requests = taken.length - before
      result.rounds.push({ requests, perSecond: requests / ((performance.now() - started) / 1000), cpuMs: cpuMs(pid) - cpuBefore })
    },
    told(): LoadResult {
      taken.sort((a, b) => a - b)
      return { ...result, p50: taken[Math.floor(taken.length * 0.5)] ?? 0, p99: taken[Math.floor(taken.length * 0.99)] ?? 0 }
    },
  }
}

setTimeout(() => process.exit(3), load.targets.length * load.rounds * load.ms * 3 + 30_000).unref()
const crowds = load.targets.map(crowd)
for (let round = 0; round < load.rounds; round++) for (const each of round % 2 ? crowds.toReversed() : crowds) await each.round()
process.stdout.write(JSON.stringify(Object.fromEntries(load.targets.map(({ name }, at) => [name, crowds[at]!.told()]))),
  () => process.exit(0))
