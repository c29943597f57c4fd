import { connect } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noLog } from '#platform/log.ts'
import { pages } from '#web/pages.ts'
import { startWeb } from '#web/server.ts'
import { claimHost, join, testSite, visitor, type TestSite, type Visitor } from '../builders.ts'

let site: TestSite
let web: Awaited<ReturnType<typeof startWeb>>
let rendered = 0
beforeAll(async () => {
  site = await testSite({ log: { ...noLog, info: () => { rendered += 1 } } })
  const built = (path: string) => (path === '/assets/app.css' ? new Response('body{}', { headers: { 'content-type': 'text/css' } })
    : undefined)
  web = await startWeb({ ...site.world, trustedProxies: 1 }, pages, { host: '127.0.0.1', port: 0, files: built })
})
afterAll(async () => {
  await web.close()
  await site.close()
})

/** Writes bytes to the real server and reads until it has said all. */
async function raw(...parts: (string | Buffer)[]): Promise<{ status: number; text: string }> {
  const socket = connect(web.port, '127.0.0.1')
  const heard: Buffer[] = []
  socket.on('data', (part: Buffer) => heard.push(part))
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  for (const part of parts) if (socket.writable) socket.write(part)
  const deadline = setTimeout(() => socket.destroy(), 4000)
  const answered = () => /\r\n0\r\n\r\n$|<\/html>\s*$/.test(Buffer.concat(heard).toString())
  await new Promise<void>((done) => {
    socket.on('close', () => done())
    socket.on('data', () => { if (answered()) done() })
  })
  clearTimeout(deadline)
  socket.destroy()
  const text = Buffer.concat(heard).toString()
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]), text }
}
const head = (line: string, headers: Record<string, string> = {}) =>
  [`${line} HTTP/1.1`, ...Object.entries({ host: 'localhost:8080', connection: 'close', ...headers })
    .map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n')
const form = { origin: 'http://localhost:8080', 'content-type': 'application/x-www-form-urlencoded' }

describe('the size of a body', () => {
  const chunk = (size: number) => `${size.toString(16)}\r\n${'a'.repeat(size)}\r\n`

  test('sent in chunks without a length it is read no further than the page allows', async () => {
    const { status, text } = await raw(head('POST /en/tiktok/join', { ...form, 'transfer-encoding': 'chunked' }),
      ...Array.from({ length: 40 }, () => chunk(16 * 1024)))
    expect(status).toBe(413)
    expect(text).toContain('<h1')
  })
  test('sent in chunks within the limit it is read whole', async () => {
    const body = 'name=Jan&email=geen-adres'
    const { status, text } = await raw(head('POST /en/tiktok/join', { ...form, 'transfer-encoding': 'chunked' }),
      `${body.length.toString(16)}\r\n${body}\r\n`, '0\r\n\r\n')
    expect(status).toBe(422)
    expect(text).toContain('value="geen-adres"')
  })
  test('announced as too large it is not read at all', async () => {
    expect((await raw(head('POST /en/tiktok/join', { ...form, 'content-length': '1000000000' }))).status).toBe(413)
  })
  test('a stream in memory is bounded as well', async () => {
    let given = 0
    const endless = new ReadableStream({ pull(to) { given += 1; to.enqueue(new Uint8Array(8192).fill(97)) } })
    const answer = await site.app.request('/en/tiktok/join',
      { method: 'POST', body: endless, duplex: 'half', headers: { host: 'localhost:8080', ...form } } as RequestInit)
    expect(answer.status).toBe(413)
    expect(given).toBeLessThan(12)
  })
  test('two lengths that contradict each other, and a length beside chunks, are refused by the server itself', async () => {
    expect((await raw(head('POST /en/tiktok/join', { ...form, 'content-length': '5', 'transfer-encoding': 'chunked' }),
      '0\r\n\r\n')).status).toBe(400)
    const twice = 'POST /en/tiktok/join HTTP/1.1\r\nhost: localhost:8080\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nabcdef'
    expect((await raw(twice)).status).toBe(400)
  })
  test('headers larger than 16 KiB are refused', async () => {
    expect((await raw(head('GET /en', { cookie: 'a'.repeat(40_000) }))).status).toBe(431)
  })
})

describe('strange forms', () => {
  const post = (fields: string, type = form['content-type']) =>
    site.app.request('/en/tiktok/join',
      { method: 'POST', body: fields, headers: { host: 'localhost:8080', origin: form.origin, 'content-type': type } })

  test('of a field that comes twice the first counts', async () => {
    expect(await (await post('name=Eerste&name=Tweede&email=fout')).text()).toContain('value="Eerste"')
  })
  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])('a field named %s changes nothing', async (name) => {
    const answer = await post(`${name}=x&${name}[]=y&${name}[polluted]=z&name=Jan&email=fout`)
    expect(answer.status).toBe(422)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
  test('a part that is a file, and a multipart form without its end, are unreadable', async () => {
    const data = new FormData()
    data.set('name', new File(['x'], 'name.txt'))
    expect((await site.app.request('/en/tiktok/join',
      { method: 'POST', body: data, headers: { host: 'localhost:8080', origin: form.origin } })).status).toBe(400)
    expect((await post('--x\r\ncontent-disposition: form-data; name="name"\r\n\r\nJan', 'multipart/form-data; boundary=x')).status)
      .toBe(400)
    expect((await post('x', 'multipart/form-data')).status).toBe(400)
  })
  test('a multipart form of text is as good as any', async () => {
    const data = new FormData()
    data.set('name', 'Jan')
    data.set('email', 'geen adres')
    const answer = await site.app.request('/en/tiktok/join',
      { method: 'POST', body: data, headers: { host: 'localhost:8080', origin: form.origin } })
    expect([answer.status, (await answer.text()).includes('value="geen adres"')]).toEqual([422, true])
  })
  test('broken percent signs and bytes that are no text do not end in a fault', async () => {
    for (const fields of ['name=%&email=%zz', 'name=%ff%fe&email=%c0%ae', 'name=%00&email=a%00b@voorbeeld.example', '&&&===',
      '']) expect((await post(fields)).status).toBe(422)
  })

  test('no field of any page can be filled so that the page breaks', async () => {
    const who = visitor(site)
    await join(site, who, { email: 'vreemd@voorbeeld.example', until: 'sign' })
    const tricky = ['', ' ', '\0', '\u202e', 'a'.repeat(5000), '<script>alert(1)</script>', '{"a":', '[]', '-1', '1e999', 'NaN', 'null',
      '😀'.repeat(60), '\ud800', '${7*7}', '{{7*7}}', "'; drop table draft; --"]
    for (const page of pages.filter((each) => each.send && /join|sign-in|sign-out/.test(each.path))) {
      const path = page.path.replace(/:lang\{.*?\}/, 'en').replace(':claim', 'tiktok')
      const fields = fieldsOf(page.form)
      for (const value of tricky) {
        const one = page.who === 'anyone' ? visitor(site) : who
        const answer = await one.post(path, Object.fromEntries(fields.map((name) => [name, value])))
        expect({ path, value: value.slice(0, 20), broken: answer.status >= 500 })
          .toEqual({ path, value: value.slice(0, 20), broken: false })
      }
    }
  })
  test('a signature of as many points as are allowed fits', async () => {
    const who = visitor(site)
    await join(site, who, { email: 'groot@voorbeeld.example', until: 'agreements' })
    const strokes = [{ pointer: 'pen',
      points: Array.from({ length: 5000 }, (_, at) => ({ x: 100.125 + (at % 900), y: 100.125 + (at % 300), t: at * 8, p: 0.512 })) }]
    const signature = JSON.stringify({ width: 1200, height: 500, strokes })
    expect((await who.post('/en/tiktok/join/sign', { signature })).status).toBe(303)
  })
  test('a signature or a note about the browser that is too long is answered at the form', async () => {
    const who = visitor(site)
    await join(site, who, { email: 'lang@voorbeeld.example', until: 'agreements' })
    const answer = await who.post('/en/tiktok/join/sign', { signature: 'a'.repeat(310_000), client: 'x'.repeat(400) })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('We could not use this answer')
  })
})

function fieldsOf(schema: unknown): string[] {
  const def = (schema as { def?: { shape?: Record<string, unknown>; in?: unknown } } | undefined)?.def
  return def?.shape ? Object.keys(def.shape) : def?.in ? fieldsOf(def.in) : []
}

describe('strange addresses', () => {
  test.each(['%00', '%E0%A4%A', '%ff', '__proto__', 'constructor', '..%2f..%2fetc%2fpasswd', '%2e%2e', "'", '😀', 'a'.repeat(3000),
    '%0d%0aset-cookie:x=1'])('%s in the place of any name leads to a page, never to a fault', async (value) => {
    const who = visitor(site)
    for (const page of pages) for (const name of page.path.match(/:(?!lang)\w+/g) ?? []) {
      const path = page.path.replace(/:lang\{.*?\}/, 'en').replace(name, value).replace(':claim', 'tiktok').replace(/:\w+/g, 'x')
      const { status } = await who.get(path)
      expect({ path: path.slice(0, 80), status, broken: status >= 500 }).toMatchObject({ broken: false })
    }
  })

  test.each(['/assets/../package.json', '/assets/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json', '/..%5c..%5cpackage.json',
    '//etc/passwd', '/assets//app.css', '/assets/app.css%00', '/.vite/manifest.json'])(
    'GET %s gives no file', async (path) => {
      const { status, text } = await raw(head(`GET ${path}`))
      expect([400, 404]).toContain(status)
      expect(text).not.toContain('dependencies')
    })

  test('the file that is there is given to GET and HEAD only', async () => {
    expect((await raw(head('GET /assets/app.css'))).status).toBe(200)
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS',
      'PATCH']) expect((await raw(head(`${method} /assets/app.css`, { 'content-length': '0' }))).status).toBe(404)
  })

  test('HEAD answers like GET without a body; OPTIONS, PUT, DELETE and TRACE do nothing', async () => {
    for (const path of ['/en/tiktok', '/en/sign-in', '/en/tiktok/join/details']) {
      const [get, answer] = [await site.app.request(path), await site.app.request(path, { method: 'HEAD' })]
      expect([answer.status, await answer.text()]).toEqual([get.status, ''])
      for (const method of ['OPTIONS', 'PUT', 'DELETE', 'PATCH']) {
        const other = await site.app.request(path, { method, headers: form })
        expect([method, other.status, other.headers.get('access-control-allow-origin')]).toEqual([method, 404, null])
      }
    }
  })
})

