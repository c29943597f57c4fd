import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { renderToString } from 'preact-render-to-string'
import type { VNode } from 'preact'
import { rememberedDays } from '#identity/sessions.ts'
import { linkMinutes } from '#joining/phone-link.ts'
import type { Db } from '#platform/ctx.ts'
import { isAnswer, type Answer } from './answer.ts'
import { deskCookie } from './enter-desk.ts'
import { faultPage, type Fault } from './fault.tsx'
import { phoneCookie } from './receive.ts'
import type { Site } from './site.ts'
import type { Env, WebWorld } from './web-world.ts'

export const publicCaching = 'public, max-age=0, s-maxage=5, must-revalidate'

export const isSecure = (site: Site) => site.origin.startsWith('https:')
export const cookieName = (site: Site) => (isSecure(site) ? '__Host-session' : 'session')

const html = (view: VNode) => `<!doctype html>${renderToString(view)}`

/** The page that says what is wrong with a request as a whole. */
export async function fault(world: WebWorld, c: Context<Env>, which: Fault): Promise<Response> {
  const { view, status } = await faultPage(world, c, which)
  return c.html(html(view), status, { 'cache-control': 'no-store' })
}

/** What a page shows, or answers in its place. */
export const show = (world: WebWorld, c: Context<Env>, shown: VNode | Answer, status: 200 | 422 | 429 = 200) =>
  isAnswer(shown) ? respond(world, c, shown) : c.html(html(shown), status)

/** Makes the response of an answer. "again" is none: it is answered with the form that was sent. */
export async function respond(world: WebWorld, c: Context<Env>, answer: Answer): Promise<Response> {
  switch (answer.kind) {
    case 'missing': return fault(world, c, 'missing')
    case 'show': return c.html(html(answer.view), answer.status)
    case 'document': return documentResponse(answer, world.db)
    case 'by-language':
      c.header('vary', 'accept-language')
      return c.redirect(answer.to, 302)
    case 'again': throw new Error('"again" is answered by the form that was sent')
    case 'go':
      setCookies(c, world.site, answer)
      return c.redirect(answer.to, 303)
  }
}

function setCookies(c: Context<Env>, site: Site, { session, lasting, phone, desk }: Extract<Answer, { kind: 'go' }>): void {
  const cookie = cookieName(site)
  const own = { path: '/', secure: isSecure(site) }
  const kept = { ...own, httpOnly: true, sameSite: 'Lax' } as const
  if (session) setCookie(c, cookie, session, { ...kept, ...(lasting && { maxAge: rememberedDays * 86_400 }) })
  if (phone) setCookie(c, phoneCookie(cookie), phone, { ...kept, maxAge: linkMinutes * 60 })
  if (desk) setCookie(c, deskCookie(cookie), desk, kept)
  if (desk === null) deleteCookie(c, deskCookie(cookie), own)
  if (session === null) deleteCookie(c, cookie, own)
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
