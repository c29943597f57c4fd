import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importBundle } from '#claims/import-bundle.ts'
import { readBundle, type Bundle } from '#claims/read-bundle.ts'
import { claimHost, origin, testSite, type TestSite } from './builders.ts'
import { attribute, crawl, type Crawled } from './crawl.ts'

const validator = new HtmlValidate(
  new StaticConfigLoader({ extends: ['html-validate:standard'], rules: { 'prefer-native-element': 'off' } }),
)

let site: TestSite
beforeAll(async () => {
  site = await testSite()
}, 120_000)
afterAll(() => site.close())

const get = (address: string, headers: Record<string, string> = {}) => {
  const url = new URL(address, origin)
  return site.app.request(url.pathname + url.search, { headers: { host: url.host, ...headers } })
}

let whole: Crawled
const htmlPages = () => [...whole.read].filter(([, { type }]) => type.startsWith('text/html'))

describe('the public pages', () => {
  beforeAll(async () => {
    const sitemap = await (await get('/sitemap.xml')).text()
    whole = await crawl(site.app, [
      `${origin}/en`,
      `${origin}/nl`,
      `http://${claimHost}/en`,
      `http://${claimHost}/nl`,
      ...attribute(sitemap, /<loc>([^<]+)<\/loc>/g),
    ])
  }, 120_000)

  test('lead nowhere that is not there, in both languages and on the host of a claim', () => {
    expect(whole.lost).toEqual([])
    expect(whole.nowhere).toEqual([])
    expect(htmlPages().length).toBeGreaterThan(100)
  })

  test('are valid HTML', async () => {
    const faults: string[] = []
    for (const [address, { body }] of htmlPages()) {
      const report = await validator.validateString(body)
      for (const message of report.results.flatMap(({ messages }) => messages))
        faults.push(`${address} ${message.line}:${message.column} ${message.ruleId} ${message.message}`)
    }
    expect(faults).toEqual([])
  }, 120_000)

  test('have one h1 and skip no level of headings', () => {
    const wrong = htmlPages().filter(([, { body }]) => {
      const levels = attribute(body, /<h([1-6])[ >]/g).map(Number)
      return levels.filter((level) => level === 1).length !== 1 || levels.some((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1)
    })
    expect(wrong.map(([address, { body }]) => `${address} ${attribute(body, /<h([1-6])[ >]/g).join('')}`)).toEqual([])
  })

  test('name themselves, their twin and a default on the foundation’s host, also when read on the host of a claim', () => {
    for (const [address, { body }] of htmlPages()) {
      const [canonical = ''] = attribute(body, /<link rel="canonical" href="([^"]+)"/g)
      const { host, pathname } = new URL(address)
      const path = host === claimHost ? pathname.replace(/^\/(en|nl)/, '/$1/tiktok') : pathname
      expect(canonical).toBe(origin + path)
      const twins = Object.fromEntries(
        [...body.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(([, language, href]) => [language, href]),
      )
      const inLanguage = (language: string) => canonical.replace(/\/(en|nl)(?=\/|$)/, `/${language}`)
      expect(twins, address).toEqual({ en: inLanguage('en'), nl: inLanguage('nl'), 'x-default': inLanguage('en') })
      expect(attribute(body, /<html lang="([^"]+)"/g)).toEqual([path.slice(1, 3)])
    }
  })

  test('set no cookie, ask nobody else for anything and carry no style of their own', async () => {
    const answer = await get('/en/tiktok')
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.headers.get('cache-control')).toMatch(/^public/)
    for (const [address, { body }] of htmlPages()) {
      expect(attribute(body, / style="([^"]*)"/g), address).toEqual([])
      expect(attribute(body, /<(?:script|img|iframe)[^>]* src="(https?:[^"]*)"/g), address).toEqual([])
      expect(attribute(body, /<link rel="(?:stylesheet|preload|modulepreload|icon)"[^>]*href="(https?:[^"]*)"/g), address).toEqual([])
    }
  })

  test('hold facts that search engines can read', () => {
    for (const [address, { body }] of htmlPages()) {
      for (const [, block = ''] of body.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs))
        expect(() => JSON.parse(block) as unknown, address).not.toThrow()
    }
    expect(whole.read.get(`${origin}/en/tiktok/questions`)?.body).toContain('"@type":"FAQPage"')
  })

  test('are all listed in the site map, and each has a title and a description of its own', async () => {
    const sitemap = attribute(await (await get('/sitemap.xml')).text(), /<loc>([^<]+)<\/loc>/g)
    const unlisted = htmlPages()
      .map(([address]) => address)
      .filter((address) => new URL(address).host !== claimHost && !sitemap.includes(address) && !address.endsWith('/demonstration'))
    expect(unlisted).toEqual([])
    for (const language of ['en', 'nl']) {
      const bodies = sitemap
        .filter((address) => address.startsWith(`${origin}/${language}`))
        .map((address) => whole.read.get(address)?.body ?? '')
      for (const said of [/<title>([^<]+)<\/title>/g, /<meta name="description" content="([^"]+)"/g]) {
        const all = bodies.map((body) => attribute(body, said)[0])
        expect(all.filter((words, at) => !words || all.indexOf(words) !== at)).toEqual([])
      }
    }
  })
})

