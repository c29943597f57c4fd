import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signingRecordOf } from './signing-record.ts'
import { details, join, phonePath, testSite, ticks, visitor, type TestSite, type Visitor } from './builders.ts'

let site: TestSite
const logged: object[] = []
beforeAll(async () => {
  const log = (fields: object) => void logged.push(fields)
  site = await testSite({ log: { debug: log, info: log, warn: log, error: log } })
})
afterAll(() => site.close())

const at = '/en/tiktok/join'
const typed = { 'signature-typed': details.legalName, 'signature-ticked': 'yes' }
const drawn = JSON.stringify({ width: 300, height: 150,
  strokes: [{ pointer: 'touch', points: Array.from({ length: 30 }, (_, i) => ({ x: i * 8, y: 40 + (i % 7) * 9, t: i * 16, p: 0.5 })) }] })
const progress = async (computer: Visitor, path = at) => (await (await computer.get(`${path}/sign/phone/state`))
  .json() as { progress: string }).progress
let many = 0
const begun = async (language: 'en' | 'nl' = 'en') => {
  const computer = visitor(site)
  const email = `telefoon${many += 1}@voorbeeld.example`
  await join(site, computer, { email, language, until: 'agreements' })
  return { computer, email, phone: visitor(site) }
}

describe('signing on the phone', () => {
  test.each([['en', { signature: drawn }], ['nl', typed]] as const)('in %s, both screens follow, and the evidence tells it (SG-04)',
    async (language, signature) => {
    const { computer, phone, email } = await begun(language)
    const path = `/${language}/tiktok/join`
    const code = await phonePath(computer, path)
    expect(await progress(computer, path)).toBe('waiting')
    expect(await (await phone.get(code)).text()).toContain(language === 'en' ? 'Sign here for' : 'Teken hier voor')
    const opened = await phone.post(code)
    expect([opened.status, opened.headers.get('location')]).toEqual([303, `${path}/phone`])
    expect(await progress(computer, path)).toBe('opened')
    expect(await (await phone.get(`${path}/phone`)).text()).toContain(details.legalName)
    expect(await (await phone.post(`${path}/phone`, signature)).text())
      .toContain(language === 'en' ? 'Go on at your computer' : 'Ga verder op je computer')
    expect(await progress(computer, path)).toBe('signed')
    expect((await computer.get(`${path}/sign/phone`)).headers.get('location')).toBe(`${path}/check`)
    expect((await computer.post(`${path}/check`)).headers.get('location')).toBe(`${path}/done`)
    const { signature: kept } = await signingRecordOf(site, email)
    expect(kept).toMatchObject({ way: 'signature' in signature ? 'drawn' : 'typed', onPhone: { linkOpenedAt: '2026-11-23T10:00:00.000Z' } })
    expect(await site.db.selectFrom('signing_link').select('claim').execute()).toEqual([])
  })

  test('opening the link acts on nothing; the button opens it once', async () => {
    const { computer, phone } = await begun()
    const code = await phonePath(computer)
    for (let looks = 0; looks < 3; looks += 1) expect((await visitor(site).get(code)).headers.getSetCookie()).toEqual([])
    expect((await phone.post(code)).status).toBe(303)
    const second = visitor(site)
    const refused = await second.post(code)
    expect([refused.headers.getSetCookie(), (await refused.text()).includes('was used already')]).toEqual([[], true])
    expect((await second.get(`${at}/phone`)).status).toBe(403)
    expect(await (await visitor(site).get(code)).text()).toContain('was used already')
  })

  test('a link that is late, replaced, of another claim or invented opens nothing', async () => {
    const { computer, phone } = await begun()
    const opens = async (path: string) => [(await phone.post(path)).status, phone.cookies.size]
    const first = await phonePath(computer)
    const second = await phonePath(computer)
    expect(await opens(first)).toEqual([200, 0])
    expect(await opens(second.replace('/tiktok/', '/zoom/'))).toEqual([200, 0])
    expect(await opens(`${at}/phone/${'B'.repeat(43)}`)).toEqual([200, 0])
    expect(await opens(`${at}/phone/%00`)).toEqual([200, 0])
    site.clock.moveTo('2026-11-23T10:15:00Z')
    expect(await opens(second)).toEqual([200, 0])
    expect(await progress(computer)).toBe('over')
    expect(await (await phone.get(second)).text()).toContain('does not work any more')
  })

  test('the phone opens no other step, no account and no other claim, and signs once', async () => {
    const { computer, phone } = await begun()
    await phone.post(await phonePath(computer))
    for (const step of ['details', 'agreements', 'sign', 'check', 'done', 'known', 'sign/phone', 'sign/phone/state']) {
      expect([step, (await phone.get(`${at}/${step}`)).status]).toEqual([step, 403])
      expect([step, (await phone.post(`${at}/${step}`, details)).status])
        .toEqual([step, step === 'known' || step === 'done' || step.endsWith('state') ? 404 : 403])
    }
    expect((await phone.get('/en/account')).status).toBe(403)
    expect((await phone.get('/en/zoom/join/phone')).status).toBe(403)
    // Its token is no session either.
    const smuggler = visitor(site)
    smuggler.cookies.set('session', phone.cookies.get('session-phone')!)
    expect([(await smuggler.get(`${at}/details`)).status, (await smuggler.get('/en/account')).status]).toEqual([403, 403])
    const [one, two] = await Promise.all([phone.post(`${at}/phone`, typed), phone.post(`${at}/phone`, typed)])
    expect([one.status, two.status]).toEqual([200, 200])
    const signings = await site.db.selectFrom('journal_entry').select('id').where('event', '=', 'joining.signed')
      .where('actor', 'like', 'joiner:%').execute()
    await phone.post(`${at}/phone`, { signature: drawn })
    expect(await site.db.selectFrom('journal_entry').select('id').where('event', '=', 'joining.signed').where('actor', 'like', 'joiner:%')
      .execute()).toEqual(signings)
    expect(await (await phone.get(`${at}/phone`)).text()).not.toContain('<form method="post" action="/en/tiktok/join/phone"')
  })

  test('15 minutes after it opened, the phone may not sign', async () => {
    const { computer, phone } = await begun()
    await phone.post(await phonePath(computer))
    site.clock.moveTo(new Date(site.clock.now().getTime() + 15 * 60_000).toISOString())
    expect((await phone.post(`${at}/phone`, typed)).status).toBe(403)
    expect((await computer.get(`${at}/check`)).headers.get('location')).toBe(`${at}/sign`)
  })

  test('what changed on the computer meanwhile is not signed on the phone', async () => {
    const { computer, phone } = await begun()
    await phone.post(await phonePath(computer))
    await computer.post(`${at}/details`, { ...details, legalName: 'Andere Naam' })
    const wrong = await phone.post(`${at}/phone`, typed)
    expect(wrong.status).toBe(422)
    expect((await computer.get(`${at}/check`)).headers.get('location')).toBe(`${at}/sign`)
    await computer.post(`${at}/agreements`, { ...(await ticks(computer, at)), successFee: 'fixed' })
    expect(await (await phone.post(`${at}/phone`, { ...typed, 'signature-typed': 'Andere Naam' })).text()).toContain('Signed')
    expect((await computer.get(`${at}/sign/phone`)).headers.get('location')).toBe(`${at}/check`)
  })

  test('without script the computer tells what is missing, and goes on when it is there', async () => {
    const { computer } = await begun()
    const shown = await computer.get(`${at}/sign/phone`)
    expect(await shown.text()).toContain('Show a new code')
    await phonePath(computer)
    expect(await (await computer.get(`${at}/sign/phone`)).text()).toContain('Your signature is not there yet')
  })

  test('nothing leads from log or address to the token, and no personal data stands in the address', async () => {
    const { computer, phone, email } = await begun()
    logged.length = 0
    const code = await phonePath(computer)
    const page = await phone.get(code)
    await phone.post(code)
    expect(page.headers.get('referrer-policy')).toBe('same-origin')
    expect([page.headers.get('cache-control'), (await page.text()).includes(details.legalName)]).toEqual(['no-store', false])
    const token = code.split('/').at(-1)!
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify(logged)).toContain('/join/phone/:token')
    expect(JSON.stringify(logged)).not.toContain(token)
    expect(code).not.toContain(email)
    const rows = JSON.stringify(await site.db.selectFrom('signing_link').selectAll().execute())
    expect(rows.includes(token) || rows.includes(Buffer.from(token, 'base64url').toString('hex'))).toBe(false)
  })
})
