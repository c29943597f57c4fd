import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { suspend } from '#guardians/suspend.ts'
import { openSession } from '#identity/sessions.ts'
import { reachAt } from '#participants/reach-at.ts'
import { storeFile } from '#platform/files/stored.ts'
import { queueMail } from '#platform/mail/queue.ts'
import { pages } from '#web/pages.ts'
import { testSite, visitor, type TestSite, type Visitor } from '../builders.ts'
import { at, family, personAt, type Family } from '../families.ts'

/** Whose file is asked for, and by whom. */
const born = { of15: '2012-06-01', of16: '2011-09-01', of17: '2010-06-01', left: '2012-06-01', of18: '2010-02-20' } as const
type Child = keyof typeof born
const askers = ['parent of 15', 'parent of 16', 'parent of 17', 'child of 16', 'young adult', 'former guardian', 'parent of 18',
  'another family'] as const
type Asker = (typeof askers)[number]
const asks: Record<Asker, Child> = {
  'parent of 15': 'of15', 'parent of 16': 'of16', 'parent of 17': 'of17', 'child of 16': 'of16', 'young adult': 'of18',
  'former guardian': 'left', 'parent of 18': 'of18', 'another family': 'of15',
}

const under16: readonly Asker[] = ['parent of 15']
const parents: readonly Asker[] = ['parent of 15', 'parent of 16', 'parent of 17']
const adult: readonly Asker[] = ['young adult']
const ofTheData: readonly Asker[] = ['parent of 15', 'child of 16', 'young adult']
const agreement: readonly Asker[] = [...parents, 'young adult']
const all: readonly Asker[] = [...parents, 'child of 16', 'young adult']

/**
 * Who gets in where somebody is named in the path: by hand, not by the rule itself (domain 2.5, GD-07, SE-08). The fee is the parent's own,
 * and no child's.
 */
const lets: Record<string, readonly Asker[]> = {
  '/deficiencies/:person/:notice': all, '/decisions/:person': all, '/decisions/:person/:decision': all,
  '/details/:person': all, '/details/:person/saved': all, '/details/:person/:claim': all,
  '/details/:person/:claim/sign': agreement,
  '/claims/:claim/:person': agreement,
  '/passkeys/add/:person': ['child of 16', 'young adult'], '/passkeys/add/:person/options': ['child of 16', 'young adult'],
  '/email/:person': ['child of 16', 'young adult'], '/email/:person/code': ['child of 16', 'young adult'],
  '/bank-account/:person': agreement, '/fee/:person/:claim': [],
  '/documents/:person/:file': ofTheData, '/messages/:person/:mail': ofTheData, '/messages/:person/:mail/html': ofTheData,
  '/messages/:person/:mail/attachments/:at': [],
  '/leave/:person/:claim': agreement, '/leave/:person/:claim/end': agreement, '/leave/:person/:claim/revoke': agreement,
  '/leave/:person/:claim/court': agreement,
  '/children/:person': [...parents, 'child of 16'], '/children/:person/give-up': parents, '/stay/:person/:claim': adult,
  '/my-data/:person/archive': ofTheData, '/my-data/:person/archives/:archive': ofTheData, '/my-data/:person/erase': ofTheData,
  '/my-data/:person/erase/confirm': ofTheData,
}

let site: TestSite
const who = {} as Record<Asker, Visitor>
const families = {} as Record<Child, Family>
const values = {} as Record<Asker, Record<string, string> & { person: string }>
const emails = {} as Record<Asker, string>
const named = pages.filter(({ path }) => path.includes('/account/') && path.includes(':person'))
  .map((page) => ({ ...page, to: page.path.replace(/^.*?\/account/, '') }))

beforeAll(async () => {
  site = await testSite()
  for (const child of Object.keys(born) as Child[]) families[child] = await family(site, `ouder.${child}`, born[child])
  const other = await family(site, 'vreemd', born.of15)
  await families.left.who.post(`/en/account/children/${families.left.child}/give-up`, { seen: 'yes' })
  at(site, '2028-03-01')
  for (const child of ['of16', 'of18'] as const) await reachAt(site.ctx(), families[child].child, `kind.${child}@voorbeeld.example`)
  for (const asker of askers) {
    const { child, email: parentEmail } = families[asks[asker]]
    const own = asker === 'child of 16' || asker === 'young adult'
    const email = own ? `kind.${asks[asker]}@voorbeeld.example` : asker === 'another family' ? other.email : parentEmail
    emails[asker] = email
    who[asker] = visitor(site)
    who[asker].cookies.set('session',
      await openSession(site.ctx(), { personId: await personAt(site, email), emailIndex: site.vault.index('email', email), proven: true }))
    const file = (await storeFile(site, child, { kind: 'answer', mediaType: 'application/pdf', bytes: Buffer.from('%PDF') })).id
    const zip = (await storeFile(site, child, { kind: 'archive', mediaType: 'application/zip', bytes: Buffer.from('PK') })).id
    const archive = randomUUID()
    await site.db.insertInto('archive')
      .values({ person_id: child, id: archive, asked_by: child, language: 'en', asked_at: site.clock.now(), built_at: site.clock.now(),
      file_id: zip }).execute()
    const mail = await queueMail(site.ctx(), { personId: child, once: `test:${asker}`, kind: 'test', language: 'en', to: email,
      message: { from: 'a@voorbeeld.example', subject: 'Test', text: 'Test', html: '<p>Test</p>', attachments: [] } as never })
    const notice = randomUUID()
    await site.db.insertInto('deficiency_notice')
      .values({
        person_id: child, id: notice, claim: 'tiktok', defects: ['name-mismatch'], language: 'en',
        sent_on: '2028-03-01', cure_days: 30, rule: 'AD-04', calendar: 'nl', due_on: '2028-03-31',
        internal_due_on: '2028-03-24', actor: 'system', sent_at: site.clock.now(),
      })
      .execute()
    const decision = randomUUID()
    await site.db.insertInto('decision')
      .values({
        person_id: child, id: decision, kind: 'suspend', reason: 'signals', suspension_id: decision,
        actor: 'organiser:x', decided_at: site.clock.now(),
      })
      .execute()
    values[asker] = { person: child, claim: 'tiktok', file, mail: mail!, archive, at: '0', zip, notice, decision }
  }
}, 120_000)
afterAll(() => site.close())

