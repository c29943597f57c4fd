import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { followForDuplicates } from '#duplicates/jobs.ts'
import { seal } from '#mandates/seal.ts'
import { faultOf } from '#platform/log.ts'
import { sendMail } from '#platform/mail/send.ts'
import { mailboxMailer } from '#platform/mail/mailer.ts'
import { startTypesetter, type Typesetter } from '#platform/pdf/typesetter.ts'
import { makePki, type Pki } from '#platform/seal/openssl.fixture.ts'
import { openSealer } from '#platform/seal/sealer.ts'
import { followForSignals } from '#signals/jobs.ts'
import { codeFor, newestMail, testSite, ticks, visitor, type TestSite } from '../builders.ts'
import { connected, queried } from '../database.ts'
import { deskWords, newStreet, workOn } from './desk-life.ts'
import { lifeWords, liveOn } from './family-life.ts'
import { keptLog } from './kept-log.ts'
import { dump, readable, spellings } from './stolen.ts'

/** What a stolen database, a log file or an address bar must never tell. */
const person = {
  email: 'quirijn.zeldzaam+claim@postbus-voorbeeld.example', name: 'Quirijn Zeldzaam-Wapenveld',
  street: 'Knotwilgenkade 417', city: 'Schoonrewoerdhuizen', postcode: '4319 XQ', username: 'quirijntje_dansmuis',
  iban: 'NL02ABNA0123456789', phone: '+31655501234', agent: 'Zeldzame Bladerdoos/77.4', ip: '203.0.113.77',
}
const points = Array.from({ length: 40 }, (_, at) => ({ x: 31.125 + at * 7, y: 20 + (at % 9) * 13, t: at * 17 }))
const strokes = JSON.stringify({ width: 611, height: 207, strokes: [{ pointer: 'pen', points }] })

let site: TestSite
let typesetter: Typesetter
let pki: Pki
let code: string
let token: string
const { log, lines } = keptLog()
const addresses: string[] = []
let filled: string[]

beforeAll(async () => {
  site = await testSite({ log })
  pki = makePki()
  typesetter = startTypesetter({ processes: 1 })
  const who = visitor(site, { ip: person.ip })
  const seen = async (answer: Promise<Response>) => {
    const response = await answer
    addresses.push(response.headers.get('location') ?? '')
    return response
  }
  const headers = { 'user-agent': person.agent }
  await seen(who.post('/en/tiktok/join', { name: person.name, email: person.email, statement: 'yes', terms: 'yes' }, headers))
  code = await codeFor(site, person.email)
  await seen(who.post('/en/tiktok/join/code', { code: '000000' === code ? '000001' : '000000' }))
  await seen(who.post('/en/tiktok/join/code', { code }))
  await seen(who.post('/en/tiktok/join/details', {
    legalName: person.name, 'birthDate-day': '29', 'birthDate-month': '2', 'birthDate-year': '1988',
    street: person.street, postcode: person.postcode, city: person.city, country: 'NL',
    'account-username': person.username, 'account-customer-number': person.iban, 'account-phone': person.phone,
    'from-month': '3', 'from-year': '2019', still: 'yes',
  }))
  await seen(who.post('/en/tiktok/join/agreements', { ...(await ticks(who, '/en/tiktok/join')), successFee: 'fixed' }))
  const signed = await seen(who.post('/en/tiktok/join/sign', { signature: strokes }, headers))
  expect(signed.headers.get('location')).toBe('/en/tiktok/join/check')
  await seen(who.post('/en/tiktok/join/check'))
  token = who.cookies.get('session')!
  const mandate = await site.db.selectFrom('mandate').select(['person_id', 'id']).executeTakeFirstOrThrow()
  site.clock.moveTo('2026-11-23T10:05:00Z')
  const sealer = await openSealer({ certificate: pki.path('ec.p12'), passphrase: 'open sesame', keyFolder: pki.path('') } as never)
  await seal({ ...site, sealer, typesetter } as never, { personId: mandate.person_id, mandateId: mandate.id })
  for (const mail of await site.db.selectFrom('mail').select(['person_id', 'id']).execute()) {
    await sendMail({ ...site, mailer: mailboxMailer } as never, { personId: mail.person_id, mailId: mail.id })
  }
  expect((await newestMail(site, person.email))?.attachments).toHaveLength(1)
  await workOn(site, mandate.person_id, who)
  await provoke(who)
  await liveOn(site, typesetter)
  await followForDuplicates(site)
  await followForSignals(site)
  filled = await filledTables()
}, 120_000)
afterAll(async () => {
  await typesetter?.close()
  pki?.remove()
  await site.close()
})

