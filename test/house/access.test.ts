import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storeFile } from '#platform/files/stored.ts'
import { listMailbox } from '#platform/mail/mailbox.ts'
import { isOfDesk } from '#web/enter-desk.ts'
import { pages } from '#web/pages.ts'
import type { Who } from '#web/page.ts'
import { codeFor, join, phonePath, testSite, visitor, type TestSite, type Visitor } from '../builders.ts'
import { doors } from './doors.ts'

const kinds = ['nobody', 'signing in', 'withdrawing', 'starter', 'joiner', 'joiner of another claim', 'participant', 'phone'] as const
type Kind = (typeof kinds)[number]
const letIn: Record<Who, readonly Kind[]> = {
  anyone: kinds, visitor: kinds, developer: kinds,
  caller: ['signing in'],
  withdrawer: ['withdrawing'],
  // Whose invitation it is, the page asks; to somebody else it does not exist.
  invited: ['joiner', 'joiner of another claim', 'participant'],
  starter: ['starter', 'joiner', 'participant'],
  joiner: ['joiner', 'participant'],
  phone: ['phone'],
  // Who may at the desk, by role, is in desk-roles.test.ts.
  'desk-caller': [], enrolling: [], organiser: [],
  participant: ['joiner', 'joiner of another claim', 'participant'],
  // Who proved the address longer ago is in test/fresh-proof.test.ts.
  'freshly-proven': ['joiner', 'joiner of another claim', 'participant'],
}

const plain = (path: string) => path.replace('{(?:en|nl)}', '')
const files = { person: '', file: '', mail: '' }
const unknown = '00000000-0000-4000-8000-000000000000'
const values: Record<string, string> = {
  lang: 'en', claim: 'tiktok', slug: 'organisation', kind: 'general-terms', version: '1.0', child: '1',
  id: 'complaint-letter', at: '0', session: 'others', token: 'A'.repeat(43), act: 'suspend', picture: 'office-0123456789abcdef.webp',
  receipt: unknown, archive: unknown, invitation: unknown, passkey: unknown, other: unknown, note: unknown, task: unknown,
  decision: unknown, notice: unknown, review: unknown,
}
const addressOf = (path: string) => plain(path).replace(/:(\w+)/g, (_, name: string) =>
  (name === 'person' ? files.person : name === 'file' ? files.file : name === 'mail' || (path.startsWith('/mailbox') && name === 'id')
    ? files.mail : values[name]!))

let site: TestSite
const who = {} as Record<Kind, Visitor>
beforeAll(async () => {
  site = await testSite()
  for (const kind of kinds) who[kind] = visitor(site)
  await join(site, who['starter'], { email: 'begonnen@voorbeeld.example', until: 'start' })
  await join(site, who['joiner'], { email: 'bezig@voorbeeld.example', until: 'sign' })
  await join(site, who['joiner of another claim'], { email: 'ander@voorbeeld.example', claim: 'zoom', until: 'code' })
  await join(site, who['participant'], { email: 'deelnemer@voorbeeld.example' })
  // Both of an address that takes part: before its code comes back that opens nothing else.
  site.clock.moveTo('2026-11-23T10:02:00Z')
  await who['signing in'].post('/en/sign-in', { email: 'deelnemer@voorbeeld.example' })
  site.clock.moveTo('2026-11-23T10:04:00Z')
  await who['withdrawing'].post('/en/tiktok/withdraw', { name: 'Dief', email: 'deelnemer@voorbeeld.example' })
  // A phone that opened the code of a computer; it has no session.
  const computer = visitor(site)
  await join(site, computer, { email: 'telefoon@voorbeeld.example', until: 'agreements' })
  await who['phone'].post(await phonePath(computer))
  const participant = await site.db.selectFrom('participant').select('person_id').executeTakeFirstOrThrow()
  files.person = participant.person_id
  files.file = (await storeFile(site, files.person, { kind: 'mandate', mediaType: 'application/pdf', bytes: Buffer.from('%PDF') })).id
  files.mail = (await listMailbox(site))[0]!.id
})
afterAll(() => site.close())

const refused = (status: number) => status === 403

