import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rememberAll } from './account-builders.ts'
import { findNewest } from '#participants/queries.ts'
import { listCapacities } from '#mandates/revoke.ts'
import { claimHost, codeFor, join, newestMail, testSite, visitor, type TestSite, type Visitor } from './builders.ts'
import { family } from './admitted.ts'
import { personAt } from './families.ts'

let site: TestSite
let f: ReturnType<typeof family>
let email = ''
let persons = 0
beforeAll(async () => {
  site = await testSite()
  f = family(site)
})
afterAll(() => site.close())
beforeEach(async () => {
  email = `vertrek${persons += 1}@voorbeeld.example`
  site.clock.moveTo('2026-11-23T10:00:00Z')
  // The clock goes back between tests, which no limit expects.
  await site.db.deleteFrom('rate_limit').execute()
})

const endOf = async (personId: string, claim = 'tiktok') => (await findNewest(site.ctx(), personId, claim))!.end?.kind
const textOf = async (response: Response) => (await response.text()).replace(/\s+/g, ' ')
async function participant() {
  const who = visitor(site)
  await join(site, who, { email })
  // A second code to one address within a minute would be refused.
  site.clock.moveTo('2026-11-23T10:05:00Z')
  return { who, personId: await personAt(site, email) }
}
const ask = (who: Visitor, fields: Record<string, string> = {}, at = '/en/tiktok') => who.post(`${at}/withdraw`,
  { name: 'Voorbeeld Deelnemer', email, ...fields })
const field = (personId: string, claim = 'tiktok') => ({ [`of-${personId}-${claim}`]: 'yes' })

