import { get } from 'node:http'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const lighthouseCategories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/**
 * The first visit to the campaign page: bytes over the wire of all it loads, layout shift and Lighthouse's categories, phone by default.
 */
export async function benchVisit({ origin, tell }: { origin: string; tell: (line: string) => void }) {
  const url = `${origin}/en/tiktok`
  tell(await wire(url))
  const [{ default: chromium }, { launch },
    { default: lighthouse, desktopConfig }] = await Promise.all([import('@sparticuz/chromium'), import('chrome-launcher'),
    import('lighthouse')])
  const chrome = await launch({
    chromePath: await chromium.executablePath(), logLevel: 'silent',
    // Its own arguments would switch off what is tested here.
    chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
      '--no-first-run', '--disable-dev-shm-usage'],
  })
  try {
    for (const [form, config] of [['phone', undefined], ['desktop', desktopConfig]] as const) {
      const result = await lighthouse(url, { port: chrome.port, logLevel: 'silent', onlyCategories: [...lighthouseCategories] }, config)
      if (!result) throw new Error('Lighthouse gave no result')
      const { categories, audits } = result.lhr
      const scores = lighthouseCategories.map((name) => `${name} ${Math.round((categories[name]?.score ?? 0) * 100)}`).join(', ')
      const figure = (audit: string) => audits[audit]?.numericValue ?? 0
      tell(`  Lighthouse ${result.lhr.lighthouseVersion} ${form}: ${scores}; `
        + `layout shift ${figure('cumulative-layout-shift').toFixed(4)}, `
        + `largest paint ${Math.round(figure('largest-contentful-paint'))} ms, `
        + `${(figure('total-byte-weight') / 1024).toFixed(1)} KB`)
      const below = lighthouseCategories.flatMap((name) => categories[name]?.auditRefs.filter((ref) => ref.weight > 0
        && (audits[ref.id]?.score ?? 1) < 1).map((ref) => `${name}: ${ref.id} ${audits[ref.id]?.displayValue ?? ''}`.trim()) ?? [])
      if (below.length) tell(`    below full marks: ${[...new Set(below)].join('; ')}`)
    }
  } finally {
    chrome.kill()
    await pause(200)
  }
}

/** The page and everything its HTML names that a browser loads at once, as it goes over the wire: heads and bodies. */
async function wire(url: string): Promise<string> {
  const page = await fetched(url)
  const { brotliDecompressSync } = await import('node:zlib')
  const html = brotliDecompressSync(page.body).toString()
  const head = html.slice(0, html.indexOf('</head>'))
  const named = [...head.matchAll(/<(?:link|script)[^>]*?(?:href|src)="(\/[^"]+)"[^>]*>/g)]
    .filter(([tag]) => !/rel="(?:alternate|canonical)"/.test(tag)).map(([, at]) => at!)
  const pictures = [...html.matchAll(/<img[^>]*? src="(\/[^"]+)"/g)].map(([, at]) => at!)
  const parts: [kind: string, bytes: number][] = [['html', page.bytes]]
  for (const at of new Set([...named, ...pictures])) {
    const { bytes } = await fetched(new URL(at, url).href)
    parts.push([path.extname(at).slice(1) || 'other', bytes])
  }
  const all = parts.reduce((sum, [, bytes]) => sum + bytes, 0)
  const kb = (bytes: number) => (bytes / 1024).toFixed(1)
  const each = parts.map(([kind, bytes]) => `${kind} ${kb(bytes)}`).join(', ')
  return `first visit: ${kb(all)} KB over the wire in ${parts.length} answers (target 60): ${each}`
}

const fetched = (url: string) => new Promise<{ bytes: number; body: Buffer }>((done, failed) => {
  get(url, { headers: { 'accept-encoding': 'br, gzip' } }, (response) => {
    const parts: Buffer[] = []
    const head = response.rawHeaders.reduce((sum, each) => sum + each.length + 2, 17)
    response.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
      const body = Buffer.concat(parts)
      done({ body, bytes: head + body.length })
    })
  }).on('error', failed)
})
