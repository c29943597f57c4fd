import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chainJournal } from '#journal/chain.ts'
import { askCheck, check, listChecks, noteWrong } from '#journal/check.ts'
import { journalEvents } from '#journal/events.ts'
import { record } from '#journal/record.ts'
import { keepJournal } from '#journal-alarm.ts'
import { isWordKey } from '#words/words.ts'
import { wait } from './account-builders.ts'
import { join, testSite, visitor, type TestSite } from './builders.ts'
import { deskVisitor, type DeskVisitor } from './desk.ts'
import { personAt } from './families.ts'

let site: TestSite
let auditor: DeskVisitor
let lawyer: DeskVisitor
let personId = ''
let reference = ''
beforeAll(async () => {
  site = await testSite()
  await join(site, visitor(site), { email: 'journaal@voorbeeld.example' })
  personId = await personAt(site, 'journaal@voorbeeld.example')
  reference = (await site.db.selectFrom('participation').select('reference').where('person_id', '=', personId).executeTakeFirstOrThrow())
    .reference
  wait(site, 3 * 24 * 60)
  auditor = await deskVisitor(site, ['auditor'], { name: 'Ada Auditor' })
  lawyer = await deskVisitor(site, ['lawyer'], { name: 'Lea Lawyer' })
  for (let n = 0; n < 60; n += 1) await record(site.ctx(`organiser:${lawyer.organiser.personId}`), 'journal.exported', null, { n })
})
afterAll(() => site.close())