const addressOf = (to: string, of: Record<string, string>) => `/en/account${to}`.replace(/:(\w+)/g, (_, name: string) => of[name]!)
const entered = (status: number) => status !== 404

test('the table names every page of the account on which somebody is named', () => {
  expect(named.map(({ to }) => to).sort()).toEqual(Object.keys(lets).sort())
})

describe.each(askers)('%s', (asker) => {
  test('gets in where the rule says, and to nothing else exists', async () => {
    const found: Record<string, boolean> = {}
    for (const { to } of named) {
      const of = { ...values[asker], ...(to.startsWith('/claims') && { claim: 'zoom' }) }
      const answer = await who[asker].get(addressOf(to, of))
      // The options are asked for by POST; looking there leads to the page.
      if (to.endsWith('/options')) found[to] = entered((await who[asker].post(addressOf(to, of))).status)
      else found[to] = entered(answer.status)
      expect([to, answer.status]).not.toEqual([to, 500])
    }
    expect(found).toEqual(Object.fromEntries(named.map(({ to }) => [to, lets[to]!.includes(asker)])))
  })

  test('a form sent to where one does not get in does nothing', async () => {
    const before = await site.db.selectFrom('journal_entry').select((row) => row.fn.countAll().as('n')).executeTakeFirstOrThrow()
    for (const { to, send } of named) {
      if (!send || lets[to]!.includes(asker)) continue
      const answer = await who[asker].post(addressOf(to, { ...values[asker], ...(to.startsWith('/claims') && { claim: 'zoom' }) }), {
        email: 'dief@voorbeeld.example', iban: 'NL91ABNA0417164300', holder: 'Dief', own: 'yes', whose: 'representative', declared: 'yes',
        sure: 'yes', seen: 'yes', confirm: 'yes', kind: 'mandate',
        answer: 'agreed', code: '123456', share: 'yes', statement: 'yes', terms: 'yes',
      })
      expect([to, answer.status === 404 || answer.status === 422]).toEqual([to, true])
    }
    expect(await site.db.selectFrom('journal_entry').select((row) => row.fn.countAll().as('n')).executeTakeFirstOrThrow()).toEqual(before)
  })

  test('reads of no mail and no own address that is the child\'s', async () => {
    const { person } = values[asker]
    const messages = await (await who[asker].get('/en/account/messages')).text()
    expect(messages.includes(`/account/messages/${person}/`)).toBe(ofTheData.includes(asker))
    const details = await (await who[asker].get('/en/account/details')).text()
    expect(details.includes('kind.of16@voorbeeld.example')).toBe(asker === 'child of 16')
    const mine = await (await who[asker].get('/en/account/my-data')).text()
    expect(mine.includes(person!)).toBe(ofTheData.includes(asker))
  })
})

test('an archive opens from the page of own data alone', async () => {
  for (const asker of askers)
    expect((await who[asker].get(`/en/account/documents/${values[asker].person}/${values[asker]['zip']!}`)).status).toBe(404)
})

test('who represents a child of 15 gets in everywhere but to its way in', () => {
  expect(Object.entries(lets)
    .filter(([to, list]) => !under16.every((asker) => list.includes(asker)) && !to.startsWith('/email') && !to.startsWith('/passkeys'))
    .map(([to]) => to))
    .toEqual(['/fee/:person/:claim', '/messages/:person/:mail/attachments/:at', '/stay/:person/:claim'])
})

test('while it is disputed who decides for a child, or whose sign-up it is, nothing that cannot be undone is done; leaving is',
  async () => {
  const { of15 } = families
  const parent = who['parent of 15']
  await suspend(site.ctx(), of15.child, 'custody-objection')
  const bank = await parent.post(`/en/account/bank-account/${of15.child}`,
    { holder: 'Ouder Voorbeeld', iban: 'NL91ABNA0417164300', whose: 'representative', declared: 'yes' })
  expect([bank.status, await bank.text()]).toEqual([422, expect.stringContaining('Everything for this child is on hold')])
  expect((await parent.post(`/en/account/my-data/${of15.child}/erase/confirm`, { sure: 'yes' })).status).toBe(422)
  expect((await parent.get(`/en/account/leave/${of15.child}/tiktok/end`)).status).toBe(200)

  await suspend(site.ctx(), of15.parent, 'identity-disputed')
  for (const [to, form] of [
    [`/bank-account/${of15.parent}`, { holder: 'Ouder Voorbeeld', iban: 'NL91ABNA0417164300', own: 'yes' }],
    [`/email/${of15.parent}`, { email: 'weg@voorbeeld.example' }],
    [`/my-data/${of15.parent}/archive`, {}], [`/my-data/${of15.parent}/erase/confirm`, { sure: 'yes' }],
  ] as const) expect([to, (await parent.post(`/en/account${to}`, form)).status]).toEqual([to, 422])
  expect(await site.db.selectFrom('bank_account').select('id').where('person_id', 'in', [of15.child, of15.parent]).execute()).toEqual([])
  expect(await site.db.selectFrom('erasure_request').select('person_id').execute()).toEqual([])
})
