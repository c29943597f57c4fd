import type { IncomingMessage } from 'node:http'
import { Hono, type Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { routePath } from 'hono/route'
import { renderToString } from 'preact-render-to-string'
import type { VNode } from 'preact'
import { endToken, rememberedDays } from '#identity/sessions.ts'
import { linkMinutes } from '#joining/phone-link.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/ctx.ts'
import type { FileStore } from '#platform/files/store.ts'
import type { JobQueue } from '#platform/jobs.ts'
import { faultOf } from '#platform/log.ts'
import type { Signals } from '#platform/signals.ts'
import type { Vault } from '#platform/vault.ts'
import { isAnswer, type Answer } from './answer.ts'
import { deskCookie } from './enter-desk.ts'
import { framed, securityHeaders } from './headers.ts'
import type { Ground, Page } from './page.ts'
import { enter, groundOf, phoneCookie, readForm, take, withForm, type Arrival, type Sent } from './receive.ts'
import { pathOnHost, type Site } from './site.ts'
import { faultPage, type Fault } from './fault.tsx'

/** What the web needs of the world. */
export interface WebWorld {
  db: Db
  vault: Vault
  jobs: JobQueue
  clock: Clock
  files: FileStore
  site: Site
  /** Host names of claims, kept up to date by `content` notices. */
  hosts: { slugOf(host: string): string | undefined; origins(): string[] }
  trustedProxies: number
  log: { error(fields: object, message: string): void; info(fields: object, message: string): void }
  /** Counts requests for `/metrics`; absent in tests of pages. */
  signals?: Signals
}

/** Answers with a built file, in a form that `accept` (the accept-encoding of the request) allows. */
export type Files = (path: string, accept?: string) => Response | undefined | Promise<Response | undefined>

/** What node adds to a request. */
export type Env = { Bindings: { incoming?: IncomingMessage }; Variables: { arrival: Arrival } }

const html = (view: VNode) => `<!doctype html>${renderToString(view)}`
const publicCaching = 'public, max-age=0, s-maxage=5, must-revalidate'

export const cookieName = (site: Site) => (site.origin.startsWith('https:') ? '__Host-session' : 'session')

/** The whole site as a Hono application: every route comes from the list of pages. */
export function buildApp(world: WebWorld, pages: readonly Page[], files?: Files) {
  const { site } = world
  const secure = site.origin.startsWith('https:')
  const cookie = cookieName(site)
  const askFreshProof = pages.filter((page) => page.who === 'freshly-proven' || page.freshToSend)
  const app = new Hono<Env>({ getPath: (request) => {
    const url = new URL(request.url)
    return pathOnHost(url.pathname, world.hosts.slugOf(request.headers.get('host') ?? url.host))
  } })

  const fault = async (c: Context<Env>, which: Fault) => {
    const { view, status } = await faultPage(world, c, which)
    return c.html(html(view), status, { 'cache-control': 'no-store' })
  }

  app.use(async (c, next) => {
    const started = performance.now()
    c.set('arrival', arrivalOf(c, world))
    await next()
    for (const [name, value] of Object.entries(securityHeaders(secure, world.hosts.origins())))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
    const seen = { method: c.req.method, route: routePath(c, -1), status: c.res.status, ms: Math.round(performance.now() - started) }
    world.log.info(seen, 'request')
    world.signals?.observe(seen)
  })
  app.onError((error, c) => {
    world.log.error({ method: c.req.method, route: routePath(c, -1), fault: faultOf(error) }, 'request failed')
    return fault(c, 'broken')
  })
  app.notFound(async (c) => (c.req.method === 'GET' || c.req.method === 'HEAD' ? await files?.(c.req.path, c.req.header('accept-encoding'))
    : undefined) ?? fault(c, 'missing'))

  const respond = async (c: Context<Env>, answer: Answer): Promise<Response> => {
    if (answer.kind === 'missing') return fault(c, 'missing')
    if (answer.kind === 'show') return c.html(html(answer.view), answer.status)
    if (answer.kind === 'document') return documentResponse(answer, world.db)
    if (answer.kind === 'by-language') {
      c.header('vary', 'accept-language')
      return c.redirect(answer.to, 302)
    }
    if (answer.kind !== 'go') throw new Error('"again" is answered by the form that was sent')
    if (answer.session) setCookie(c, cookie, answer.session,
      { httpOnly: true, sameSite: 'Lax', path: '/', secure, ...(answer.lasting && { maxAge: rememberedDays * 86_400 }) })
    if (answer.phone) setCookie(c, phoneCookie(cookie), answer.phone,
      { httpOnly: true, sameSite: 'Lax', path: '/', secure, maxAge: linkMinutes * 60 })
    if (answer.desk) setCookie(c, deskCookie(cookie), answer.desk, { httpOnly: true, sameSite: 'Lax', path: '/', secure })
    if (answer.desk === null) deleteCookie(c, deskCookie(cookie), { path: '/', secure })
    if (answer.session === null) deleteCookie(c, cookie, { path: '/', secure })
    return c.redirect(answer.to, 303)
  }

  for (const page of pages) {
    app.get(page.path, async (c) => {
      const ground = await groundOf(world, c, world.db, c.get('arrival'), askFreshProof)
      if (!ground) return fault(c, 'missing')
      const visit = await enter(page, ground, c, cookie, false)
      if (visit === 'stale') return c.redirect(proveAgain(ground), 303)
      if (!visit || typeof visit === 'string') return fault(c, visit ?? shutOut(page))
      const shown = await page.show(visit)
      if (page.kept) c.header('cache-control', publicCaching)
      if (page.frames && !isAnswer(shown))
        for (const [name, value] of Object.entries(framed(page.frames, securityHeaders(secure, world.hosts.origins()))))
          c.header(name, value)
      return isAnswer(shown) ? respond(c, shown) : c.html(html(shown))
    })
    if (!page.send) continue
    app.post(page.path, async (c) => {
      if (!fromHere(c, world)) return fault(c, 'elsewhere')
      // A large body is read only of who may send it.
      const shut = page.files.length ? await keptOut(page, c) : undefined
      if (shut) return shut
      const read = await readForm(c, page.largest, page.files)
      if (!read.ok) return fault(c, read.because)
      // The answer is made after the commit: until then nothing that was written counts, and no cookie may say that it does.
      const reply = await inTransaction(world.db, (db) => post(page, c, db, read.value))
      return reply()
    })
  }

  async function keptOut(page: Page, c: Context<Env>): Promise<Response | undefined> {
    const ground = await groundOf(world, c, world.db, c.get('arrival'), askFreshProof)
    if (!ground) return fault(c, 'missing')
    const visit = await enter(page, ground, c, cookie, true)
    return visit && typeof visit !== 'string' ? undefined : fault(c, visit && visit !== 'stale' ? visit : shutOut(page))
  }

  /**
   * What one form does, in the transaction that is its own. A refusal commits (a wrong code still counts as a try), an exception rolls
   * back.
   */
  async function post(page: Page, c: Context<Env>, db: Db, sent: Sent): Promise<() => Response | Promise<Response>> {
    const ground = await groundOf(world, c, db, c.get('arrival'), askFreshProof)
    if (!ground) return () => fault(c, 'missing')
    const visit = await enter(page, ground, c, cookie, true)
    if (visit === 'stale') return () => c.redirect(proveAgain(ground), 303)
    if (!visit || typeof visit === 'string') return () => fault(c, visit ?? shutOut(page))
    const { answer, form } = await take(page, visit, sent)
    if (answer.kind === 'go' && answer.session) await endToken(visit.ctx, getCookie(c, cookie))
    if (answer.kind === 'go' && answer.desk) await endToken(visit.ctx, getCookie(c, deskCookie(cookie)))
    if (answer.kind !== 'again') return () => respond(c, answer)
    const shown = await page.show(withForm(visit, form))
    return () => {
      if (answer.until) c.header('retry-after', String(Math.max(1, Math.ceil((answer.until.getTime() - visit.ctx.now.getTime()) / 1000))))
      return isAnswer(shown) ? respond(c, shown) : c.html(html(shown), answer.status)
    }
  }
  return app
}

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

function documentResponse(answer: Extract<Answer, { kind: 'document' }>, db: Db): Response {
  const { body, mediaType, fileName, public: shared, forever, inlineStyle } = answer
  return new Response((typeof body === 'function' ? body(db) : body) as BodyInit, {
    headers: {
      'content-type': mediaType,
      'cache-control': forever ? 'public, max-age=31536000, immutable' : shared ? publicCaching : 'private, no-store',
      ...(inlineStyle && { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'" }),
      ...(fileName && { 'content-disposition': `attachment; filename="${fileName}"` }),
    },
  })
}

/** Where an address is proven once more, and which page it is for. */
const proveAgain = ({ homeLink,
  path }: Ground) => homeLink(`/account/confirm?to=${encodeURIComponent(path.replace(/^\/(en|nl)(?=\/)/, ''))}`)

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
