import type { IncomingMessage, ServerResponse } from 'node:http'
import { sql } from 'kysely'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Db } from '#platform/ctx.ts'

/** Answers for whoever watches the machine; nothing in them tells of a person. */
export interface Signals {
  /** Answers `/healthz`, `/readyz` and `/metrics`; false for any other request. */
  answer(request: IncomingMessage, response: ServerResponse): boolean
  /** Counts a request by its route pattern, never by its path. */
  observe(request: { method: string; route: string; status: number; ms: number }): void
}

/** Metrics only for a program on this machine that came without a proxy. */
const fromHere = ({ socket, headers }: IncomingMessage) =>
  /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '') && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined

/** Something that waits, counted whenever somebody asks. */
export interface Waiting {
  name: string
  help: string
  count(): Promise<number>
}

/** `headers` go with every answer. */
export function signals(db: Db, waiting: readonly Waiting[], headers: Record<string, string> = {}): Signals {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const requests = new Histogram({
    name: 'joinder_request_seconds', help: 'Time to answer, by route pattern', labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2], registers: [register],
  })
  for (const { name, help, count } of waiting) new Gauge({ name, help, registers: [register], async collect() { this.set(await count()) } })

  const say = (response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8') => {
    response.writeHead(status, { ...headers, 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    response.end(text)
  }
  const answers: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
    '/healthz': (_request, response) => say(response, 200, 'alive\n'),
    '/readyz': (_request, response) => void sql`select 1`.execute(db)
      .then(() => say(response, 200, 'ready\n'), () => say(response, 503, 'the database does not answer\n')),
    '/metrics': (request, response) => {
      if (!fromHere(request)) return say(response, 404, 'not here\n')
      register.metrics().then((text) => say(response, 200, text, register.contentType),
        () => say(response, 503, 'the database does not answer\n'))
    },
  }
  return {
    answer(request, response) {
      const answer = request.method === 'GET' ? answers[request.url ?? ''] : undefined
      answer?.(request, response)
      return answer !== undefined
    },
    observe: ({ method, route, status, ms }) => requests.observe({ method, route, status }, ms / 1000),
  }
}
