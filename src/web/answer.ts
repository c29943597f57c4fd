import type { VNode } from 'preact'
import type { Db } from '#platform/ctx.ts'
import type { Because } from './because.ts'

/** Errors by field name; the empty name is the form as a whole. */
export type Errors = Record<string, Because | undefined>

/** A function reads what it sends after the transaction of the form that asked for it. */
export type DocumentBody = string | Uint8Array | AsyncIterable<Uint8Array> | ((db: Db) => AsyncIterable<Uint8Array>)

/** What a page answers to a request. Made by the functions below. */
export type Answer =
  | { kind: 'show'; view: VNode; status: 200 | 404 | 422 | 429 }
  | { kind: 'again'; errors: Errors; status: 422 | 429; until: Date | undefined }
  | { kind: 'go'; to: string; session: string | null | undefined; lasting?: boolean; phone?: string; desk?: string | null }
  | { kind: 'by-language'; to: string }
  | { kind: 'missing' }
  | {
      kind: 'document'
      body: DocumentBody
      mediaType: string
      fileName: string | undefined
      public: boolean
      forever: boolean
      inlineStyle: boolean
    }

/** 303 to another page. `session` sets the session cookie (null ends it), which the browser forgets on closing unless `lasting`. */
export const goTo = (to: string, session?: string | null,
  { lasting = false }: { lasting?: boolean } = {}): Answer => ({ kind: 'go', to, session, lasting })

/** 303 to the page on which a phone signs for a computer; `token` sets the cookie that opens that page and no other. */
export const openPhone = (to: string, token: string): Answer => ({ kind: 'go', to, session: undefined, phone: token })

/** 303 to a page of the desk; `token` sets the cookie that opens the desk and no account, null ends it. */
export const goToDesk = (to: string, token: string | null): Answer => ({ kind: 'go', to, session: undefined, desk: token })

/** 200 with a page that is made by a form and has no address of its own: to load it again sends the form again. */
export const showOnce = (view: VNode): Answer => ({ kind: 'show', view, status: 200 })

/** 302 to the page in the reader's language; another reader may be sent elsewhere. */
export const byLanguage = (to: string): Answer => ({ kind: 'by-language', to })

/** 422 with the same page, what was typed, and each error beside its field. */
export const again = (errors: Errors, until?: Date): Answer => ({ kind: 'again', errors, status: until ? 429 : 422, until })

/** 404 with the page that says so; also for what belongs to somebody else. */
export const missing: Answer = { kind: 'missing' }

/**
 * A file. Not public ones are never stored by a cache; `forever` is for an address that names its bytes. `inlineStyle` is for showing a
 * mail, whose styles can only stand inline.
 */
export const documentAnswer = (body: DocumentBody, mediaType: string,
  options: { fileName?: string; public?: boolean; forever?: boolean; inlineStyle?: boolean } = {}): Answer =>
  ({
    kind: 'document', body, mediaType, fileName: options.fileName, public: options.public ?? false, forever: options.forever ?? false,
    inlineStyle: options.inlineStyle ?? false,
  })

export const isAnswer = (value: VNode | Answer): value is Answer => 'kind' in value && !('type' in value)