describe('the withdrawal function, without signing in (6:230oa BW, MO-04)', () => {
  test('step 1, the code, the confirmation and the receipt; nothing of the account is open to it', async () => {
    const { personId } = await participant()
    const who = visitor(site)
    expect((await who.get('/en/tiktok/withdraw/confirm')).status).toBe(403)
    expect((await ask(who)).headers.get('location')).toBe('/en/tiktok/withdraw/code')
    expect((await who.get('/en/tiktok/withdraw/confirm')).headers.get('location')).toBe('/en/tiktok/withdraw')
    expect((await who.post('/en/tiktok/withdraw/code', { code: await codeFor(site, email) })).headers.get('location'))
      .toBe('/en/tiktok/withdraw/confirm')
    const page = await textOf(await who.get('/en/tiktok/withdraw/confirm'))
    for (const words of ['Voorbeeld Deelnemer', 'TikTok claim', 'Confirm withdrawal']) expect(page).toContain(words)
    expect((await who.get('/en/account')).status).toBe(403)
    site.clock.moveTo('2026-11-23T10:06:00Z')
    expect((await who.post('/en/tiktok/withdraw/confirm', field(personId))).headers.get('location')).toBe('/en/tiktok/withdraw/receipt')
    expect(await textOf(await who.get('/en/tiktok/withdraw/receipt'))).toContain('7 December 2026')
    expect((await newestMail(site, email))!.subject).toBe('You have withdrawn from the agreement')
    expect(await endOf(personId)).toBe('withdrawn')
    expect((await who.post('/en/tiktok/withdraw/confirm', field(personId))).headers.get('location')).toBe('/en/tiktok/withdraw/receipt')
    expect(await site.db.selectFrom('participation_end').select('channel').where('person_id', '=', personId).execute())
      .toEqual([{ channel: 'function' }])
  })

  test('an address nobody joined with gets the same answer, and no code', async () => {
    const [known, unknown] = [visitor(site), visitor(site)]
    await participant()
    const answers = [await ask(known), await ask(unknown, { email: 'onbekend@voorbeeld.example' })]
    expect(answers.map((each) => [each.status, each.headers.get('location')]))
      .toEqual([[303, '/en/tiktok/withdraw/code'], [303, '/en/tiktok/withdraw/code']])
    const pages = await Promise.all([known, unknown].map(async (who) => (await textOf(await who.get('/en/tiktok/withdraw/code')))
      .replaceAll(email, 'x').replaceAll('onbekend@voorbeeld.example', 'x')))
    expect(pages[0]).toBe(pages[1])
    expect((await newestMail(site, 'onbekend@voorbeeld.example'))!.text).not.toMatch(/^\s+\d{6}$/m)
    expect((await unknown.post('/en/tiktok/withdraw/code', { code: '123456' })).status).toBe(422)
  })

  test('at 23:59 on the last day: what is confirmed while the code lives counts, also after midnight', async () => {
    const { personId } = await participant()
    const who = visitor(site)
    site.clock.moveTo('2026-12-07T22:59:30Z')
    await ask(who)
    site.clock.moveTo('2026-12-07T23:04:00Z')
    await who.post('/en/tiktok/withdraw/code', { code: await codeFor(site, email) })
    await who.post('/en/tiktok/withdraw/confirm', field(personId))
    const end = (await findNewest(site.ctx(), personId, 'tiktok'))!.end!
    expect([end.kind, end.noticedAt.toISOString(), end.effectiveOn]).toEqual(['withdrawn', '2026-12-07T22:59:30.000Z', '2026-12-07'])
    const [receipt] = await site.db.selectFrom('leaving_receipt').select('made_at').where('person_id', '=', personId).execute()
    expect(receipt!.made_at.toISOString()).toBe('2026-12-07T23:04:00.000Z')
  })

  test('after the last day the page says so kindly, names the day and leads to ending', async () => {
    const { personId } = await participant()
    const who = visitor(site)
    site.clock.moveTo('2026-12-08T10:00:00Z')
    await ask(who)
    await who.post('/en/tiktok/withdraw/code', { code: await codeFor(site, email) })
    const page = await textOf(await who.get('/en/tiktok/withdraw/confirm'))
    for (const words of ['The 14 days are over', '7 December 2026', 'Sign in to end the participation']) expect(page).toContain(words)
    expect((await who.post('/en/tiktok/withdraw/confirm', field(personId))).status).toBe(422)
    expect(await endOf(personId)).toBeUndefined()
  })

  test('only the browser that proved the address may confirm; another one that asked with it may not', async () => {
    const { personId } = await participant()
    const [real, thief] = [visitor(site), visitor(site)]
    await ask(thief)
    site.clock.moveTo('2026-11-23T10:07:00Z')
    await ask(real)
    await real.post('/en/tiktok/withdraw/code', { code: await codeFor(site, email) })
    expect((await thief.get('/en/tiktok/withdraw/confirm')).headers.get('location')).toBe('/en/tiktok/withdraw')
    expect((await thief.post('/en/tiktok/withdraw/confirm', field(personId))).headers.get('location')).toBe('/en/tiktok/withdraw')
    expect(await endOf(personId)).toBeUndefined()
    const stranger = await f.person(`vreemd${email}`)
    await f.joins(stranger)
    expect((await real.post('/en/tiktok/withdraw/confirm', field(stranger))).status).toBe(422)
    expect(await endOf(stranger)).toBeUndefined()
  })

  test('works on the host of the claim as well', async () => {
    const { personId } = await participant()
    const who = visitor(site, { host: claimHost })
    const next = (await who.post('/en/withdraw', { name: 'x', email })).headers.get('location')!
    await who.post(next, { code: await codeFor(site, email) })
    expect((await who.post('/en/withdraw/confirm', field(personId))).headers.get('location')).toBe('/en/withdraw/receipt')
    expect(await endOf(personId)).toBe('withdrawn')
  })

  test('the foundation-wide address leads to every claim that somebody can have joined', async () => {
    const page = await textOf(await visitor(site).get('/en/withdraw'))
    expect(['tiktok', 'zoom', 'bank-cartel'].map((slug) => page.includes(`/en/${slug}/withdraw`))).toEqual([true, true, false])
  })
})

