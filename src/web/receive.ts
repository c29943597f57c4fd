import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import * as z from 'zod'
import { findSession, isFresh, seen } from '#identity/sessions.ts'
import { findPhone } from '#joining/phone-link.ts'
import { findDraft } from '#joining/queries.ts'
import type { Ctx, Db } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { wordsIn } from '#words/words.ts'
import { isBecause } from './because.ts'
import { again, type Answer, type Errors } from './answer.ts'
import { enterDesk, isOfDesk, type ShutOut } from './enter-desk.ts'
import { isPathOf, type FormState, type Ground, type Page, type Typed, type Uploaded, type Visit } from './page.ts'
import { contentFor, linksOf, otherLanguage } from './site.ts'
import type { WebWorld } from './web-world.ts'

/** The request as the rooms may know it, before any page sees it. */
export interface Arrival { ip: string; userAgent: string; ownHost: string | undefined }

const nothingSent: FormState = { typed: {}, errors: {}, until: undefined }

/** Builds what a page knows; undefined where the language or the claim does not exist. */
export async function groundOf(world: WebWorld, c: Context, db: Db, arrival: Arrival,
  askFreshProof: readonly Page[] = []): Promise<Ground | undefined> {
  const params = c.req.param() as Record<string, string>
  const language = params['lang'] === 'nl' ? 'nl' : 'en'
  const content = await contentFor(db, params['claim'], language)
  if (!content) return undefined
  const ownHost = arrival.ownHost !== undefined && arrival.ownHost === params['claim']
  const links = linksOf(world.site.origin, params['claim'], language, ownHost)
  const pathAfterLanguage = c.req.path.replace(/^\/(en|nl)(?=\/|$)/, '')
  const inOther = ownHost
    ? `/${otherLanguage(language)}${pathAfterLanguage.replace(`/${params['claim']}`, '')}`
    : `/${otherLanguage(language)}${pathAfterLanguage}`
  const url = new URL(c.req.url)
  return {
    ctx: { db, now: world.clock.now(), actor: 'visitor', vault: world.vault, jobs: world.jobs },
    files: world.files, site: world.site, language, t: wordsIn(language), organisation: content.organisation,
    get claim() {
      if (!content.claim) throw new Error(`${c.req.routePath} names no claim`)
      return content.claim
    },
    params, query: url.searchParams, ...links,
    otherLanguageHref: params['lang'] ? inOther : undefined,
    canonical: `${world.site.origin}${c.req.path}`,
    path: url.pathname, form: nothingSent, uploaded: {},
    afterProof: (path) => links.homeLink(path && askFreshProof.some((page) => isPathOf(page, `/${language}${path}`)) ? path : '/account'),
    request: { ip: arrival.ip, userAgent: arrival.userAgent, acceptLanguage: c.req.header('accept-language') ?? '' },
  }
}

/** Lets in who may enter and adds what is known of them. Undefined: not let in. `stale`: has to prove the address once more. */
export async function enter(
  page: Page, ground: Ground, c: Context, cookie: string, lock: boolean,
): Promise<Visit | 'stale' | ShutOut | undefined> {
  if (isOfDesk(page)) return enterDesk(page, ground, c, cookie, lock)
  if (page.who === 'anyone') return ground as Visit
  if (page.who === 'developer') return ground.site.localMailbox && !ground.site.production ? (ground as Visit) : undefined
  if (page.who === 'phone') return enterPhone(ground, getCookie(c, phoneCookie(cookie)), lock)
  const token = getCookie(c, cookie)
  const found = token ? await findSession(ground.ctx, token) : undefined
  const session = found?.openedFor === 'desk' ? undefined : found
  if (page.who === 'visitor') return known(ground, { session })
  if (!session) return undefined
  if (page.who === 'caller') return session.openedFor === 'sign-in' ? known(ground, { session }) : undefined
  if (page.who === 'withdrawer') return session.openedFor === 'withdraw' ? known(ground, { session }) : undefined
  if (page.who === 'invited') return session.openedFor === 'guardian' || session.provenAt
    ? known(ground, { session }, `participant:${session.personId}`) : undefined
  if (session.openedFor === 'guardian') return undefined
  if (!session.provenAt && !(page.who === 'starter' && session.openedFor === 'join')) return undefined
  if (session.provenAt) await seen(ground.ctx, session, ground.request.userAgent)
  if ((page.who === 'freshly-proven' || (page.freshToSend && lock)) && !isFresh(session, ground.ctx.now)) return 'stale'
  if (page.who === 'participant' || page.who === 'freshly-proven') return known(ground, { session }, `participant:${session.personId}`)
  const draft = await findDraft(ground.ctx, session.personId, ground.claim.slug, { lock })
  if (!draft) return undefined
  return known(ground, { session, draft }, `joiner:${session.personId}`)
}

