// `npm run gallery`: writes every page, part, mail and PDF in each language and state into var/gallery/ and shows them on a local address.
// `-- --write` only writes.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumArguments, unpackedChromium } from '../test/journeys/chromium.ts'
import { sealedMail } from '../test/journeys/mailbox.ts'
import { keepSent, sentHtml } from '../test/journeys/sent.ts'
import { startSite } from '../test/journeys/site.ts'
import { familyTour } from '../test/journeys/family-tour.ts'
import { tour, type Tour } from '../test/journeys/tour.ts'
import { load } from './load.ts'
import { root } from './root.ts'

const folder = path.join(root, 'var/gallery')
const client = path.join(root, 'dist/client')
/** Of two network blocks, so that limits per block are not met by both languages together. */
const addresses = { en: '10.1.1.1', nl: '10.2.2.2' }
const languages = ['en', 'nl'] as const
const shown: Record<string, string[]> = {}

const write = (language: string, name: string, body: string | Uint8Array) => {
  writeFileSync(path.join(folder, language, name), body);
  (shown[language] ??= []).push(name)
}

async function collect() {
  const site = await startSite()
  const browser = await chromium.launch({ executablePath: await unpackedChromium(), args: chromiumArguments })
  try {
    for (const language of languages) {
      const given: Tour = {
        origin: site.origin, language,
        async newPage() {
          const headers = { 'x-forwarded-for': addresses[language] }
          const context = await browser.newContext({ baseURL: site.origin, extraHTTPHeaders: headers })
          return keepSent(await context.newPage())
        },
        see: async (name, page) => write(language, `${name}.html`, await sentHtml(page)),
      }
      const way = await tour(given)
      await familyTour(given)
      write(language, 'mandate.pdf', (await sealedMail(site.origin, way.email)).pdf)
      console.log(`${language}: ${shown[language]?.length} files`)
    }
  } finally {
    await browser.close()
    await site.stop()
  }
}

function index(): string {
  const links = (language: string) => shown[language]?.map((name) =>
    `<li><a href="/${language}/${name}">${name.replace('.html', '')}</a></li>`)
  const lists = languages.map((language) => `<h2>${language}</h2><ul>${links(language)?.join('')}</ul>`)
  const head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Gallery</title>'
  return `<!doctype html><html lang="en"><head>${head}</head><body><h1>Gallery</h1>${lists.join('')}</body></html>`
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.pdf': 'application/pdf',
  '.woff2': 'font/woff2',
}

function serve() {
  const server = createServer((request, response) => {
    const asked = path.normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://gallery').pathname))
    try {
      const body = readFileSync(path.join(folder, asked === '/' ? 'index.html' : asked))
      response.writeHead(200, { 'content-type': types[path.extname(asked)] ?? 'text/html; charset=utf-8' }).end(body)
    } catch {
      response.writeHead(302, { location: '/' }).end()
    }
  })
  server.listen(0, '127.0.0.1', () => console.log(`Gallery  http://localhost:${(server.address() as AddressInfo).port}   Ctrl-C stops it`))
}

rmSync(folder, { recursive: true, force: true })
for (const language of languages) mkdirSync(path.join(folder, language), { recursive: true })
cpSync(path.join(client, 'assets'), path.join(folder, 'assets'), { recursive: true })
const { partsPage } = await load<{ partsPage(language: 'en' | 'nl', manifest: string): string }>('test/gallery/parts.tsx')
for (const language of languages) write(language, 'parts.html', partsPage(language, path.join(client, '.vite/manifest.json')))
await collect()
writeFileSync(path.join(folder, 'index.html'), index())
console.log(`Written to ${folder}`)
if (!process.argv.includes('--write')) serve()
