import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli9 = (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
const gzip9 = (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 })

export type Encoding = 'br' | 'gzip' | 'identity'
/** Names and values in turn: quicker to write than an object. */
type Headers = string[]
interface Copy { headers: Headers; bytes: Buffer }
interface Kept { until: number; etag: string; copies: Record<Encoding, Copy>; unchanged: Headers }

const freshMs = 5000
const againMs = 1000
const most = 2000

/** One spelling per page: what is written in another way (percent signs, dots, a host before it) is answered without being kept. */
const isPlain = (path: string) => /^(?:\/\.?[\w~-][\w.~-]*)*\/?$/.test(path)

/** The best way to send bytes that a browser says it can read. */
export const encodingOf = (accept: string | undefined): Encoding => (
  accept === undefined ? 'identity' : /\bbr\b(?!;q=0(?:\.0*)?(?:,|$))/.test(accept) ? 'br' : /\bgzip\b/.test(accept) ? 'gzip' : 'identity'
)

async function keep(response: Response, now: number): Promise<Kept | undefined> {
  if (response.status !== 200 || !response.headers.get('cache-control')?.startsWith('public')
    || response.headers.has('set-cookie')) return undefined
  const identity = Buffer.from(await response.clone().arrayBuffer())
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`
  const shared = Object.entries({ ...Object.fromEntries(response.headers), etag, vary: 'accept-encoding' }).flat()
  const copy = (bytes: Buffer, encoding?: string): Copy => ({ bytes,
    headers: [...shared, 'content-length', String(bytes.length), ...(encoding ? ['content-encoding', encoding] : [])] })
  const [br, gz] = await Promise.all([brotli9(identity), gzip9(identity)])
  return { until: now + freshMs, etag, unchanged: shared, copies: { br: copy(br, 'br'), gzip: copy(gz, 'gzip'), identity: copy(identity) } }
}

/**
 * Public pages, rendered and compressed once and then served as bytes. One render at a time per address; while it runs the older copy is
 * served.
 * `siteOf` names the site a host belongs to, so that an invented host makes no copy of its own; `render` answers a page marked
 * `cache-control: public`, or anything else, which is passed through.
 */
export function keptPages(options: { siteOf(host: string): string; render(host: string, path: string): Promise<Response>; now(): number }) {
  const pages = new Map<string, Kept>()
  const making = new Map<string, Promise<Kept | undefined>>()

  function make(key: string, host: string, path: string): Promise<Kept | undefined> {
    const running = making.get(key)
    if (running) return running
    const older = pages.get(key)
    const work = options.render(host, path).then(async (response) => {
      // While the site is broken (its database away), what was served before is better than nothing.
      if (older && response.status >= 500) return { ...older, until: options.now() + againMs }
      return keep(response, options.now())
    }).then((kept) => {
      pages.delete(key)
      if (kept) pages.set(key, kept)
      if (pages.size > most) pages.delete(pages.keys().next().value!)
      return kept
    }).finally(() => making.delete(key))
    making.set(key, work)
    return work
  }

  function send(request: IncomingMessage, response: ServerResponse, kept: Kept) {
    // A cache in between may have made it weak, or send several.
    if (request.headers['if-none-match']?.includes(kept.etag)) {
      response.writeHead(304, kept.unchanged)
      response.end()
      return
    }
    const { headers, bytes } = kept.copies[encodingOf(request.headers['accept-encoding'] as string | undefined)]
    response.writeHead(200, headers)
    response.end(request.method === 'HEAD' ? undefined : bytes)
  }

  async function serveNew(request: IncomingMessage, response: ServerResponse, key: string, host: string, path: string): Promise<boolean> {
    const made = await make(key, host, path).catch(() => undefined)
    if (made) send(request, response, made)
    return made !== undefined
  }

  return {
    /** Serves a kept page; false where the request is not for one. What is kept is answered at once, without a promise. */
    serve(request: IncomingMessage, response: ServerResponse): boolean | Promise<boolean> {
      // What a page asks in its query comes not here; campaign marks and invented ones must not cost a render each.
      const [path = '/'] = (request.url ?? '/').split('?', 1)
      const host = request.headers.host ?? ''
      const key = options.siteOf(host) + path
      const hit = pages.get(key)
      if (!hit) return isPlain(path) && serveNew(request, response, key, host, path)
      if (hit.until <= options.now()) void make(key, host, path).catch(() => undefined)
      send(request, response, hit)
      return true
    },
    /** Content changed: all pages are made anew. */
    forget: () => pages.clear(),
  }
}