test('an unknown address answers 404 in the language of the reader', async () => {
  for (const path of [
    '/tiktok/questions/none',
    '/tiktok/news/none',
    '/tiktok/documents/none',
    '/none',
    '/tiktok/none',
    '/texts/tiktok/mandate/1999-01-01',
    '/texts/none/mandate/2020-07-27',
    '/texts/tiktok/constructor/2020-07-27',
  ]) {
    for (const [language, words] of [
      ['en', 'This page is not here'],
      ['nl', 'Deze pagina is er niet'],
    ] as const) {
      const answer = await get(`/${language}${path}`)
      expect(answer.status, path).toBe(404)
      const body = await answer.text()
      expect(body).toContain(`<html lang="${language}"`)
      expect(body, `${language}${path}`).toContain(words)
    }
  }
  expect((await get('/de')).status).toBe(404)
})

test('the bare address leads to the language the reader asks for', async () => {
  for (const [asked, to] of [
    ['nl-BE,nl;q=0.9,en;q=0.1', '/nl'],
    ['de, en;q=0.5, nl;q=0.4', '/en'],
    ['', '/en'],
    ['fr', '/en'],
    ['en;q=0, nl;q=0.1', '/nl'],
  ] as const) {
    const answer = await get('/', { 'accept-language': asked })
    expect([answer.status, answer.headers.get('location'), answer.headers.get('vary')]).toEqual([302, to, 'accept-language'])
  }
})

test('the fee calculator answers without script, in whichever way people type an amount (SF-01, SF-02)', async () => {
  const dutch = await (await get('/nl/tiktok/costs?award=1.000,50')).text()
  expect(dutch).toContain('<dd data-answer="fixed">€\u00a050</dd>')
  expect(dutch).toContain('<dd data-answer="percent">€\u00a0200,10</dd>')
  const english = await (await get('/en/tiktok/costs?award=1,000.50')).text()
  expect(english).toContain('<dd data-answer="percent">€200.10</dd>')
  const capped = await (await get('/en/tiktok/costs?award=40')).text()
  expect(capped).toContain('<dd data-answer="fixed">€40</dd>')
})

test('the fee calculator keeps an amount it cannot read and says so beside the field', async () => {
  const body = await (await get(`/en/tiktok/costs?award=${encodeURIComponent('"><b>ten')}`)).text()
  expect(body).toContain('value="&quot;>&lt;b>ten"')
  expect(body).toContain('aria-invalid="true"')
  expect(body).toContain('id="award-error"')
  expect(body).not.toContain('data-answer="fixed">€')
})

test('a claim that takes nobody in shows no form and says what comes', async () => {
  const closed = await (await get('/en/bank-cartel')).text()
  expect(closed).not.toContain('<form method="post"')
  expect(closed).toContain('Sign-up has not opened yet')
  expect(await (await get('/en/tiktok')).text()).toContain('<form method="post" action="/en/tiktok/join"')
})