describe('leaving from the account', () => {
  test('every page shows the way to withdraw; a parent chooses which; the receipt is there at once', async () => {
    const { who, personId } = await participant()
    const child = await f.child(personId, { name: 'Kind Eén' })
    await f.joins(child, { by: personId, pays: false })
    expect(await textOf(await who.get('/en/account'))).toContain('/en/account/withdraw')
    expect((await who.post('/en/account/withdraw', {})).status).toBe(422)
    const done = await who.post('/en/account/withdraw', { ...field(personId), ...field(child) })
    const receipt = done.headers.get('location')!
    expect(await textOf(await who.get(receipt))).toContain('Kind Eén')
    expect([await endOf(personId), await endOf(child)]).toEqual(['withdrawn', 'withdrawn'])
    expect(await textOf(await who.get('/en/account'))).not.toContain('/en/account/withdraw"')
    expect((await (await other()).get(receipt)).status).toBe(404)
  })

  test('ending says first what it means, and within the 14 days that withdrawing is better', async () => {
    const { who, personId } = await participant()
    const at = `/en/account/leave/${personId}/tiktok`
    expect(await textOf(await who.get(at))).toContain('7 December 2026')
    expect(await textOf(await who.get(`${at}/end`))).toContain('Withdrawing is better for you')
    await rememberAll(site)
    site.clock.moveTo('2026-12-20T10:00:00Z')
    const page = await textOf(await who.get(`${at}/end`))
    expect(page).not.toContain('Withdrawing is better for you')
    for (const words of ['20 December 2026', 'The registration fee is not paid back', 'can still bind you']) expect(page).toContain(words)
    expect((await who.post(`${at}/end`, {})).status).toBe(422)
    expect((await who.post(`${at}/end`, { confirm: 'yes' })).headers.get('location')).toContain('/account/leave/receipt/')
    expect(await endOf(personId)).toBe('terminated')
    expect((await who.post(`${at}/end`, { confirm: 'yes' })).headers.get('location')).toBe(at)
  })

  test('a power is taken back alone; the participation stays', async () => {
    const { who, personId } = await participant()
    const at = `/en/account/leave/${personId}/tiktok/revoke`
    expect((await who.post(at, { confirm: 'yes' })).status).toBe(422)
    expect((await who.post(at, { kind: 'power-of-attorney', confirm: 'yes' })).status).toBe(303)
    expect((await who.post(at, { kind: 'power-of-attorney', confirm: 'yes' })).status).toBe(422)
    expect((await listCapacities(site.ctx(), [personId])).filter(({ revoked }) => revoked).map(({ kind }) => kind))
      .toEqual(['power-of-attorney'])
    expect(await endOf(personId)).toBeUndefined()
  })

  test('the page about the court says that there is nothing yet, and what leaving does not do (WA-09)', async () => {
    const { who, personId } = await participant()
    const at = `/en/account/leave/${personId}/tiktok/court`
    const page = await textOf(await who.get(at))
    for (const words of ['nothing to step out of yet', 'does not end the agreement', 'within 6 months']) expect(page).toContain(words)
    expect((await who.post(at, { act: 'ask', residence: 'netherlands' })).status).toBe(422)
  })

  test.each(['', '/end', '/revoke', '/court'])('leave%s of another family does not exist, and takes nothing', async (page) => {
    const { personId } = await participant()
    const at = `/en/account/leave/${personId}/tiktok${page}`
    const stranger = await other()
    expect((await stranger.get(at)).status).toBe(404)
    if (page) expect((await stranger.post(at, { confirm: 'yes', kind: 'mandate', act: 'ask', residence: 'abroad' })).status).toBe(404)
    expect((await visitor(site).get(at)).status).toBe(403)
    expect(await endOf(personId)).toBeUndefined()
  })

  test('a guardian who is one no longer reaches nothing of it (clause 11.1)', async () => {
    const { who, personId } = await participant()
    const child = await f.child(personId, { born: '2009-05-05' })
    await f.joins(child, { by: personId, pays: false })
    const at = `/en/account/leave/${child}/tiktok`
    expect((await who.get(at)).status).toBe(200)
    await site.db.insertInto('representation_end')
      .values({ person_id: child, representative_id: personId, reason: 'court-order', ended_at: site.clock.now() }).execute()
    expect((await who.get(at)).status).toBe(404)
    expect((await who.post('/en/account/withdraw', field(child))).status).toBe(404)
    expect(await endOf(child)).toBeUndefined()
  })
})

async function other() {
  const who = visitor(site)
  await join(site, who, { email: `buur${persons += 1}@voorbeeld.example` })
  return who
}
