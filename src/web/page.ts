import type { VNode } from 'preact'
import type * as z from 'zod'
import type { ClaimContent, OrganisationContent } from '#claims/queries.ts'
import type { Language } from '#claims/bundle.ts'
import type { Session } from '#identity/sessions.ts'
import type { Phone } from '#joining/phone-link.ts'
import type { Draft } from '#joining/queries.ts'
import type { Organiser } from '#organisers/queries.ts'
import type { DeskAct } from '#organisers/roles.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { FileStore } from '#platform/files/store.ts'
import type { T } from '#words/words.ts'
import type { Answer, Errors } from './answer.ts'
import type { Framing } from './headers.ts'
import type { Site } from './site.ts'

/**
 * Who may enter a page. `anyone`: no session is read, so the page may be kept. `visitor`: anyone, and a session is known if there is one.
 * `starter`: began to join this claim in this browser, the address not yet proven. `joiner`: the same, proven. `phone`: opened the link
 * that the computer showed for the signature of one draft; may sign it and nothing else. `caller`: began to sign in, the address not yet
 * proven. `withdrawer`: began the function to withdraw, and gets into nothing else. `invited`: began to answer as the other parent; of
 * whom, the page looks. `participant`: proved an address. `freshly-proven`: proved it within the last 15 minutes; others who proved it are
 * led to a page that asks for it once more, and back. `desk-caller`: began to sign in at the desk. `enrolling`: proved it there, and may
 * not have a passkey yet. `organiser`: works at the desk and has a role for the act that the page names. `developer`: only where no mail
 * server is set (the local mailbox).
 */
export type Who =
  | 'anyone' | 'visitor' | 'starter' | 'joiner' | 'phone' | 'caller' | 'withdrawer' | 'invited' | 'participant' | 'freshly-proven'
  | 'desk-caller' | 'enrolling' | 'organiser' | 'developer'

interface Known {
  anyone: object
  visitor: { session: Session | undefined }
  starter: { session: Session; draft: Draft }
  joiner: { session: Session; draft: Draft }
  phone: { draft: Draft; phone: Phone }
  caller: { session: Session }
  withdrawer: { session: Session }
  invited: { session: Session }
  participant: { session: Session }
  'freshly-proven': { session: Session }
  'desk-caller': { session: Session }
  enrolling: { session: Session; organiser: Organiser }
  organiser: { session: Session; organiser: Organiser }
  developer: object
}

/** A page of an organiser names the act it is for (`deskActs`); `sendAct` where sending is another act than looking. */
type Acting<W extends Who> = [W] extends ['organiser'] ? { act: DeskAct; sendAct?: DeskAct } : { act?: never; sendAct?: never }

/** What was sent, as it was typed, and what is wrong with it. */
export interface FormState { typed: Typed; errors: Errors; until: Date | undefined }
export type Typed = Record<string, string | undefined>
/** A file that was sent with a form. */
export interface Uploaded { name: string; bytes: Uint8Array }

/** Everything a page knows about one request. */
export interface Ground {
  ctx: Ctx
  files: FileStore
  site: Site
  language: Language
  t: T
  organisation: OrganisationContent
  /** The claim named in the path; a path without `:claim` has none and reading it throws. */
  claim: ClaimContent
  params: Record<string, string>
  /** Address of a page of this claim, of the host the reader is on. `''` is the campaign page. */
  claimLink(path?: string, language?: Language): string
  /** Address of a page of the foundation; absolute when the reader is on a claim's own host. */
  homeLink(path?: string, language?: Language): string
  /** Only in the preview of the desk: what is shown is a working copy, and the page says so. */
  isPreview?: true
  /** This page in the other language. */
  otherLanguageHref: string | undefined
  /** The address search engines should keep. */
  canonical: string
  path: string
  query: URLSearchParams
  form: FormState
  /** Files that were sent, by the name of their field; only of the fields that the page names in `files`. */
  uploaded: Readonly<Record<string, Uploaded | undefined>>
  /**
   * The address of the page that asked for a fresh proof, given its path without the language; of the account where that is no such page.
   */
  afterProof(path: string | undefined | null): string
  request: { ip: string; userAgent: string; acceptLanguage: string }
}

export type Visit<W extends Who = Who> = Ground & Known[W]

type View = VNode | Answer

interface Plan<W extends Who, F extends z.ZodType> {
  who: W
  /** Rendered once and kept for everybody until the content changes; only for `anyone`. Of a query only the names in `asks` count. */
  kept?: W extends 'anyone' ? boolean : never
  /** Names in the query of its address that a kept page reads; with one of them it is rendered for this request. */
  asks?: readonly string[]
  /** Of a `participant`'s page: looking is free, sending asks for a proof of the last 15 minutes, as `freshly-proven` does for both. */
  freshToSend?: boolean
  /** Shows pages of this site in frames, or is shown in one; every other page is neither. */
  frames?: Framing
  /** Largest body in bytes; 32 KiB unless a page says more. */
  largest?: number
  /** Fields of the form that may hold a file; everywhere else a file is refused. */
  files?: readonly string[]
  form?: F
  show(visit: Visit<W>): View | Promise<View>
  send?(visit: Visit<W> & { sent: z.output<F> }): Answer | Promise<Answer>
}
type Definition<W extends Who, F extends z.ZodType> = Plan<W, F> & Acting<W>

/**
 * One page: where it is, who may enter, what it shows, what it takes. The router, the access test and the gallery read the list of them.
 */
export interface Page {
  path: string
  who: Who
  kept: boolean
  asks: readonly string[]
  freshToSend: boolean
  act: DeskAct | undefined
  sendAct: DeskAct | undefined
  frames: Framing | undefined
  largest: number
  files: readonly string[]
  form: z.ZodType | undefined
  show(visit: Visit): View | Promise<View>
  send: ((visit: Visit & { sent: unknown }) => Answer | Promise<Answer>) | undefined
}

/**
 * Declares a page. `path` is a Hono pattern that begins with `/:lang{en|nl}` unless the page has no language. The router would read a bare
 * choice as “begins with en, or ends with nl”.
 */
export function page<W extends Who, F extends z.ZodType = z.ZodUnknown>(path: string, definition: Definition<W, F>): Page {
  const { who, kept = false, asks = [], freshToSend = false, act, sendAct, frames, largest = 32 * 1024, files = [] } = definition
  const { form, show, send } = definition
  return {
    path: path.replace('{en|nl}', '{(?:en|nl)}'), who, kept, asks, freshToSend, act, sendAct, frames, largest, files,
    form, show: show as Page['show'], send: send as Page['send'],
  }
}

/** Whether a path is one of a page. */
export function isPathOf({ path }: Pick<Page, 'path'>, asked: string): boolean {
  const parts = path.split('/')
    .map((part) => (part.startsWith(':lang') ? '(?:en|nl)' : part.startsWith(':') ? '[\\w-]{1,64}'
    : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
  return new RegExp(`^${parts.join('/')}$`).test(asked)
}