/** Every way in which a request can go wrong while personal data are at hand. */
async function provoke(who: ReturnType<typeof visitor>) {
  await who.post('/en/tiktok/join', { name: person.name, email: `${person.email} niet`, statement: 'yes' })
  await who.post('/en/tiktok/join', { name: person.name, email: person.email }, { origin: 'https://elsewhere.example' })
  await who.get(`/en/tiktok/join/${encodeURIComponent(person.email)}`)
  await who.get(`/en/${encodeURIComponent(person.name)}?email=${encodeURIComponent(person.email)}`)
  await who.get(`/mailbox/${encodeURIComponent(person.email)}`)
  site.clock.moveTo('2026-11-24T10:00:00Z')
  await queried(site.database.ownerUrl, 'alter table draft rename to hidden')
  const broken = await who.post('/en/tiktok/join', { name: person.name, email: person.email, statement: 'yes', terms: 'yes' })
  expect(broken.status).toBe(500)
  expect(await broken.text()).not.toContain('Zeldzaam')
  await queried(site.database.ownerUrl, 'alter table hidden rename to draft')
}

const words = () => [
  person.email, person.email.toUpperCase(), person.email.split('@')[0]!, 'postbus-voorbeeld', person.name, 'Quirijn',
  'Wapenveld', person.street, 'Knotwilgenkade', person.city, '4319 XQ', '4319XQ', person.username, person.iban,
  'NL02 ABNA', person.phone, '55501234', ...lifeWords, ...deskWords, newStreet, person.agent, person.ip, '1988-02-29',
  '29 February 1988', '"pointer"', '"x":31.125', '31.125', 'Your code', 'Voorbeeld Deelnemer',
]

describe('what a stolen database says (SE-03)', () => {
  test('the search would find a word in hex or base64, wherever it begins', () => {
    for (const before of ['', 'x', 'xy', 'xyz']) {
      const hidden = Buffer.from(`${before}${person.street}, and more`)
      for (const encoding of ['hex', 'base64'] as const)
        expect(spellings(person.street).some((spelling) => hidden.toString(encoding).includes(spelling))).toBe(true)
    }
  })


  test('nothing of a person who joined, signed and got a sealed mandate: not plain, not in hex, not in base64', async () => {
    const text = await dump(site)
    // The search itself finds what is there.
    expect(text).toContain('public.participant')
    expect(spellings('organisation').some((spelling) => text.includes(spelling))).toBe(true)
    expect(readable(text, words())).toEqual([])
  })

  test('a code or a session token stands nowhere, and a plain hash of the address or the code does not lead to the person', async () => {
    const text = await dump(site)
    expect(token).toHaveLength(43)
    for (const spelling of spellings(token)) expect(text).not.toContain(spelling)
    for (const hash of ['sha256', 'sha1', 'md5']) {
      for (const value of [person.email, code]) expect(text).not.toContain(createHash(hash).update(value).digest('hex'))
    }
    expect(text).not.toMatch(new RegExp(`\\b${code}\\b(?!-)`))
  })
})

test('the payload of every job that was ever queued holds ids only', async () => {
  const rows = await queried<{ name: string; data: object | null }>(site.database.ownerUrl, 'select name, data from pgboss.job')
  expect(rows.length).toBeGreaterThanOrEqual(3)
  for (const { data } of rows) for (const [field, value] of Object.entries(data ?? {})) {
    expect(field).toMatch(/Id$/)
    expect(value).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  }
})

test('the log of a whole join at level debug, with faults on the way, holds nothing of the person', () => {
  const log = lines.join('')
  expect(log).toContain('"route":"/:lang{(?:en|nl)}/:claim/join/code"')
  expect(log).toContain('request failed')
  expect(words().filter((word) => log.includes(word) || log.includes(encodeURIComponent(word)))).toEqual([])
  expect(log).not.toContain(code)
  expect(log).not.toMatch(/"(url|path|email|headers|cookie|ip)":/)
})

test('no address the person was led to holds anything of the person', () => {
  expect(addresses.filter(Boolean)).toEqual([
    '/en/tiktok/join/code', '/en/tiktok/join/who', '/en/tiktok/join/agreements', '/en/tiktok/join/sign',
    '/en/tiktok/join/check', '/en/tiktok/join/done',
  ])
})

test('what a fault says in a log is kind and place, never the values it quotes', () => {
  const fault = faultOf(Object.assign(new Error(`duplicate key value (email)=(${person.email})`), { code: '23505' }))
  expect(JSON.stringify(fault)).not.toContain('quirijn')
})

/** The tables in which something stands. */
async function filledTables(): Promise<string[]> {
  return connected(site.database.ownerUrl, async (owner) => {
    const { rows: tables } = await owner.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' order by tablename`)
    const found: string[] = []
    for (const { name } of tables) if ((await owner.query(`select 1 from ${name} limit 1`)).rows.length) found.push(name)
    return found
  })
}

test('the family life that was searched left something in every table that people fill', () => {
  expect(filled).toEqual(expect.arrayContaining([
    'archive', 'bank_account', 'court_letter', 'court_letter_step', 'guardian_answer', 'guardian_invitation',
    'leaving_receipt', 'leaving_receipt_file', 'case_text', 'case_opening', 'case_note', 'case_note_strike',
    'case_task', 'decision', 'decision_undo', 'deficiency_notice', 'deficiency_extension', 'deficiency_answer',
    'desk_correction', 'objection', 'objection_end', 'decision_review', 'decision_review_answer',
    'match_term', 'participant_change', 'participant_flag', 'participation_end', 'passkey',
    'representation', 'request_consent', 'revocation', 'withdrawal_asked',
  ]))
})