test('nothing is ticked beforehand (GDPR art. 7, recital 32)', async () => {
  for (const slug of ['tiktok', 'zoom']) expect(await (await get(`/en/${slug}`)).text()).not.toMatch(/<input[^>]*\schecked/)
})

test('the saved file of an agreement is exactly what its fingerprint is over (SG-06)', async () => {
  const { createHash } = await import('node:crypto')
  const page = await (await get('/nl/terms')).text()
  const [file = ''] = attribute(page, /href="([^"]+\/text)"/g)
  const answer = await get(file)
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  expect(page).toContain(
    createHash('sha256')
      .update(Buffer.from(await answer.arrayBuffer()))
      .digest('hex'),
  )
})

test('files for machines are what they say', async () => {
  const robots = await (await get('/robots.txt')).text()
  expect(robots).toContain(`Sitemap: ${origin}/sitemap.xml`)
  const security = await (await get('/.well-known/security.txt')).text()
  expect(security).toMatch(/^Contact: mailto:/)
  expect(security).toMatch(/Expires: \d{4}-/)
  const feed = await get('/nl/tiktok/news.atom')
  expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  expect(await feed.text()).toContain(`<id>${origin}/nl/tiktok/news/trouw-interview</id>`)
  expect((await get('/en/news.atom')).status).toBe(200)
  const picture = Buffer.from(await (await get('/en/tiktok/share.png')).arrayBuffer())
  expect(picture.subarray(1, 4).toString()).toBe('PNG')
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630])
})

test('a claim in phase draft stands in no list, feed or map', async () => {
  const own = await testSite()
  const { bundle } = await readBundle('content/claims/zoom')
  await importBundle(own.ctx(), { ...bundle!, sha256: 'd'.repeat(64), facts: { ...bundle!.facts, phase: 'draft' } as Bundle['facts'] })
  for (const path of ['/en', '/en/news.atom', '/sitemap.xml', '/en/transparency']) {
    const text = await (await own.app.request(path, { headers: { host: new URL(origin).host } })).text()
    expect(text, path).toContain('tiktok')
    expect(text, path).not.toContain('/zoom')
  }
  await own.close()
})

test('no page of a claim in phase draft is there for the public (404)', async () => {
  const own = await testSite()
  const status = async (path: string,
    init: RequestInit = {}) => (await own.app.request(path, { ...init, headers: { host: new URL(origin).host, origin } })).status
  const pathsOfClaim = ['', '/costs', '/news', '/questions', '/withdraw', '/share.png', '/news.atom', '/documents/research-questions',
    '/join']
  for (const path of pathsOfClaim) expect(await status(`/en/zoom${path}`), path).toBe(200)
  const { bundle } = await readBundle('content/claims/zoom')
  await importBundle(own.ctx(), { ...bundle!, sha256: 'd'.repeat(64), facts: { ...bundle!.facts, phase: 'draft' } as Bundle['facts'] })
  for (const path of pathsOfClaim) expect(await status(`/en/zoom${path}`), path).toBe(404)
  expect(await status('/en/zoom/join', { method: 'POST', body: new URLSearchParams({ email: 'a@voorbeeld.example' }) })).toBe(404)
  await own.close()
})

test.each(['/en', '/nl/tiktok', '/nl/tiktok/join', '/en/sign-in',
  '/nl/zoom/costs'])('%s leads to the withdrawal function, without signing in (6:230oa BW, MO-04)', async (path) => {
  const html = await (await get(path)).text()
  const [, language] = path.split('/')
  expect(html).toContain(
    `href="/${language}/withdraw">${language === 'nl' ? 'Ontbind hier de overeenkomst' : 'Withdraw from the agreement here'}</a>`,
  )
  expect((await get(`/${language}/withdraw`)).status).toBe(200)
})

test('after an erasure for a child nothing is said of an address that is forgotten: the parent keeps the account (SE-06)', async () => {
  expect(await (await get('/en/erased')).text()).toContain('you are signed out')
  const other = await (await get('/en/erased?of=other')).text()
  expect([other.includes('You stay signed in'), other.includes('forget')]).toEqual([true, false])
})