test('every page of the list names who may enter, and stands in the table above', () => {
  const named = Object.entries(doors).flatMap(([rule, paths]) => paths.map((path) => `${path} ${rule}`))
  expect(pages.map(({ path, who: rule }) => `${plain(path)} ${rule}`).sort()).toEqual(named.sort())
})

test('what a page reads of the query of its address is told in its `asks`; everything else never reaches a kept page', () => {
  // No page of the desk is ever kept.
  const read = globSync('src/web/pages/**/*.{ts,tsx}').filter((file) => !file.includes('pages/desk/'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/query\.(?:get|getAll|has)\('(\w+)'/g)].map(([, name]) => name!))
  expect([...new Set(read)].sort()).toEqual([...new Set(pages.flatMap((page) => page.asks))].sort())
})

describe.each(kinds)('%s', (kind) => {
  test.each(pages.map((page) => [plain(page.path), page] as const))('GET %s', async (_, page) => {
    const { status } = await who[kind].get(addressOf(page.path))
    const may = letIn[page.who].includes(kind)
    expect(status).not.toBe(500)
    expect({ refused: refused(status) }).toEqual({ refused: !may })
  })

  test.each(pages.filter((page) => page.send && page.who !== 'anyone' && !letIn[page.who].includes(kind))
    .map((page) => [plain(page.path), page] as const))(
    'POST %s is refused and writes nothing', async (_, page) => {
      const before = await site.db.selectFrom('journal_entry').select((q) => q.fn.countAll().as('n')).executeTakeFirstOrThrow()
      expect((await who[kind].post(addressOf(page.path), { code: '123456' })).status).toBe(403)
      expect(await site.db.selectFrom('journal_entry').select((q) => q.fn.countAll().as('n')).executeTakeFirstOrThrow()).toEqual(before)
    })
})

