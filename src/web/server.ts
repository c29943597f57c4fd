import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { countUnsealed, countWaitingMails } from '#figures/live.ts'
import { faultOf } from '#platform/log.ts'
import { signals } from '#platform/signals.ts'
import { buildApp, type Files } from './app.ts'
import { securityHeaders } from './headers.ts'
import { keptPages } from './kept.ts'
import type { Page } from './page.ts'
import { pathOnHost } from './site.ts'
import type { Env, WebWorld } from './web-world.ts'

/** Starts the site. Kept pages are answered before the application sees the request. */
export async function startWeb(given: WebWorld, pages: readonly Page[], options: { host: string; port: number; files?: Files }) {
  const watch = signals(given.db, [
    { name: 'joinder_mails_waiting', help: 'Mails not yet decided', count: () => countWaitingMails(given.db) },
    { name: 'joinder_mandates_unsealed', help: 'Mandates that wait for their seal', count: () => countUnsealed(given.db) },
  ], securityHeaders(given.site.origin.startsWith('https:')))
  const world = { ...given, signals: watch }
  const app = buildApp(world, pages, options.files)
  const keptRoutes = new Hono()
  for (const page of pages) keptRoutes.get(page.path, (c) => c.body(null, page.kept ? 200 : 204))
  const probe = async (path: string) => (await keptRoutes.request(path)).status === 200
  const listener = getRequestListener((request, env) => app.fetch(request, env as Env['Bindings']), { overrideGlobalObjects: false })
  const kept = keptPages({
    siteOf: (host) => world.hosts.slugOf(host) ?? '',
    render: async (host, path) => {
      const inside = pathOnHost(new URL(path, 'http://site').pathname, world.hosts.slugOf(host))
      if (!(await probe(inside))) return new Response(null, { status: 404 })
      return app.request(path, { headers: { host } })
    },
    now: () => world.clock.now().getTime(),
  })
  const asked = new Set(pages.flatMap((page) => page.asks))
  const asksSomething = (url: string) => url.includes('?')
    && [...new URLSearchParams(url.slice(url.indexOf('?'))).keys()].some((name) => asked.has(name))
  /** Whatever went wrong with the copy, the application still answers. */
  const unkept = (error: unknown) => {
    world.log.error({ fault: faultOf(error) }, 'kept page failed')
    return false
  }
  const serveKept = (request: IncomingMessage, response: ServerResponse) => {
    try {
      return kept.serve(request, response)
    } catch (error) {
      return unkept(error)
    }
  }
  const server = createServer((request, response) => {
    if (watch.answer(request, response)) return
    const mayBeKept = (request.method === 'GET' || request.method === 'HEAD') && !asksSomething(request.url ?? '')
    if (!mayBeKept) return void listener(request, response)
    const served = serveKept(request, response)
    if (typeof served !== 'boolean') void served.catch(unkept)
      .then((late) => { if (!late && !response.headersSent) void listener(request, response) })
    else if (!served) void listener(request, response)
  })
  server.requestTimeout = 30_000
  await new Promise<void>((ready, failed) => {
    server.once('error', failed)
    server.listen(options.port, options.host, ready)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : options.port,
    app,
    forget: kept.forget,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), 5000).unref()
      await closed
    },
  }
}
