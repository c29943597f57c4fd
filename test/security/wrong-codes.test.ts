import { afterAll, beforeAll, expect, test } from 'vitest'
import { proveCode, wrongTriesPerBlock } from '#identity/prove-code.ts'
import { codeFor, testSite, visitor, type TestSite } from '../builders.ts'

let site: TestSite
beforeAll(async () => { site = await testSite() })
afterAll(() => site.close())

const start = (email: string) => ({ name: 'Jan', email, statement: 'yes', terms: 'yes' })

test('many wrong codes from one block are stopped, with until when; a right one elsewhere and a little later works', async () => {
  let stopped: Response | undefined
  let [tries, people] = [0, 0]
  for (; !stopped && people < 40; people += 1) {
    const [email, who] = [`blok-${people}@voorbeeld.example`, visitor(site, { ip: `203.0.113.${people + 1}` })]
    await who.post('/en/tiktok/join', start(email))
    const wrong = (await codeFor(site, email)) === '000000' ? '000001' : '000000'
    for (let once = 0; once < 5 && !stopped; once += 1) {
      const answer = await who.post('/en/tiktok/join/code', { code: wrong })
      if (answer.status === 429) stopped = answer
      else tries += 1
    }
  }
  expect(tries).toBe(wrongTriesPerBlock)
  expect([stopped?.headers.get('retry-after'), await stopped?.text()])
    .toEqual(['10', expect.stringContaining('Many wrong codes came from your network')])

  const [near, far] = [visitor(site, { ip: '203.0.113.200' }), visitor(site, { ip: '198.51.100.7' })]
  await near.post('/en/tiktok/join', start('nabij@voorbeeld.example'))
  await far.post('/en/tiktok/join', start('ver@voorbeeld.example'))
  const code = await codeFor(site, 'nabij@voorbeeld.example')
  expect((await far.post('/en/tiktok/join/code', { code: await codeFor(site, 'ver@voorbeeld.example') })).status).toBe(303)
  expect((await near.post('/en/tiktok/join/code', { code })).status).toBe(429)
  const row = await site.db.selectFrom('email_code').select('attempts_left')
    .where('email_index', '=', site.vault.index('email', 'nabij@voorbeeld.example')).executeTakeFirstOrThrow()
  expect(row.attempts_left).toBe(5)
  site.clock.moveTo(new Date(site.clock.now().getTime() + 10_000).toISOString())
  expect((await near.post('/en/tiktok/join/code', { code })).status).toBe(303)
}, 120_000)

test('a code proves nothing but what it was sent for', async () => {
  const who = visitor(site, { ip: '192.0.2.1' })
  await who.post('/en/tiktok/join', start('doel@voorbeeld.example'))
  const typed = await codeFor(site, 'doel@voorbeeld.example')
  const emailIndex = site.vault.index('email', 'doel@voorbeeld.example')
  const { person_id: personId } = await site.db.selectFrom('email_code').select('person_id').where('email_index', '=', emailIndex)
    .executeTakeFirstOrThrow()
  for (const purpose of ['sign-in', 'confirm', 'change-email', 'withdraw', 'own-access', 'guardian'] as const) {
    expect(await proveCode(site.ctx(), { personId, purpose, emailIndex, typed, ip: '192.0.2.1' }))
      .toMatchObject({ ok: false, because: 'code-expired' })
  }
  const elsewhere = site.vault.index('email', 'ander@voorbeeld.example')
  expect(await proveCode(site.ctx(), { personId, purpose: 'join', emailIndex: elsewhere, typed, ip: '192.0.2.1' }))
    .toMatchObject({ ok: false, because: 'code-expired' })
  expect(await proveCode(site.ctx(), { personId, purpose: 'join', emailIndex, typed, ip: '192.0.2.1' })).toMatchObject({ ok: true })
})
