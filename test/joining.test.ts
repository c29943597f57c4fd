import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listRefused } from '#platform/mail/refused.ts'
import { isCreditorReference } from '#fees/registration-fee.ts'
import { codeFor, details, join, newestMail, testSite, ticks, visitor, type TestSite } from './builders.ts'

let site: TestSite
beforeAll(async () => { site = await testSite() })
afterAll(() => site.close())

const rows = (table: 'participant' | 'participation' | 'mandate' | 'signature' | 'fee' | 'capacity', person: string) =>
  site.db.selectFrom(table).selectAll().where('person_id', '=', person).execute()
const personOf = async (email: string) =>
  (await site.db.selectFrom('draft').select('person_id').where('email_index', '=', site.vault.index('email', email))
    .orderBy('started_at', 'desc').executeTakeFirstOrThrow()).person_id

describe('joining (domain 9.2)', () => {
  test('the whole way in English: one participation, one mandate, one signature, two capacities, one fee', async () => {
    const who = visitor(site)
    const last = await join(site, who, { email: 'een@voorbeeld.example' })
    expect(last.headers.get('location')).toBe('/en/tiktok/join/done')
    const person = await personOf('een@voorbeeld.example')
    expect(await rows('participation', person)).toHaveLength(1)
    expect(await rows('mandate', person)).toHaveLength(1)
    expect((await rows('capacity', person)).map((row) => (row as { kind: string }).kind).sort()).toEqual(['mandate', 'power-of-attorney'])
    const [fee] = await site.db.selectFrom('fee').selectAll().where('person_id', '=', person).execute()
    expect(fee).toMatchObject({ cents: 1750, vat_cents: 304 })
    expect(isCreditorReference(fee!.reference!)).toBe(true)
    const receipt = await (await who.get('/en/tiktok/join/done')).text()
    expect(receipt).toContain('You have joined')
    expect(receipt).toContain('7 December 2026')
    expect(receipt).toContain('By 7 December 2026: please transfer')
    expect(receipt).toContain('€17.50, including €3.04 VAT')
    expect(receipt).toContain('NL000000000B00')
  })

  test('the whole way in Dutch', async () => {
    const who = visitor(site)
    await join(site, who, { email: 'twee@voorbeeld.example', language: 'nl' })
    expect(await (await who.get('/nl/tiktok/join/done')).text()).toContain('Je doet mee')
  })

  test('a double click on the binding button makes nothing twice', async () => {
    const who = visitor(site)
    await join(site, who, { email: 'dubbel@voorbeeld.example', until: 'sign' })
    const both = await Promise.all([who.post('/en/tiktok/join/check'), who.post('/en/tiktok/join/check')])
    expect(both.map((each) => [each.status, each.headers.get('location')]))
      .toEqual([[303, '/en/tiktok/join/done'], [303, '/en/tiktok/join/done']])
    expect(await rows('mandate', await personOf('dubbel@voorbeeld.example'))).toHaveLength(1)
  })

  test('a double click on the first button leads on to the code, with one draft and one mail', async () => {
    const who = visitor(site)
    const typed = { name: 'Voorbeeld', email: 'dubbelbegin@voorbeeld.example', statement: 'yes', terms: 'yes' }
    const both = await Promise.all([who.post('/en/tiktok/join', typed), who.post('/en/tiktok/join', typed)])
    expect(both.map((each) => [each.status, each.headers.get('location')]))
      .toEqual([[303, '/en/tiktok/join/code'], [303, '/en/tiktok/join/code']])
    const drafts = await site.db.selectFrom('draft').innerJoin('mail', 'mail.person_id', 'draft.person_id').select('mail.id')
      .where('draft.email_index', '=', site.vault.index('email', typed.email)).execute()
    expect(drafts).toHaveLength(1)
  })

  test('a step ahead of its turn leads to what is missing', async () => {
    const who = visitor(site)
    await join(site, who, { email: 'voor@voorbeeld.example', until: 'code' })
    for (const step of ['agreements', 'sign', 'check']) {
      expect((await who.get(`/en/tiktok/join/${step}`)).headers.get('location')).toBe('/en/tiktok/join/who')
      expect((await who.post(`/en/tiktok/join/${step}`, { successFee: 'fixed' })).headers.get('location')).toBe('/en/tiktok/join/who')
    }
    expect((await who.get('/en/tiktok/join/done')).headers.get('location')).toBe('/en/tiktok/join/who')
  })

  test('the same address and a new code resume the draft on another device', async () => {
    await join(site, visitor(site), { email: 'hervat@voorbeeld.example', until: 'details' })
    site.clock.moveTo('2026-11-23T10:05:00Z')
    const phone = visitor(site)
    await phone.post('/en/tiktok/join', { name: 'Iemand anders', email: 'Hervat@Voorbeeld.example', statement: 'yes', terms: 'yes' })
    const confirmed = await phone.post('/en/tiktok/join/code', { code: await codeFor(site, 'hervat@voorbeeld.example') })
    expect(confirmed.headers.get('location')).toBe('/en/tiktok/join/agreements')
    expect(await (await phone.get('/en/tiktok/join/details')).text()).toContain('value="Voorbeeld Deelnemer"')
  })

  test('a change after signing asks for a new signature (SG-06)', async () => {
    const who = visitor(site)
    await join(site, who, { email: 'wijzig@voorbeeld.example', until: 'sign' })
    await who.post('/en/tiktok/join/details', { ...details, city: 'Anderstad' })
    expect((await who.post('/en/tiktok/join/check')).headers.get('location')).toBe('/en/tiktok/join/sign')
    expect(await rows('mandate', await personOf('wijzig@voorbeeld.example'))).toHaveLength(0)
  })

  test('who is under 18 is led to a parent, and nothing of the step is kept', async () => {
    const who = visitor(site)
    await join(site, who, { email: 'jong@voorbeeld.example', until: 'code' })
    const sent = await who.post('/en/tiktok/join/details', { ...details, 'birthDate-year': '2012' })
    expect(sent.headers.get('location')).toBe('/en/tiktok/join/parent')
    expect(await (await who.get('/en/tiktok/join/details')).text()).not.toContain('value="2012"')
  })

  test('a text that was renewed while the page was open must be read again', async () => {
    const who = visitor(site)
    await join(site, who, { email: 'tekst@voorbeeld.example', until: 'details' })
    const stale = { ...(await ticks(who, '/en/tiktok/join')), 'text-mandate': 'a'.repeat(64) }
    const answer = await who.post('/en/tiktok/join/agreements', { ...stale, successFee: 'fixed' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('One of the texts was renewed')
  })
})

describe('the code (SG-04)', () => {
  test('a link or a GET confirms nothing, and a wrong code counts as a try', async () => {
    const who = visitor(site)
    await join(site, who, { email: 'code@voorbeeld.example', until: 'start' })
    const right = await codeFor(site, 'code@voorbeeld.example')
    await who.get(`/en/tiktok/join/code?code=${right}`)
    expect((await who.get('/en/tiktok/join/details')).status).toBe(403)
    const wrong = right === '000000' ? '000001' : '000000'
    for (let tries = 0; tries < 4; tries++) expect(await (await who.post('/en/tiktok/join/code', { code: wrong })).text())
      .toContain('This code is not right')
    expect(await (await who.post('/en/tiktok/join/code', { code: wrong })).text()).toContain('tried too often')
    expect((await who.post('/en/tiktok/join/code', { code: right })).status).toBe(422)
  })

  test('after ten minutes it is refused, a new one voids the old one, and it works once', async () => {
    const who = visitor(site)
    await join(site, who, { email: 'tijd@voorbeeld.example', until: 'start' })
    const old = await codeFor(site, 'tijd@voorbeeld.example')
    const early = await who.post('/en/tiktok/join/code/again')
    expect(early.status).toBe(429)
    expect(early.headers.get('retry-after')).toBe('60')
    site.clock.moveTo('2026-11-23T11:00:00Z')
    expect(await (await who.post('/en/tiktok/join/code', { code: old })).text()).toContain('no longer valid')
    expect((await who.post('/en/tiktok/join/code/again')).status).toBe(303)
    const fresh = await codeFor(site, 'tijd@voorbeeld.example')
    expect((await who.post('/en/tiktok/join/code', { code: fresh })).status).toBe(303)
    expect((await visitor(site).post('/en/tiktok/join/code', { code: fresh })).status).toBe(403)
  })

  test('who asks for too many codes reads from when it is possible again, rounded up to the minute', async () => {
    const who = visitor(site)
    site.clock.moveTo('2026-11-23T11:30:30Z')
    await join(site, who, { email: 'vaak@voorbeeld.example' })
    const again = await visitor(site)
      .post('/en/tiktok/join', { name: 'X', email: 'vaak@voorbeeld.example', statement: 'yes', terms: 'yes' })
    expect([again.status, again.headers.get('retry-after')]).toEqual([429, '60'])
    expect(await again.text()).toContain('You can ask for a new code from 12:32.')
  })

  test('when the mail server refused the address for good, the page says so', async () => {
    const who = visitor(site)
    await join(site, who, { email: 'weg@voorbeeld.example', until: 'start' })
    expect(await (await who.get('/en/tiktok/join/code')).text()).not.toContain('refused our e-mail')
    const mail = await newestMail(site, 'weg@voorbeeld.example')
    await site.db.insertInto('mail_outcome')
      .values({ person_id: mail!.personId, mail_id: mail!.id, outcome: 'refused', reply_code: 550, decided_at: site.clock.now() }).execute()
    expect(await (await who.get('/en/tiktok/join/code')).text()).toContain('refused our e-mail')
    expect(await listRefused(site.db)).toMatchObject([{ kind: 'join-code', replyCode: 550 }])
  })

  test('an address that already joined gets the same page; only the mail says so', async () => {
    await join(site, visitor(site), { email: 'bekend@voorbeeld.example' })
    site.clock.moveTo('2026-11-23T12:00:00Z')
    const second = visitor(site)
    const answer = await second.post('/en/tiktok/join', { name: 'X', email: 'bekend@voorbeeld.example', statement: 'yes', terms: 'yes' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/en/tiktok/join/code'])
    expect((await newestMail(site, 'bekend@voorbeeld.example'))?.subject).toContain('already joined')
    const confirmed = await second.post('/en/tiktok/join/code', { code: await codeFor(site, 'bekend@voorbeeld.example') })
    expect(confirmed.headers.get('location')).toBe('/en/tiktok/join/known')
  })
})

describe('bad input', () => {
  test('each field answers beside itself with what was typed kept', async () => {
    const answer = await visitor(site).post('/en/tiktok/join', { name: '"><b>Jan', email: 'geen adres' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('value="&quot;>&lt;b>Jan"')
    expect(html).toContain('value="geen adres"')
    expect(html).toContain('id="email-error"')
    expect(html).toContain('Tick this box')
  })
  test('an address that no document can show is refused at once: its mandate could never be sealed', async () => {
    const answer = await visitor(site)
      .post('/en/tiktok/join', { name: 'X', email: '王小明@voorbeeld.example', statement: 'yes', terms: 'yes' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('href="#email"')
  })
  test('a form from elsewhere, an unreadable one and one in another charset are refused with a page', async () => {
    const who = visitor(site)
    expect((await who.post('/en/tiktok/join', {}, { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await who.post('/en/tiktok/join', {}, { 'content-type': 'application/x-www-form-urlencoded; charset=utf-16' })).status)
      .toBe(400)
    expect((await who.post('/en/tiktok/join', {}, { 'content-type': 'application/json' })).status).toBe(400)
    expect((await who.post('/en/tiktok/join', { name: 'x'.repeat(40_000) }, { 'content-length': '40000' })).status).toBe(413)
  })
  test.each([
    ['birthDate-day', '31', 'This date does not exist', { 'birthDate-month': '2' }],
    ['legalName', '王小明', 'Our documents cannot show', {}],
    ['postcode', '12345', 'four digits and two letters', {}],
    ['country', 'XX', 'Choose the country', {}],
    ['account-username', '', 'at least one of these', {}],
    [
      'account-username', '',
      '<fieldset class="field has-error" id="accounts" tabindex="-1" aria-describedby="accounts-hint accounts-error">',
      {},
    ],
    ['account-username', '王小明', 'href="#account-username"', {}],
    ['city', '王小明', 'href="#city"', {}],
    ['until-month', '12', 'or in the future', { 'until-year': '2026', still: '' }],
  ])('details: %s = %s', async (field, value, words, more) => {
    const who = visitor(site)
    await join(site, who, { email: `veld-${field}-${value ? 'a' : 'b'}${words.length}@voorbeeld.example`.toLowerCase(), until: 'code' })
    const answer = await who.post('/en/tiktok/join/details', { ...details, [field]: value, ...more })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(words)
  })
})
