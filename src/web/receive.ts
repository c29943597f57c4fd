import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import * as z from 'zod'
import { findSession } from '#identity/sessions.ts'
import { findDraft } from '#joining/queries.ts'
import type { Ctx, Db } from '#platform/ctx.ts'
import { wordsIn } from '#words/words.ts'
import type { Because } from './because.ts'
import { again, type Answer, type Errors } from './answer.ts'
import type { FormState, Ground, Page, Typed, Visit } from './page.ts'
import { contentFor, linksOf, otherLanguage } from './site.ts'
import type { WebWorld } from './server.ts'

/** The request as the rooms may know it, before any page sees it. */
export interface Arrival { ip: string; userAgent: string; ownHost: string | undefined }

const nothingSent: FormState = { typed: {}, errors: {}, until: undefined }

/** Builds what a page knows; undefined where the language or the claim does not exist. */
export async function groundOf(world: WebWorld, c: Context, db: Db, arrival: Arrival): Promise<Ground | undefined> {
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
    path: url.pathname, form: nothingSent,
    request: { ip: arrival.ip, userAgent: arrival.userAgent, acceptLanguage: c.req.header('accept-language') ?? '' },
  }
}

/** Lets in who may enter and adds what is known of them. Undefined: not let in. */
export async function enter(page: Page, ground: Ground, c: Context, cookie: string, lock: boolean): Promise<Visit | undefined> {
  if (page.who === 'anyone') return ground as Visit
  if (page.who === 'developer') return ground.site.localMailbox ? (ground as Visit) : undefined
  const token = getCookie(c, cookie)
  const session = token ? await findSession(ground.ctx, token) : undefined
  if (page.who === 'visitor') return known(ground, { session })
  if (!session) return undefined
  if (page.who === 'caller') return known(ground, { session })
  if (page.who !== 'starter' && !session.provenAt) return undefined
  if (page.who === 'participant') return known(ground, { session }, `participant:${session.personId}`)
  const draft = await findDraft(ground.ctx, session.personId, { lock })
  if (!draft || draft.claim !== ground.claim.slug) return undefined
  return known(ground, { session, draft }, `joiner:${session.personId}`)
}

function known(ground: Ground, found: object, actor?: Ctx['actor']): Visit {
  const visit = Object.create(ground, Object.getOwnPropertyDescriptors(found)) as Ground
  if (actor) Object.defineProperty(visit, 'ctx', { value: { ...ground.ctx, actor } })
  return visit as Visit
}

/** Reads a form as text. Names ending in `[]` are lists; of others the first value counts. Undefined where it is no readable form. */
export async function readForm(c: Context): Promise<Typed | undefined> {
  const type = c.req.header('content-type') ?? ''
  const charset = /charset=["']?([\w-]+)/i.exec(type)?.[1]
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type) || (charset && !/^utf-?8$/i.test(charset))) return undefined
  const form = await c.req.formData().catch(() => undefined)
  if (!form) return undefined
  const typed: Typed = Object.create(null) as Typed
  for (const [name, value] of form) {
    if (typeof value !== 'string') return undefined
    if (name.endsWith('[]')) typed[name.slice(0, -2)] = [...((typed[name.slice(0, -2)] as string[] | undefined) ?? []), value]
    else typed[name] ??= value
  }
  return typed
}

/** Checks a form and hands it to the page. A wrong one never reaches the page's act. */
export async function take(page: Page, visit: Visit, typed: Typed): Promise<{ answer: Answer; form: FormState }> {
  const checked = page.form ? page.form.safeParse(typed) : { success: true as const, data: typed }
  const answer = checked.success
    ? await page.send!(Object.create(visit, { sent: { value: checked.data }, form: { value: { ...nothingSent, typed } } }) as Visit & { sent: unknown })
    : again(errorsOf(checked.error))
  return { answer, form: answer.kind === 'again' ? { typed, errors: answer.errors, until: answer.until } : { ...nothingSent, typed } }
}

/** The first error of each field; a message that is not one of our reasons is a fault of the schema and reads as "fill in". */
function errorsOf(error: z.ZodError): Errors {
  const errors: Errors = {}
  for (const issue of error.issues) {
    const field = issue.path.filter((part) => typeof part === 'string').join('.')
    errors[field] ??= issue.message as Because
  }
  return errors
}

export const withForm = (visit: Visit, form: FormState): Visit => Object.create(visit, { form: { value: form } }) as Visit
