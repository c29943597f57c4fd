import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { followForDuplicates } from '#duplicates/jobs.ts'
import type { Role } from '#organisers/roles.ts'
import { followJournal } from '#search/jobs.ts'
import { pages } from '#web/pages.ts'
import { wait, joined, signedIn } from '../account-builders.ts'
import { testSite, type TestSite } from '../builders.ts'
import { deskVisitor, type DeskVisitor } from '../desk.ts'
import { personAt } from '../families.ts'
import { deskWords, workOn } from './desk-life.ts'
import { keptLog } from './kept-log.ts'

/** Every page of the desk with true ids in its address, as each role: who may not see participants sees none, by no address (SE-03). */
const person = {
  legalName: 'Wendelmoet Kwartelsprong', email: 'wendelmoet@kwartelsprong.example', street: 'Zwaluwkade 7',
  city: 'Roodborst', 'account-username': 'wielewaal77',
}
const twin = { ...person, legalName: 'Kwartelsprong, Wendelmoet', email: 'twee@kwartelsprong.example' }
const personal = [person.legalName, 'Wendelmoet', 'Kwartelsprong', person.email, 'Zwaluwkade', 'Roodborst', 'wielewaal']

let site: TestSite
let ids: Record<string, string[]>
const { log, lines } = keptLog()
const locations: string[] = []
const who = {} as Record<Role, DeskVisitor>
beforeAll(async () => {
  site = await testSite({ log })
  await joined(site, person.email, person)
  await joined(site, twin.email, twin)
  const [one, two] = [await personAt(site, person.email), await personAt(site, twin.email)]
  await workOn(site, one, await signedIn(site, person.email))
  await followJournal(site)
  await followForDuplicates(site)
  for (const role of ['administrator', 'campaigner', 'case-handler', 'treasurer', 'lawyer', 'auditor'] as const)
    who[role] = await deskVisitor(site, [role])
  const handler = who['case-handler']
  await handler.post('/en/desk/people', { text: person.legalName }).then((answer) => locations.push(answer.headers.get('location') ?? ''))
  await handler.post('/en/desk/people/segments', { name: 'All of TikTok', filter: 'claim=tiktok' })
  const run = await handler.post('/en/desk/bulk/new?claim=tiktok&act=suspend', {
    because: 'signals', suspendReason: 'signals', explanation: 'We look at every sign-up of this week',
  })
  const runAt = run.headers.get('location')!
  await handler.post(`${runAt}/propose`)
  await handler.post(`/en/desk/duplicates/${[one, two].sort().join('/')}/merge`, { keep: 'earlier' })
  await handler.post(`/en/desk/people/${two}/tasks`, { kind: 'call', to: 'case-handler' })
  await handler.post(`/en/desk/people/${two}/erase`, {
    because: 'asked', cameBy: 'letter', identity: 'known-address', answerBy: 'mail', 'askedOn-day': '23',
    'askedOn-month': '11', 'askedOn-year': '2026',
  })
  const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
  const of = async (table: 'case_note' | 'case_task' | 'deficiency_notice' | 'decision' | 'proposal') =>
    idsOf(await site.db.selectFrom(table as 'case_note').select('id').execute())
  ids = {
    lang: ['en'], slug: ['tiktok'], person: [one, two], other: [two, one], note: await of('case_note'),
    task: await of('case_task'), notice: await of('deficiency_notice'), decision: await of('decision'),
    proposal: await of('proposal'),
    mail: idsOf(await site.db.selectFrom('mail').select('id').where('person_id', '=', one).limit(3).execute()),
    run: [runAt.split('/').at(-1)!], organiser: [who.lawyer.organiser.personId], act: ['suspend', 'lift', 'exclude'],
    version: ['1'], a: ['1'], b: ['1'], kind: ['mandate'], part: ['money'], family: ['page'], name: ['headline'],
    view: ['costs'], item: ['WEB-01'], position: ['0'], token: ['x'],
  }
})
afterAll(() => site.close())

