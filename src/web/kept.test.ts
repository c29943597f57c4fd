import { createServer, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { keptPages } from './kept.ts'

let close = async () => undefined as void
afterEach(() => close())

/** A site of one kept page behind a real server; what it answers is told by `page`. */
async function site() {
  const page = { words: 'first '.repeat(200), status: 200, caching: 'public, max-age=0', renders: 0, now: 0,
    wait: Promise.resolve() as Promise<unknown> }
  const kept = keptPages({
    siteOf: (host) => (host === 'own.example' ? 'own' : ''), now: () => page.now,
    async render() {
      page.renders += 1
      const { words, status, caching } = page
      await page.wait
      return new Response(words, { status, headers: { 'cache-control': caching, 'content-type': 'text/html' } })
    },
  })
  const server = createServer((asked, answer) => {
    void Promise.resolve(kept.serve(asked, answer)).then((served) => { if (!served) answer.writeHead(299).end('passed on') })
  })
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready) })
  close = () => new Promise<void>((closed) => { server.close(() => closed()); server.closeAllConnections() })
  const { port } = server.address() as AddressInfo
  interface Got { status: number; headers: IncomingMessage['headers']; body: Buffer }
  const get = (headers: Record<string, string> = {}, path = '/en', method = 'GET') => new Promise<Got>((done) => {
    request({ port, host: '127.0.0.1', path, method, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
        .on('end', () => done({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(parts) }))
    }).end()
  })
  return { page, kept, get }
}

test('a page is rendered once for all who ask at once, in the encoding each can read', async () => {
  const { page, get } = await site()
  const answers = await Promise.all([get({ 'accept-encoding': 'br, gzip' }), get({ 'accept-encoding': 'gzip' }), get(),
    get({ 'accept-encoding': 'br;q=0, gzip' })])
  expect(page.renders).toBe(1)
  expect(answers.map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined, 'gzip'])
  const [br, gz, plain] = answers
  expect([brotliDecompressSync(br!.body), gunzipSync(gz!.body), plain!.body].map(String)).toEqual([page.words, page.words, page.words])
  expect(br!.headers).toMatchObject({ vary: 'accept-encoding', etag: expect.stringMatching(/^"[\w-]{22}"$/) })
})

test('who has it already gets 304, also when a cache made the tag weak; HEAD gets the head only', async () => {
  const { get } = await site()
  const etag = (await get()).headers.etag!
  for (const tag of [etag, `W/${etag}`, `"other", ${etag}`])
    expect(await get({ 'if-none-match': tag })).toMatchObject({ status: 304, body: Buffer.alloc(0) })
  expect((await get({ 'if-none-match': '"other"' })).status).toBe(200)
  expect(await get({}, '/en', 'HEAD')).toMatchObject({ status: 200, body: Buffer.alloc(0) })
})

test('after five seconds the older copy is served while one new one is made', async () => {
  const { page, get } = await site()
  await get()
  page.now = 5001
  page.words = 'second'
  let go = () => undefined as void
  page.wait = new Promise<void>((free) => { go = () => free() })
  expect((await Promise.all([get(), get(), get()])).map(({ body }) => body.toString().slice(0, 5))).toEqual(['first', 'first', 'first'])
  expect(page.renders).toBe(2)
  go()
  await expect.poll(async () => (await get()).body.toString()).toBe('second')
  expect(page.renders).toBe(2)
})

test('while the site is broken the older copy stays, and is tried again after a second', async () => {
  const { page, get } = await site()
  await get()
  Object.assign(page, { now: 5001, status: 500, caching: 'no-store' })
  await get()
  for (let n = 0; n < 3; n++) expect((await get()).status).toBe(200)
  expect(page.renders).toBe(2)
  Object.assign(page, { now: 6100, status: 200, caching: 'public', words: 'whole again' })
  await expect.poll(async () => (await get()).body.toString()).toBe('whole again')
})

test('what is not public, or has gone, or is spelt strangely, is passed on and not kept', async () => {
  const { page, get, kept } = await site()
  page.caching = 'no-store'
  expect((await get()).status).toBe(299)
  page.caching = 'public'
  expect((await get()).status).toBe(200)
  kept.forget()
  page.status = 404
  expect((await get()).status).toBe(299)
  const before = page.renders
  for (const path of ['/%65n', '/en/../en', '//en', 'http://elsewhere/en']) expect((await get({}, path)).status).toBe(299)
  expect(page.renders).toBe(before)
})

test('a claim’s own host has copies of its own; an invented host has not', async () => {
  const { page, get } = await site()
  await get({ host: 'site.example' })
  await get({ host: 'invented.example' })
  expect(page.renders).toBe(1)
  await get({ host: 'own.example' })
  expect(page.renders).toBe(2)
})
