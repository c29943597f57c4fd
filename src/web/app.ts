import { Hono, type Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { routePath } from 'hono/route'
import { endToken } from '#identity/sessions.ts'
import type { Db } from '#platform/ctx.ts'
import { faultOf } from '#platform/log.ts'
import { isAnswer } from './answer.ts'
import { deskCookie } from './enter-desk.ts'
import type { Fault } from './fault.tsx'
import { framed, securityHeaders } from './headers.ts'
import type { Ground, Page, Visit } from './page.ts'
import { enter, groundOf, readForm, take, withForm, type Arrival, type Sent } from './receive.ts'
import { cookieName, fault, isSecure, publicCaching, respond, show } from './respond.ts'
import { pathOnHost } from './site.ts'
import type { Env, WebWorld } from './web-world.ts'

/** Answers with a built file, in a form that `accept` (the accept-encoding of the request) allows. */
export type Files = (path: string, accept?: string) => Response | undefined | Promise<Response | undefined>

/** The whole site as a Hono application: every route comes from the list of pages. */
export function buildApp(world: WebWorld, pages: readonly Page[], files?: Files) {
  const app = new Hono<Env>({ getPath: (request) => {
    const url = new URL(request.url)
    return pathOnHost(url.pathname, world.hosts.slugOf(request.headers.get('host') ?? url.host))
  } })
  app.use(async (c, next) => {
    const started = performance.now()
    c.set('arrival', arrivalOf(c, world))
    await next()
    for (const [name, value] of Object.entries(headersOf(world))) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
    const seen = { method: c.req.method, route: routePath(c, -1), status: c.res.status, ms: Math.round(performance.now() - started) }
    world.log.info(seen, 'request')
    world.signals?.observe(seen)
  })
  app.onError((error, c) => {
    world.log.error({ method: c.req.method, route: routePath(c, -1), fault: faultOf(error) }, 'request failed')
    return fault(world, c, 'broken')
  })
  app.notFound(async (c) => {
    const file = c.req.method === 'GET' || c.req.method === 'HEAD' ? await files?.(c.req.path, c.req.header('accept-encoding')) : undefined
    return file ?? fault(world, c, 'missing')
  })

  const serving = { world, askFreshProof: pages.filter((page) => page.who === 'freshly-proven' || page.freshToSend) }
  for (const page of pages) {
    app.get(page.path, (c) => get(serving, page, c))
    if (page.send) app.post(page.path, (c) => post(serving, page, c))
  }
  return app
}

interface Serving {
  world: WebWorld
  /** The pages that ask for a fresh proof of the address; a proof leads back to these alone. */
  askFreshProof: readonly Page[]
}

async function get(serving: Serving, page: Page, c: Context<Env>): Promise<Response> {
  const { world } = serving
  const arrived = await arrive(serving, page, c, world.db, false)
  if ('shut' in arrived) return arrived.shut()
  const shown = await page.show(arrived.visit)
  if (page.kept) c.header('cache-control', publicCaching)
  if (page.frames && !isAnswer(shown))
    for (const [name, value] of Object.entries(framed(page.frames, headersOf(world)))) c.header(name, value)
  return show(world, c, shown)
}

async function post(serving: Serving, page: Page, c: Context<Env>): Promise<Response> {
  const { world } = serving
  if (!fromHere(c, world)) return fault(world, c, 'elsewhere')
  // A large body is read only of who may send it.
  const first = page.files.length ? await arrive(serving, page, c, world.db, true) : undefined
  if (first && 'shut' in first) return first.shut()
  const read = await readForm(c, page.largest, page.files)
  if (!read.ok) return fault(world, c, read.because)
  // The answer is made after the commit: until then nothing that was written counts, and no cookie may say that it does.
  const reply = await inTransaction(world.db, (db) => takeForm(serving, page, c, db, read.value))
  return reply()
}

type Reply = () => Response | Promise<Response>

/** What one form does, in its own transaction. A refusal commits (a wrong code still counts as a try), an exception rolls back. */
async function takeForm(serving: Serving, page: Page, c: Context<Env>, db: Db, sent: Sent): Promise<Reply> {
  const { world } = serving
  const cookie = cookieName(world.site)
  const arrived = await arrive(serving, page, c, db, true)
  if ('shut' in arrived) return arrived.shut
  const { visit } = arrived
  const { answer, form } = await take(page, visit, sent)
  if (answer.kind === 'go' && answer.session) await endToken(visit.ctx, getCookie(c, cookie))
  if (answer.kind === 'go' && answer.desk) await endToken(visit.ctx, getCookie(c, deskCookie(cookie)))
  if (answer.kind !== 'again') return () => respond(world, c, answer)
  const shown = await page.show(withForm(visit, form))
  return () => {
    if (answer.until) c.header('retry-after', String(Math.max(1, Math.ceil((answer.until.getTime() - visit.ctx.now.getTime()) / 1000))))
    return show(world, c, shown, answer.status)
  }
}

/** Lets in who may enter the page; else says how the request is answered. */
async function arrive({ world, askFreshProof }: Serving, page: Page, c: Context<Env>, db: Db,
  lock: boolean): Promise<{ visit: Visit } | { shut: Reply }> {
  const ground = await groundOf(world, c, db, c.get('arrival'), askFreshProof)
  if (!ground) return { shut: () => fault(world, c, 'missing') }
  const visit = await enter(page, ground, c, cookieName(world.site), lock)
  if (visit === 'stale') return { shut: () => c.redirect(proveAgain(ground), 303) }
  if (!visit || typeof visit === 'string') return { shut: () => fault(world, c, visit ?? shutOut(page)) }
  return { visit }
}

const headersOf = ({ site, hosts }: WebWorld) => securityHeaders(isSecure(site), hosts.origins())

/**
 * The codes of PostgreSQL for "two transactions stood in each other's way", and for a migration that came between: what was undone may
 * simply be tried again.
 */
const collisions = new Set(['40001', '40P01', '0A000'])

async function inTransaction<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  try {
    return await db.transaction().execute(work)
  } catch (error) {
    if (!collisions.has((error as { code?: string }).code ?? '')) throw error
    return db.transaction().execute(work)
  }
}

/** Where an address is proven once more, and which page it is for. */
const proveAgain = ({ homeLink, path }: Ground) =>
  homeLink(`/account/confirm?to=${encodeURIComponent(path.replace(/^\/(en|nl)(?=\/)/, ''))}`)

/** What somebody reads who may not enter. */
function shutOut({ who }: Page): Fault {
  if (who === 'developer') return 'missing'
  if (who === 'phone') return 'phone-over'
  return who === 'starter' || who === 'joiner' ? 'start-again' : 'sign-in'
}

/** A post must come from a page of this site: Origin, or Sec-Fetch-Site where a browser leaves Origin out. */
function fromHere(c: Context<Env>, world: WebWorld): boolean {
  const origin = c.req.header('origin')
  if (origin === undefined || origin === 'null') return c.req.header('sec-fetch-site') === 'same-origin'
  return origin === world.site.origin || world.hosts.origins().includes(origin)
}

function arrivalOf(c: Context<Env>, world: WebWorld): Arrival {
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((each) => each.trim()).filter(Boolean)
  const direct = c.env?.incoming?.socket.remoteAddress ?? '127.0.0.1'
  const ip = world.trustedProxies > 0 ? (forwarded.at(-world.trustedProxies) ?? direct) : direct
  return { ip, userAgent: (c.req.header('user-agent') ?? '').slice(0, 300), ownHost: world.hosts.slugOf(c.req.header('host') ?? '') }
}