describe('invented hosts', () => {
  const invented = ['evil.example', 'localhost:8080.evil.example', 'evil.example:8080', 'TIKTOKCLAIM.localhost.evil.example']

  test('no answer repeats a host it was sent, and no redirect leaves the site', async () => {
    for (const host of invented) for (const path of ['/', '/en', '/en/tiktok', '/en/sign-in', '/nl/tiktok/join/details', '/sitemap.xml',
      '/robots.txt', '/en/news.atom', '/nothing']) {
      for (const headers of [{ host }, { host: 'localhost:8080', 'x-forwarded-host': host },
        { host: 'localhost:8080', forwarded: `host=${host}` }]) {
        const answer = await site.app.request(path, { headers: { ...headers, 'accept-language': 'nl' } })
        expect(`${answer.headers.get('location') ?? ''}${await answer.text()}`).not.toContain('evil.example')
      }
    }
  })
  test('a form is taken only from this site, whatever host it names', async () => {
    for (const host of invented) {
      const answer = await site.app.request('/en/tiktok/join',
        { method: 'POST', body: 'name=x', headers: { host, origin: `http://${host}`, 'content-type': form['content-type'] } })
      expect(answer.status).toBe(403)
    }
  })
  test('one page is kept once, under whatever host and spelling it is asked for', async () => {
    const before = await asked('/en/tiktok', 'localhost:8080')
    for (const spelling of ['http://evil.example/en/tiktok', '//en/tiktok', '/en/%74iktok', '/en/./tiktok', '/x/../en/tiktok',
      '/en/tiktok?x=1', '/en\\tiktok']) {
      await raw(head(`GET ${spelling}`))
    }
    for (const host of invented) expect(await asked('/en/tiktok', host)).toBe(before)
    expect(await asked('/en/tiktok', claimHost)).not.toBe(before)
    const own = await raw(head('GET http://evil.example/en/tiktok'))
    expect(own.text).not.toContain('evil.example')
  })
  test('a query does not make a kept page be rendered again', async () => {
    const plain = await asked('/en/tiktok/questions', 'localhost:8080')
    const before = rendered
    for (const query of ['?utm_source=letter', '?x=1', '?x=2', '??', '?/en/nl']) expect(await asked(`/en/tiktok/questions${query}`,
      'localhost:8080')).toBe(plain)
    expect(rendered).toBe(before)
    expect((await raw(head('GET /en/tiktok/costs?award=1000'))).text).toContain('value="1000"')
  })
  const asked = async (path: string, host: string) => /etag: (\S+)/i.exec((await raw(head(`GET ${path}`, { host }))).text)?.[1]
})

describe('what is wrong', () => {
  const faults: [string, (who: Visitor) => Promise<Response>, number][] = [
    ['an address that is nowhere', (who) => who.get('/en/nowhere/at/all'), 404],
    ['a step without a session', (who) => who.get('/nl/tiktok/join/sign'), 403],
    ['a form from elsewhere', (who) => who.post('/nl/tiktok/join', {}, { origin: 'https://elsewhere.example' }), 403],
  ]
  test.each(faults)('%s is a whole page in the reader’s language, not stored', async (_, ask, status) => {
    const answer = await ask(visitor(site))
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([status, 'no-store'])
    expect(await answer.text()).toMatch(/<html[^>]*lang="(en|nl)"[\s\S]*<h1/)
  })
})
