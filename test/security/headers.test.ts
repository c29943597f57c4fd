import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '#web/pages.ts'
import { startWeb } from '#web/server.ts'
import { listMailbox } from '#platform/mail/mailbox.ts'
import { claimHost, join, testSite, visitor, type TestSite } from '../builders.ts'

let site: TestSite
let web: Awaited<ReturnType<typeof startWeb>>
beforeAll(async () => {
  site = await testSite({ origin: 'https://joinder.example' })
  web = await startWeb(site.world, pages, {
    host: '127.0.0.1', port: 0,
    files: (path) => (path === '/assets/app.css' ? new Response('body{}', { headers: { 'content-type': 'text/css' } }) : undefined),
  })
})
afterAll(async () => {
  await web.close()
  await site.close()
})

const strict = {
  'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin', 'strict-transport-security': 'max-age=63072000; includeSubDomains',
}
const post = (path: string, headers: Record<string, string> = {}, body = 'name=x') =>
  fetch(`http://127.0.0.1:${web.port}${path}`,
    { method: 'POST', body, redirect: 'manual',
    headers: { origin: 'https://joinder.example', 'content-type': 'application/x-www-form-urlencoded', ...headers } })
const get = (path: string, headers: Record<string, string> = {}) => fetch(`http://127.0.0.1:${web.port}${path}`,
  { redirect: 'manual', headers })

describe('headers of every kind of answer', () => {
  const kinds: [string, () => Promise<Response>, number][] = [
    ['a kept page', () => get('/en/tiktok'), 200],
    ['the same once more', () => get('/en/tiktok'), 200],
    ['a page that did not change', async () => get('/en/tiktok', { 'if-none-match': (await get('/en/tiktok')).headers.get('etag')! }), 304],
    ['a page that is not kept', () => get('/en/sign-in'), 200],
    ['a choice of language', () => get('/'), 302],
    ['a form that was accepted', () => post('/en/sign-in', {}, 'email=kop@voorbeeld.example'), 303],
    ['a form with a mistake', () => post('/en/sign-in'), 422],
    ['a form sent too early', () => post('/en/sign-in', {}, 'email=kop@voorbeeld.example'), 429],
    ['a form from elsewhere', () => post('/en/sign-in', { origin: 'https://elsewhere.example' }), 403],
    ['a form that is too large', () => post('/en/sign-in', {}, 'x'.repeat(40_000)), 413],
    ['a form that cannot be read', () => post('/en/sign-in', { 'content-type': 'text/plain' }), 400],
    ['no page', () => get('/nothing'), 404],
    ['a page behind a door', () => get('/en/account'), 403],
    ['a picture', () => get('/en/tiktok/share.png'), 200],
    ['a feed', () => get('/en/news.atom'), 200],
    ['a text for machines', () => get('/robots.txt'), 200],
    ['health', () => get('/healthz'), 200],
    ['metrics asked for through a proxy', () => get('/metrics', { 'x-forwarded-for': '203.0.113.9' }), 404],
    ['a built file', () => get('/assets/app.css'), 200],
  ]
  test.each(kinds)('%s', async (_, ask, status) => {
    const answer = await ask()
    expect(answer.status).toBe(status)
    for (const [name, value] of Object.entries(strict)) expect([name, answer.headers.get(name)]).toEqual([name, value])
    const policy = answer.headers.get('content-security-policy')!
    for (const rule of ["default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'", "trusted-types 'none'",
      "frame-ancestors 'none'", "base-uri 'none'"]) expect(policy).toContain(rule)
    expect(policy).not.toMatch(/unsafe|\*|https?:\/\/(?!tiktokclaim\.localhost)/)
    expect(answer.headers.get('cache-control')).toBeTruthy()
    expect(answer.headers.get('x-powered-by') ?? answer.headers.get('server')).toBeNull()
  })

  test('a fault of the program', async () => {
    const broken = { ...pages[0]!, path: '/broken', show: () => { throw new Error('as the test wants') } }
    const faulty = await startWeb(site.world, [...pages, broken], { host: '127.0.0.1', port: 0 })
    const answer = await fetch(`http://127.0.0.1:${faulty.port}/broken`)
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('x-frame-options')]).toEqual([500, 'no-store', 'DENY'])
    expect(await answer.text()).not.toContain('as the test wants')
    await faulty.close()
  })

  test('a mail in the local mailbox may style itself and nothing else', async () => {
    const local = await testSite()
    await join(local, visitor(local), { email: 'post@voorbeeld.example', until: 'start' })
    const [mail] = await listMailbox(local)
    const answer = await visitor(local).get(`/mailbox/${mail!.id}/html`)
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    await local.close()
  })
})

describe('what caches may keep', () => {
  test('only pages for anyone are public; they set no cookie and read none', async () => {
    for (const page of pages) {
      const path = page.path.replace(/:lang\{.*?\}/, 'en').replace(':claim', 'tiktok').replace(/:\w+/g, 'x')
      const answer = await site.app.request(path, { headers: { host: 'joinder.example', cookie: '__Host-session=abc' } })
      const shared = answer.headers.get('cache-control')?.startsWith('public') ?? false
      if (shared) expect([path, page.who, answer.headers.getSetCookie()]).toEqual([path, 'anyone', []])
      if (page.who !== 'anyone') expect([path, answer.headers.get('cache-control')]).toEqual([path, 'no-store'])
    }
  })
  test('the copy of a claim’s own host is another one than that of the foundation', async () => {
    expect(await (await site.app.request('/en', { headers: { host: claimHost } }))
      .text()).not.toBe(await (await site.app.request('/en', { headers: { host: 'joinder.example' } })).text())
  })
})
