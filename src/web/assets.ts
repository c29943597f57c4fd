import { readFileSync } from 'node:fs'

/** Islands whose code is loaded only on the pages that carry them. */
export const islands = ['signature-field', 'fee-calculator', 'phone-follower', 'passkey-button', 'page-refresh', 'draft-stamp'] as const
export type Island = (typeof islands)[number]

/** Addresses of the built files; the names carry a hash, so they may be cached for ever. */
export interface Assets {
  css: string
  /** The further style sheet of the desk, which nobody else loads. */
  deskCss: string
  script: string
  /** The latin subset of the interface font, to be preloaded. */
  font: string
  icon: string
  island: Readonly<Record<Island, string>>
}

interface Chunk { file: string; css?: string[]; src?: string }
type Manifest = Readonly<Record<string, Chunk>>

const browser = 'src/web/browser'
const latin = 'source-sans-3-latin-wght-normal.woff2'

/** Reads vite's manifest. `base` is the path under which dist/client is served. Throws when the build is missing a file. */
export function readAssets(manifestPath: string, base = '/'): Assets {
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest
  const address = (file: string | undefined, what: string) => {
    if (file === undefined) throw new Error(`${manifestPath} has no ${what}: run the client build`)
    return base + file
  }
  const chunk = (source: string) => address(manifest[source]?.file, source)
  const ending = (name: string) => address(Object.values(manifest).find((made) => made.src?.endsWith(name))?.file, name)
  const entry = manifest[`${browser}/main.ts`]
  return {
    css: address(entry?.css?.[0], 'style sheet'),
    deskCss: chunk('src/web/styles/desk.css'),
    script: address(entry?.file, 'entry'),
    font: ending(latin),
    icon: ending('icon.svg'),
    island: {
      'signature-field': chunk(`${browser}/signature-field.ts`),
      'fee-calculator': chunk(`${browser}/fee-calculator.ts`),
      'phone-follower': chunk(`${browser}/phone-follower.ts`),
      'passkey-button': chunk(`${browser}/passkey-button.ts`),
      'page-refresh': chunk(`${browser}/page-refresh.ts`),
      'draft-stamp': chunk(`${browser}/draft-stamp.ts`),
    },
  }
}

/** Addresses for tests and the gallery, where nothing was built. */
export const unbuiltAssets: Assets = {
  css: '/assets/app.css',
  deskCss: '/assets/desk.css',
  script: '/assets/app.js',
  font: '/assets/font.woff2',
  icon: '/assets/icon.svg',
  island: { 'signature-field': '/assets/signature-field.js', 'fee-calculator': '/assets/fee-calculator.js',
    'phone-follower': '/assets/phone-follower.js',
    'passkey-button': '/assets/passkey-button.js', 'page-refresh': '/assets/page-refresh.js', 'draft-stamp': '/assets/draft-stamp.js' },
}