/** All addresses of the desk, some with a query that asks for more. */
function addresses(): string[] {
  const plain = pages.filter((page) => page.who === 'organiser').map(({ path }) => path.replace('{(?:en|nl)}', ''))
  const filled = plain.flatMap((path) => [0, 1].map((turn) => path.replace(/:(\w+)/g, (_, name: string) => {
    const known = ids[name] ?? [randomUUID()]
    return known[turn % known.length] ?? randomUUID()
  })))
  const [one] = ids['person']!
  const more = [
    `/en/desk/people?claim=tiktok`, `/en/desk/people?state=active`, `/en/desk/duplicates?person=${one}`,
    '/en/desk/duplicates?view=shared', '/en/desk/duplicates?view=merged', `/en/desk/journal?about=${one}`,
    '/en/desk/journal?what=casework', '/en/desk/tasks?of=all', '/en/desk/proposals?view=waiting',
    '/en/desk/proposals?view=answered', '/en/desk/bulk/new?claim=tiktok&act=suspend', '/en/desk/payments?view=all',
  ]
  return [...new Set([...filled, ...more])]
}

const seenBy = async (visitor: DeskVisitor, words: readonly string[]) => {
  const told: string[] = []
  for (const address of addresses()) {
    const answer = await visitor.get(address)
    expect([address, answer.status]).not.toEqual([address, 500])
    locations.push(answer.headers.get('location') ?? '')
    const body = await answer.text()
    for (const word of words) if (body.includes(word)) told.push(`${address}: ${word}`)
  }
  return told
}

describe('personal data at the desk', () => {
  test.each(['administrator', 'campaigner'] as const)('%s sees of participants neither name, address nor words', async (role) => {
    expect(await seenBy(who[role], [...personal, ...deskWords])).toEqual([])
  })

  test.each(['treasurer', 'auditor'] as const)('%s reads no free text, mail or file', async (role) => {
    expect(await seenBy(who[role], deskWords)).toEqual([])
    const [one] = ids['person']!
    expect((await who[role].post(`/en/desk/people/${one}/read`, { reason: 'court' })).status).toBe(403)
  })

  test('a case handler reads free text only with a stated reason, for 30 minutes, and nobody else with it', async () => {
    const handler = who['case-handler']
    expect(await seenBy(handler, deskWords)).toEqual([])
    const [one] = ids['person']!
    expect((await handler.post(`/en/desk/people/${one}/read`, { reason: 'other', words: 'A question of hers' })).status).toBe(303)
    expect((await seenBy(handler, deskWords)).length).toBeGreaterThan(0)
    expect(await seenBy(who.lawyer, deskWords)).toEqual([])
    wait(site, 31)
    expect(await seenBy(handler, deskWords)).toEqual([])
  })

  test('none of it stands in an address, a redirect or the log', () => {
    for (const text of [lines.join(''), locations.join('\n')])
      expect([...personal, ...deskWords].filter((word) => text.includes(word) || text.includes(encodeURIComponent(word)))).toEqual([])
  })

  test('nor in facts of the journal, subjects of proposals, payloads of jobs or content', async () => {
    const rows = await Promise.all([
      site.db.selectFrom('journal_entry').select('facts').execute(), site.db.selectFrom('proposal').select('subject').execute(),
      site.db.selectFrom('tally').selectAll().execute(), site.db.selectFrom('bulk_plan').select(['filter', 'params']).execute(),
    ])
    const text = JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
    expect([...personal, ...deskWords].filter((word) => text.includes(word))).toEqual([])
  })
})

describe('somebody whose record is locked (GDPR 18)', () => {
  test('is shown by name on no page of the desk, to no role', async () => {
    const waiting = await site.db.selectFrom('proposal').select('id').where('act', '=', 'erasure').executeTakeFirstOrThrow()
    expect((await who.lawyer.post(`/en/desk/proposals/${waiting.id}`, { answer: 'approve' })).status).toBe(303)
    const [, two] = ids['person']!
    await followJournal(site)
    const asked = await site.db.selectFrom('erasure_request').select('whole').where('person_id', '=', ids['person']![1]!).execute()
    expect(asked).toEqual([{ whole: false }])
    ids = { ...ids, person: [two!], other: [ids['person']![0]!] }
    for (const role of ['case-handler', 'lawyer', 'auditor'] as const)
      expect(await seenBy(who[role], [twin.legalName, twin.email])).toEqual([])
  })
})
