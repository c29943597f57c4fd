import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const mediaTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.png': 'image/png',
  '.ico': 'image/x-icon', '.txt': 'text/plain; charset=utf-8', '.webmanifest': 'application/manifest+json',
}

/**
 * The files that browsers load, read once into memory; names in `/assets/` carry a hash and are kept for ever. Only what was there at the start is
 * served, so no path leads anywhere else.
 */
export function builtFiles(folder: string): (path: string) => Response | undefined {
  const files = new Map<string, { body: Uint8Array<ArrayBuffer>; headers: Record<string, string> }>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    const name = `/${path.relative(folder, file).split(path.sep).join('/')}`
    const type = mediaTypes[path.extname(entry.name)]
    if (!entry.isFile() || !type || name.startsWith('/.')) continue
    const caching = name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'
    files.set(name, { body: new Uint8Array(readFileSync(file)), headers: { 'content-type': type, 'cache-control': caching, 'x-content-type-options': 'nosniff' } })
  }
  return (asked) => {
    const found = files.get(asked)
    return found && new Response(found.body, { headers: found.headers })
  }
}
