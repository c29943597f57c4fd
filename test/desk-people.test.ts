import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { followJournal } from '#search/jobs.ts'
import { join, testSite, visitor, type TestSite } from './builders.ts'
import { deskVisitor, type DeskVisitor } from './desk.ts'

let site: TestSite
let handler: DeskVisitor
const people = '/en/desk/people'
const events = (event: string) =>
  site.db.selectFrom('journal_entry').select(['actor', 'facts', 'person_id']).where('event', '=', event as never)
    .orderBy('id').execute()
const search = async (who: DeskVisitor, fields: Record<string, string>) => {
  const answer = await who.post(people, fields)
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!
}

beforeAll(async () => {
  site = await testSite()
  await join(site, visitor(site), { email: 'een@voorbeeld.example', answers: { legalName: 'Jasmijn de Vries', postcode: '9876 zx' } })
  site.clock.moveTo('2026-11-23T10:10:00Z')
  await join(site, visitor(site), {
    email: 'twee@voorbeeld.example', claim: 'zoom',
    answers: { legalName: 'Bas Vriesema', 'account-email': 'twee@voorbeeld.example' },
  })
  await followJournal(site)
  handler = await deskVisitor(site, ['case-handler'])
}, 120_000)
afterAll(() => site.close())

describe('the list of people at the desk (SE-03)', () => {
  test('shows the newest first, each leading to the file', async () => {
    const html = await (await handler.get(people)).text()
    expect(html.indexOf('Bas Vriesema')).toBeGreaterThan(0)
    expect(html.indexOf('Bas Vriesema')).toBeLessThan(html.indexOf('Jasmijn de Vries'))
    expect(html).toMatch(/href="\/en\/desk\/people\/[0-9a-f-]{36}"/)
    expect(html).toContain('2 participants')
  })

  test('finds what is typed without putting it in an address, and gives it back in the box on reload', async () => {
    const to = await search(handler, { text: 'jasm' })
    expect(to).toMatch(/^\/en\/desk\/people\?q=[0-9a-f-]{36}$/)
    const html = await (await handler.get(to)).text()
    expect([html.includes('Jasmijn de Vries'), html.includes('Bas Vriesema'), html.includes('value="jasm"')]).toEqual([true, false, true])
    expect(html).toContain('1 participant')
    expect(html.match(/(?:href|action)="[^"]*jasm[^"]*"/i)).toBe(null)
  })

  test('says that a word of two letters is found only as a whole word', async () => {
    const told = async (text: string) =>
      (await (await handler.get(await search(handler, { text }))).text()).includes('fewer than three letters')
    expect([await told('ja'), await told('de vries'), await told('de pietersen'), await told('jas')]).toEqual([true, false, true, false])
  })

  test('is narrowed by an address anybody at the desk may pass on', async () => {
    const to = await search(handler, { text: '', claim: 'zoom', state: 'active', country: '', from: '2026-11-23', nonsense: 'x' })
    expect(to).toBe(`${people}?claim=zoom&state=active&from=2026-11-23`)
    const html = await (await handler.get(to)).text()
    expect([html.includes('Bas Vriesema'), html.includes('Jasmijn de Vries')]).toEqual([true, false])
    expect(html).toContain(`href="${people}?state=active&amp;from=2026-11-23"`)
    expect(await (await handler.get(`${people}?claim=tiktok&state=suspended`)).text()).toContain('Nobody fits')
  })

  test('journals every look at names by what kind of words, and never what was typed', async () => {
    const before = (await events('search.looked')).length
    await handler.get(await search(handler, { text: 'vriesema 27-3-1994', claim: 'zoom' }))
    const looked = (await events('search.looked')).slice(before)
    expect(looked).toEqual([
      { actor: `organiser:${handler.organiser.personId}`, person_id: null, facts: { by: 'born', filter: 'claim=zoom', shown: 1 } },
    ])
    expect(JSON.stringify(await events('search.looked'))).not.toMatch(/vries|jasm|1994/i)
  })

  test('keeps what was typed for who typed it, sealed, for 12 hours', async () => {
    const to = await search(handler, { text: 'jasmijn' })
    const other = await deskVisitor(site, ['treasurer'])
    const seen = await (await other.get(to)).text()
    expect([seen.includes('no longer kept'), seen.includes('Jasmijn')]).toEqual([true, false])
    const rows = await site.db.selectFrom('search_query').select('asked').execute()
    expect(rows.every(({ asked }) => !asked.toString('latin1').includes('jasmijn'))).toBe(true)
  })

  test('answers to an address that was tampered with as to nothing', async () => {
    for (const query of [
      'q=x', 'after=99999999999999999999', 'after=9223372036854775807', 'before=-1', "claim='--", 'from=2026-02-31',
      'state=%00',
    ]) {
      expect((await handler.get(`${people}?${query}`)).status, query).toBe(200)
    }
    expect((await handler.post(people, { text: 'x'.repeat(201) })).status).toBe(422)
  })

  test('shuts out who writes texts, who runs the desk, who is signed in as a participant, and who is nobody', async () => {
    for (const role of ['campaigner', 'administrator'] as const) {
      const who = await deskVisitor(site, [role])
      expect([(await who.get(people)).status, (await who.post(people, { text: 'jasmijn' })).status], role).toEqual([403, 403])
    }
    expect((await visitor(site).get(people)).status).toBe(403)
  })
})

describe('segments', () => {
  test('are saved from what the list is narrowed by, listed for all, renamed and dropped; each is journaled', async () => {
    const to = `${people}/segments`
    expect((await handler.post(to, { name: 'Nieuw in Zoom', filter: 'claim=zoom&state=active&q=x' })).headers.get('location'))
      .toBe(`${people}?claim=zoom&state=active`)
    const auditor = await deskVisitor(site, ['auditor'])
    const html = await (await auditor.get(to)).text()
    expect([html.includes('Nieuw in Zoom'), html.includes('Rename or drop')]).toEqual([true, false])
    expect((await auditor.post(to, { name: 'Anders', filter: 'claim=zoom' })).status).toBe(403)
    expect(await (await handler.post(to, { name: 'nieuw in ZOOM', filter: 'claim=tiktok' })).text()).toContain('segment of this name')
    expect((await handler.post(to, { name: 'Iedereen', filter: '' })).status).toBe(422)
    const { id } = await site.db.selectFrom('segment').select('id').executeTakeFirstOrThrow()
    expect((await handler.post(`${to}/${id}`, { act: 'rename', name: 'Zoom' })).status).toBe(303)
    expect(await (await handler.get(people)).text()).toContain('>Zoom</a>')
    expect((await handler.post(`${to}/${id}`, { act: 'drop', name: 'Zoom' })).status).toBe(303)
    expect((await handler.get(`${to}/${id}`)).status).toBe(404)
    expect((await handler.get(`${to}/nonsense`)).status).toBe(404)
    for (const event of ['search.segment-saved', 'search.segment-renamed', 'search.segment-dropped'])
      expect(await events(event), event).toHaveLength(1)
  })
})

test('the list says until when it is complete where the journal is not followed, and that it was never made', async () => {
  site.clock.moveTo('2026-11-23T10:40:00Z')
  expect(await (await handler.get(people)).text()).toContain('complete up to 23 November 2026')
  await site.db.deleteFrom('search_query').execute()
  await followJournal(site)
  expect(await (await handler.get(people)).text()).not.toContain('complete up to')
})
