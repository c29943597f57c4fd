import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { encodingOf, type Encoding } from '#web/kept.ts'

const mediaTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}
const text = new Set(['.css', '.js', '.svg', '.txt', '.webmanifest'])

interface BuiltFile {
  copies: Record<Encoding, Uint8Array<ArrayBuffer>>
  compressed: boolean
  headers: Record<string, string>
}

/**
 * The files that browsers load, read and compressed once into memory; names in `/assets/` carry a hash and are kept for ever. Only what
 * was there at the start is served, so no path leads anywhere else. Asked with a path and the `accept-encoding` of the request.
 */
export function builtFiles(folder: string): (path: string, accept?: string) => Response | undefined {
  const files = new Map<string, BuiltFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    const name = `/${path.relative(folder, file).split(path.sep).join('/')}`
    const ending = path.extname(entry.name)
    const type = mediaTypes[ending]
    if (!entry.isFile() || !type || name.startsWith('/.')) continue
    const caching = name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'
    const compressed = text.has(ending)
    files.set(name, {
      compressed,
      copies: copiesOf(readFileSync(file), compressed),
      headers: {
        'content-type': type,
        'cache-control': caching,
        'x-content-type-options': 'nosniff',
        ...(compressed && { vary: 'accept-encoding' }),
      },
    })
  }
  return (asked, accept) => {
    const found = files.get(asked)
    if (!found) return undefined
    const encoding = found.compressed ? encodingOf(accept) : 'identity'
    return new Response(found.copies[encoding], {
      headers: { ...found.headers, ...(encoding !== 'identity' && { 'content-encoding': encoding }) },
    })
  }
}

function copiesOf(bytes: Buffer, compressed: boolean): BuiltFile['copies'] {
  const identity = new Uint8Array(bytes)
  return compressed
    ? { identity, br: new Uint8Array(brotliCompressSync(bytes)), gzip: new Uint8Array(gzipSync(bytes, { level: 9 })) }
    : { identity, br: identity, gzip: identity }
}