const textOf = async (response: Response) => (await response.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const entries = (html: string) => [...html.matchAll(/<time dateTime="/gi)].length

test('every event of the journal has words, and every room of events a name', () => {
  const missing = journalEvents.flatMap((event) => [`desk.journal.event.${event}`, `desk.journal.room.${event.split('.')[0]}`])
    .filter((key) => !isWordKey(key))
  expect([...new Set(missing)]).toEqual([])
})

describe('the journal at the desk', () => {
  test('names organisers, tells of participants by reference, and links it for who may open a record', async () => {
    const html = await (await auditor.get(`/en/desk/journal?about=${reference}`)).text()
    expect(html).toContain(`/en/desk/people/${personId}`)
    expect(html).toContain('pressed the last button of joining')
    expect(html).not.toContain('Voorbeeld Deelnemer')
    const administrator = await deskVisitor(site, ['administrator'])
    const unlinked = await (await administrator.get(`/en/desk/journal?about=${personId}`)).text()
    expect(unlinked).toContain(reference)
    expect(unlinked).not.toContain(`/en/desk/people/${personId}`)
    expect(await textOf(await auditor.get('/nl/desk/journal'))).toContain('Lea Lawyer : exporteerde het logboek')
  })

  test('is searched by period, event, room and organiser', async () => {
    const found = async (query: string) => {
      const html = await (await auditor.get(`/en/desk/journal?${query}`)).text()
      return { n: entries(html), html }
    }
    expect((await found('from=24-11-2026&until=25-11-2026')).n).toBe(0)
    const first = await found('until=2026-11-23&what=joining')
    const listed = first.html.split('class="journal-list"')[1]!
    expect(listed).toContain('began to join')
    expect(listed).not.toContain('granted a power of attorney')
    expect((await found('what=joining.submitted')).n).toBe(1)
    expect((await found(`who=${auditor.organiser.personId}`)).n).toBe(0)
    expect((await found(`who=${lawyer.organiser.personId}&what=joining`)).n).toBe(0)
    expect((await found('from=31-02-2026')).html).toContain('Write the day as 23-11-2026')
    expect((await found('about=NIEMAND')).html).toContain('No participant has this reference or number.')
  })

  test('shows an event of an earlier version by its name', async () => {
    await record(site.ctx(), 'joining.forgotten' as never, null)
    const response = await auditor.get('/en/desk/journal')
    expect([response.status, await textOf(response)]).toEqual([200, expect.stringContaining('joining.forgotten')])
  })

  test('turns its pages by key: none twice, none left out, also among entries of one instant', async () => {
    const seen: string[] = []
    let next: string | undefined = '/en/desk/journal'
    for (let pages = 0; next && pages < 10; pages += 1) {
      const html: string = await (await lawyer.get(next)).text()
      seen.push(...[...html.matchAll(/no\. (\d+)/g)].map(([, id]) => id!))
      next = /<a rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    const all = await site.db.selectFrom('journal_entry').select('id').orderBy('at', 'desc').orderBy('id', 'desc').execute()
    expect(seen).toEqual(all.map(({ id }) => String(id)))
  })
})

describe('verify and export', () => {
  test('a look at the chain is asked once, taken by a job, and its result shown', async () => {
    expect(await textOf(await auditor.get('/en/desk/journal/verify'))).toContain('Nobody has verified the journal yet.')
    await chainJournal(site.ctx())
    await auditor.post('/en/desk/journal/verify')
    await auditor.post('/en/desk/journal/verify')
    const [asked, ...more] = await listChecks(site.db)
    expect(more).toEqual([])
    expect(await textOf(await auditor.get('/en/desk/journal/verify'))).toContain('Under way: 0 entries')
    await check(site, { checkId: asked!.id })
    expect(await textOf(await auditor.get('/en/desk/journal/verify'))).toMatch(/Whole: \d+ entries in 1 batch,/)
    const shown = await (await auditor.get('/en/desk/journal/verify')).text()
    expect(shown).toContain('Every link is signed.')
    expect(shown).toContain(site.vault.signer.publicKey.trim())
    expect((await lawyer.get('/en/desk/journal/verify')).status).toBe(403)
  })

  test('what is found wrong waits on the first page of auditors and administrators and is mailed to them once (SE-03)', async () => {
    const waits = async (who: DeskVisitor) => (await textOf(await who.get('/en/desk'))).includes('the journal is not what it was')
    wait(site, 1)
    await noteWrong(site.ctx(), { wrong: 'cut-off', upto: 70 })
    expect([await waits(auditor), await waits(lawyer)]).toEqual([true, false])
    expect(await textOf(await auditor.get('/en/desk/journal/verify'))).toContain('Cut off or made anew: entry 70')
    await keepJournal(site)
    await keepJournal(site)
    const mails = await site.db.selectFrom('mail').select('person_id').where('kind', '=', 'desk-journal').execute()
    // To the auditor and to the administrator of the test above, not to the lawyer.
    expect(mails).toHaveLength(2)
    expect(mails).toContainEqual({ person_id: auditor.organiser.personId })
    expect(mails).not.toContainEqual({ person_id: lawyer.organiser.personId })
    wait(site, 1)
    const asked = await askCheck(site.ctx(), null)
    await check(site, { checkId: asked.value })
    expect(await waits(auditor)).toBe(false)
    expect(await textOf(await auditor.get('/en/desk/journal/verify'))).toContain('The program')
  })

  test('an export of a period answers the form, never a GET, and that it left is in the journal', async () => {
    const form = { from: '23-11-2026', until: '23-11-2026' }
    const file = await auditor.post('/en/desk/journal/export', form)
    expect([file.status, file.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('.ndjson')])
    const lines = (await file.text()).trimEnd().split('\n').map((line) => JSON.parse(line) as unknown)
    expect(lines[0]).toMatchObject({
      journal: 'joinder journal 2', from: '2026-11-22T23:00:00.000Z', until: '2026-11-23T23:00:00.000Z',
      publicKey: site.vault.signer.publicKey,
    })
    expect(lines.at(-1)).toMatchObject({ end: { links: 1, unchained: 0 } })
    const exports = site.db.selectFrom('journal_entry').select('facts')
      .where('actor', '=', `organiser:${auditor.organiser.personId}`).where('event', '=', 'journal.exported')
    expect(await exports.execute()).toMatchObject([{ facts: { from: '2026-11-22T23:00:00.000Z' } }])
    await auditor.get('/en/desk/journal/export?from=2026-11-23')
    expect((await lawyer.post('/en/desk/journal/export', form)).status).toBe(403)
    expect(await exports.execute()).toHaveLength(1)
  })

  test('a day that is none, or a period turned round, is said beside the field', async () => {
    expect(await textOf(await auditor.post('/en/desk/journal/export', { from: 'yesterday' }))).toContain('Write the day as 23-11-2026')
    expect(await textOf(await auditor.post('/en/desk/journal/export', { from: '2-1-2026', until: '1-1-2026' })))
      .toContain('The last day lies before the first')
    expect((await lawyer.get('/en/desk/journal/export')).status).toBe(403)
  })
})