/** The cookie of a phone that signs for a computer. It is no session: no other door looks at it, so it opens nothing else. */
export const phoneCookie = (cookie: string) => `${cookie}-phone`

async function enterPhone(ground: Ground, token: string | undefined, lock: boolean): Promise<Visit | undefined> {
  const phone = token ? await findPhone(ground.ctx, token, ground.claim.slug, { lock }) : undefined
  return phone && known(ground, { draft: phone.draft, phone }, `joiner:${phone.draft.personId}`)
}

function known(ground: Ground, found: object, actor?: Ctx['actor']): Visit {
  const visit = Object.create(ground, Object.getOwnPropertyDescriptors(found)) as Ground
  if (actor) Object.defineProperty(visit, 'ctx', { value: { ...ground.ctx, actor } })
  return visit as Visit
}

/**
 * The body of a request, read no further than `most` bytes. With a `content-length` the server itself reads exactly that much; a body sent
 * in
 * chunks is counted as it comes.
 */
async function readBody(c: Context, most: number): Promise<Uint8Array | undefined> {
  const promised = c.req.header('content-length')
  if (Number(promised ?? 0) > most) return undefined
  if (promised !== undefined && c.req.header('transfer-encoding') === undefined) return new Uint8Array(await c.req.arrayBuffer())
  const reader = c.req.raw.body?.getReader()
  const parts: Uint8Array[] = []
  for (let length = 0; reader;) {
    const { value, done } = await reader.read() as { value?: Uint8Array; done: boolean }
    if (done) break
    length += value?.length ?? 0
    // Not cancelled: that would cut the connection before the page that says why is sent.
    if (length > most) return undefined
    if (value) parts.push(value)
  }
  return Buffer.concat(parts)
}

/** A form as it was sent: the texts, and the files of the fields that may hold one. */
export interface Sent { typed: Typed; uploaded: Record<string, Uploaded> }

/**
 * Reads a form of at most `most` bytes; of a name that comes twice the first value counts. A file counts only in one of the fields `files`,
 * and none where none was chosen. Refused: `too-large`, `unreadable`.
 */
export async function readForm(c: Context, most: number, files: readonly string[] = []) {
  const type = c.req.header('content-type') ?? ''
  const charset = /charset=["']?([\w-]+)/i.exec(type)?.[1]
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)
    || (charset && !/^utf-?8$/i.test(charset))) return refused('unreadable')
  const body = await readBody(c, most)
  if (!body) return refused('too-large')
  const form = await new Response(body as BodyInit, { headers: { 'content-type': type } }).formData().catch(() => undefined)
  if (!form) return refused('unreadable')
  const sent: Sent = { typed: Object.create(null) as Typed, uploaded: Object.create(null) as Sent['uploaded'] }
  for (const [name, value] of form) {
    if (typeof value === 'string') sent.typed[name] ??= value
    else if (!files.includes(name)) return refused('unreadable')
    else if (value.size > 0) sent.uploaded[name] ??= { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) }
  }
  return done(sent)
}

/** Checks a form and hands it to the page. A wrong one never reaches the page's act. */
export async function take(page: Page, visit: Visit, { typed, uploaded }: Sent): Promise<{ answer: Answer; form: FormState }> {
  const checked = page.form ? page.form.safeParse(typed) : { success: true as const, data: typed }
  const answer = checked.success
    ? await page.send!(Object.create(visit, { sent: { value: checked.data }, uploaded: { value: uploaded },
      form: { value: { ...nothingSent, typed } } }) as Visit & { sent: unknown })
    : again(errorsOf(checked.error))
  return { answer, form: answer.kind === 'again' ? { typed, errors: answer.errors, until: answer.until } : { ...nothingSent, typed } }
}

/** The first error of each field; a rule that names none of our reasons reads as "we could not use this". */
function errorsOf(error: z.ZodError): Errors {
  const errors: Errors = {}
  for (const issue of error.issues) {
    const field = issue.path.filter((part) => typeof part === 'string').join('.')
    errors[field] ??= isBecause(issue.message) ? issue.message : 'unusable'
  }
  return errors
}

export const withForm = (visit: Visit, form: FormState): Visit => Object.create(visit, { form: { value: form } }) as Visit