describe('a form from elsewhere', () => {
  test.each(pages.filter((page) => page.send).map((page) => plain(page.path)))('POST %s', async (path) => {
    const body = { email: 'x@voorbeeld.example', code: '123456' }
    for (const headers of [{ origin: 'https://elsewhere.example' }, { origin: 'null' }, { origin: 'null', 'sec-fetch-site': 'cross-site' },
      { origin: 'http://localhost:8080.elsewhere.example' }]) {
      expect((await who['participant'].post(addressOf(path), body, headers)).status).toBe(403)
    }
    const bare = { method: 'POST', headers: { host: 'localhost:8080', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'code=123456' }
    expect((await site.app.request(addressOf(path), bare)).status).toBe(403)
  })
})

describe('what belongs to somebody', () => {
  /** Names in a path that lead to published content and never to a person. */
  const ofContent = new Set(['picture', 'lang', 'claim', 'slug', 'kind', 'version', 'child'])
  const names = (path: string) => [...plain(path).matchAll(/:(\w+)/g)].map(([, name]) => name!)

  test('beside the desk only pages of participants and of the local mailbox name a person, a file or a mail in their path', () => {
    const naming = pages.filter((page) => !isOfDesk(page) && names(page.path)
      .some((name) => !ofContent.has(name) && !/\/:claim\/(news|documents)\/:id$/.test(page.path)))
    expect(naming.map(({ path, who: rule }) => `${plain(path)} ${rule}`)).toEqual([
      '/:lang/account/sign-in/end/:session freshly-proven', '/:lang/account/passkeys/add/:person/options freshly-proven',
      '/:lang/account/passkeys/add/:person freshly-proven',
      '/:lang/account/passkeys/remove/:passkey freshly-proven', '/:lang/account/email/:person freshly-proven',
      '/:lang/account/email/:person/code freshly-proven',
      '/:lang/account/bank-account/:person freshly-proven',
      '/:lang/account/fee/:person/:claim participant', '/:lang/account/documents/:person/:file participant',
      '/:lang/account/documents/of/:claim/:id participant', '/:lang/account/messages/:person/:mail participant',
      '/:lang/account/messages/:person/:mail/html participant', '/:lang/account/messages/:person/:mail/attachments/:at participant',
      '/:lang/account/leave/receipt/:receipt participant', '/:lang/account/leave/:person/:claim participant',
      '/:lang/account/leave/:person/:claim/end participant', '/:lang/account/leave/:person/:claim/revoke participant',
      '/:lang/account/leave/:person/:claim/court participant', '/:lang/account/deficiencies/:person/:notice participant',
      '/:lang/account/decisions/:person participant', '/:lang/account/decisions/:person/:decision participant',
      '/:lang/account/details/:person participant',
      '/:lang/account/details/:person/saved participant', '/:lang/account/details/:person/:claim participant',
      '/:lang/account/details/:person/:claim/sign freshly-proven', '/:lang/account/claims/:claim/:person freshly-proven',
      '/:lang/account/children/:person participant', '/:lang/account/children/:person/give-up freshly-proven',
      '/:lang/account/stay/:person/:claim participant',
      '/:lang/guardian/:invitation visitor', '/:lang/guardian/:invitation/code invited', '/:lang/guardian/:invitation/answer invited',
      '/:lang/account/my-data/:person/archive freshly-proven', '/:lang/account/my-data/:person/archives/:archive freshly-proven',
      '/:lang/account/my-data/:person/erase freshly-proven', '/:lang/account/my-data/:person/erase/confirm freshly-proven',
      '/:lang/not-me/:mail anyone', '/:lang/desk/first/:token anyone',
      '/mailbox/:id developer', '/mailbox/:id/html developer', '/mailbox/:id/attachments/:at developer',
      '/:lang/:claim/join/phone/:token anyone',
    ])
  })

  test('a document is there for its own person and does not exist for anybody else', async () => {
    const address = `/en/account/documents/${files.person}/${files.file}`
    const mine = await who['participant'].get(address)
    expect([mine.status, mine.headers.get('cache-control'), mine.headers.get('content-type')])
      .toEqual([200, 'private, no-store', 'application/pdf'])
    for (const kind of ['joiner', 'joiner of another claim'] as const) expect((await who[kind].get(address)).status).toBe(404)
    const other = await site.db.selectFrom('draft').select('person_id').where('claim', '=', 'zoom').executeTakeFirstOrThrow()
    for (const wrong of [`${other.person_id}/${files.file}`, `${files.person}/${other.person_id}`, `${files.person}/x`, `x/${files.file}`,
      `${files.person}/${files.file}%00`]) {
      expect((await who['participant'].get(`/en/account/documents/${wrong}`)).status).toBe(404)
    }
  })

  test('an account shows nothing of another person', async () => {
    expect(await (await who['participant'].get('/en/account')).text()).toContain('Voorbeeld Deelnemer')
    expect(await (await who['joiner of another claim'].get('/en/account')).text()).not.toContain('Voorbeeld Deelnemer')
  })

  test('somebody who types the address of another gets into nothing of it without the code', async () => {
    const thief = visitor(site)
    site.clock.moveTo('2026-11-23T10:30:00Z')
    await thief.post('/en/tiktok/join', { name: 'Dief', email: 'bezig@voorbeeld.example', statement: 'yes', terms: 'yes' })
    const page = await (await thief.get('/en/tiktok/join/code')).text()
    for (const secret of ['Voorbeeld Deelnemer', 'Voorbeeldstraat', '1234 AB']) expect(page).not.toContain(secret)
    for (const step of ['details', 'agreements', 'sign', 'check', 'done',
      'known']) expect((await thief.get(`/en/tiktok/join/${step}`)).status).toBe(403)
    expect((await thief.get('/en/account')).status).toBe(403)
    const real = visitor(site)
    site.clock.moveTo('2026-11-23T11:00:00Z')
    await real.post('/en/tiktok/join', { name: 'Echt', email: 'bezig@voorbeeld.example', statement: 'yes', terms: 'yes' })
    await real.post('/en/tiktok/join/code', { code: await codeFor(site, 'bezig@voorbeeld.example') })
    expect((await real.get('/en/tiktok/join/details')).status).toBe(200)
    expect((await thief.get('/en/tiktok/join/details')).status).toBe(403)
  })
})

test.each([['where a mail server is set', { localMailbox: false }],
  ['in production, whatever else is set', { production: true }]])('%s, the local mailbox does not exist', async (_, settings) => {
  const other = await testSite(settings)
  for (const page of pages.filter((each) => each.who === 'developer')) expect((await visitor(other).get(addressOf(page.path))).status)
    .toBe(404)
  await other.close()
})
