import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { join, newestMail, testSite, visitor, type TestSite } from '../../../test/builders.ts'
import { deskVisitor } from '../../../test/desk.ts'
import { personAt } from '../../../test/families.ts'
import { atDesk, origin } from '#casework/casework.fixture.ts'
import { countJoined } from '#figures/live.ts'
import { countObjecting, listObjections } from '#participants/objections.ts'
import { relist } from '#search/relist.ts'
import { countSegment, sampleSegment, walkSegment } from '#search/segments.ts'
import { endObjection, noteObjection } from './object.ts'

let site: TestSite
let desk: Awaited<ReturnType<typeof atDesk>>
let [one, other] = ['', '']
const email = 'bezwaarmaker@voorbeeld.example'
const later = () => site.clock.moveTo(new Date(site.clock.now().getTime() + 120_000).toISOString())
beforeAll(async () => {
  site = await testSite()
  desk = await atDesk(site)
  await join(site, visitor(site), { email })
  await join(site, visitor(site), { email: 'blijft@voorbeeld.example', answers: { legalName: 'Blijft Deelnemen' } })
  ;[one, other] = [await personAt(site, email), await personAt(site, 'blijft@voorbeeld.example')]
  await relist(site.ctx(), [one, other])
  later()
})
afterAll(() => site.close())

const asked = { cameBy: 'letter', askedOn: '2026-11-23', origin } as const
const filters = [{ claim: 'tiktok' }, { claim: 'tiktok', state: 'active' }, { from: '2026-11-01', to: '2026-11-30' }] as const
const walked = () => Promise.all(filters.map(async (filter) => (await walkSegment(site, filter, undefined, 10)).personIds.sort()))

describe('an objection under UAVG 37 (GD-09, 9.2)', () => {
  test('takes somebody out of every segment, sample and count, and out of nothing else; taken back, they are there again', async () => {
    const both = [one, other].sort()
    expect([await walked(), (await countJoined(site.db, 'tiktok')).signed]).toEqual([[both, both, both], 2])
    expect((await noteObjection(desk.ctx(), one, asked)).ok).toBe(true)
    await relist(site.ctx(), one)
    expect([await walked(), (await countJoined(site.db, 'tiktok')).signed]).toEqual([[[other], [other], [other]], 1])
    expect([await sampleSegment(site, filters[2], 5), await countSegment(site, filters[0])]).toEqual([[other], 1])
    const text = (await newestMail(site, email))!.text.replace(/\s+/g, ' ')
    for (const words of ['leave Voorbeeld out of lists', 'does not end the agreement']) expect(text).toContain(words)
    expect(await noteObjection(desk.ctx(), one, asked)).toEqual({ ok: false, because: 'objection-stands' })

    const handler = await deskVisitor(site, ['case-handler'])
    const found = await handler.post('/en/desk/people', { text: email })
    expect(await (await handler.get(found.headers.get('location')!)).text()).toContain(one)
    later()
    expect((await endObjection(desk.ctx(), one, asked)).ok).toBe(true)
    await relist(site.ctx(), one)
    expect([await walked(), (await countJoined(site.db, 'tiktok')).signed]).toEqual([[both, both, both], 2])
    expect(await endObjection(desk.ctx(), one, asked)).toEqual({ ok: false, because: 'no-objection' })
  })

  test('is noted and ended at the desk with its day, and shown on the record', async () => {
    const handler = await deskVisitor(site, ['case-handler'])
    const [record, day] = [`/en/desk/people/${one}`, { 'askedOn-day': '20', 'askedOn-month': '11', 'askedOn-year': '2026' }]
    expect((await handler.post(`${record}/objection`, { cameBy: 'mail' })).status).toBe(422)
    expect((await handler.post(`${record}/objection`, { cameBy: 'mail', ...day, 'askedOn-year': '2027' })).status).toBe(422)
    expect((await handler.post(`${record}/objection`, { cameBy: 'mail', ...day })).headers.get('location')).toBe(`${record}?done=objection`)
    expect(await (await handler.get(record)).text()).toContain('Objects since 20 November 2026')
    expect((await countObjecting(site))('tiktok')).toBe(1)
    await handler.post(`${record}/objection`, { cameBy: 'mail', ...day })
    expect([await listObjections(site, [one]), (await countObjecting(site))('tiktok')]).toEqual([[], 0])
  })
})
