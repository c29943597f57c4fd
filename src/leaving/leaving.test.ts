import { afterAll, beforeAll, expect, test } from 'vitest'
import { listEndedNotices } from '#mandates/ended-notices.ts'
import { listCapacities } from '#mandates/revoke.ts'
import { listFees } from '#fees/queries.ts'
import { listParticipations } from '#participants/queries.ts'
import { newestMail, testSite, type TestSite } from '../../test/builders.ts'
import { end } from './end.ts'
import { family } from '../../test/admitted.ts'
import { listReceipts } from './receipt.ts'
import { revokePower } from './revoke-power.ts'

let site: TestSite
let f: ReturnType<typeof family>
beforeAll(async () => {
  site = await testSite()
  f = family(site)
})
afterAll(() => site.close())

const state = async (personId: string) => (await listCapacities(site.ctx(), [personId]))
  .map(({ kind, revoked }) => `${kind} ${revoked?.reason ?? 'lives'}`)

test('ending holds from the same day, with every capacity, gives no money back and is confirmed (7:408 BW, MO-07, clauses 8.1 to 8.5)',
  async () => {
  const personId = await f.person('opzeggen@voorbeeld.example')
  await f.joins(personId)
  site.clock.moveTo('2027-02-01T10:00:00Z')
  expect((await f.within((ctx) => end(ctx, f.leaver('opzeggen@voorbeeld.example', personId), 'Ik beëindig'))).ok).toBe(true)
  expect((await listParticipations(site.ctx(), [personId]))[0]!.end).toMatchObject({ kind: 'terminated', effectiveOn: '2027-02-01' })
  expect(await state(personId)).toEqual(['mandate terminated', 'power-of-attorney terminated'])
  expect((await listFees(site.ctx(), [personId]))[0]!.refund).toBeUndefined()
  const text = (await newestMail(site, 'opzeggen@voorbeeld.example'))!.text!.replace(/\s+/g, ' ')
  for (const words of ['1 februari 2027', 'Het inschrijfgeld krijg je niet terug',
    'geen succesvergoeding verschuldigd, met één uitzondering', 'nog steeds voor jou gelden']) expect(text).toContain(words)
  expect(await f.within((ctx) => end(ctx, f.leaver('opzeggen@voorbeeld.example', personId), 'x')))
    .toEqual({ ok: false, because: 'ended-already' })
  expect(await f.within((ctx) => end(ctx, f.leaver('ander@voorbeeld.example', personId), 'x')))
    .toEqual({ ok: false, because: 'takes-no-part' })
})

test('the confirmation warns that the time limit of the claim may run on, and names the child where a parent ends (general terms 9.6)',
  async () => {
  const parent = await f.person('voogdes@voorbeeld.example')
  const child = await f.child(parent, { name: 'Noor Voorbeeld' })
  for (const [who, by] of [[parent], [child, parent]] as const) await f.joins(who, { ...(by && { by, pays: false }) })
  for (const who of [parent, child]) expect((await f.within((ctx) => end(ctx, f.leaver('voogdes@voorbeeld.example', who), 'x'))).ok)
    .toBe(true)
  const told = (await listReceipts(site.ctx(), [parent])).map(({ blocks }) => JSON.stringify(blocks))
  const [own, ofChild] = [told.find((text) => text.includes('je eigen vordering')),
    told.find((text) => text.includes('de vordering van Noor Voorbeeld'))]
  expect([own?.includes('namens jou'), ofChild?.includes('namens Noor Voorbeeld'), ofChild?.includes('namens jou')])
    .toEqual([true, true, false])
})

test('taking back the power of attorney leaves the mandate, which takes it along (3:72(c) BW, clause 9.1)', async () => {
  const [one, two] = [await f.person('volmacht@voorbeeld.example'), await f.person('opdracht@voorbeeld.example')]
  await f.joins(one)
  await f.joins(two)
  expect((await f.within((ctx) => revokePower(ctx, f.leaver('volmacht@voorbeeld.example', one), 'power-of-attorney'))).ok).toBe(true)
  expect((await f.within((ctx) => revokePower(ctx, f.leaver('opdracht@voorbeeld.example', two), 'mandate'))).ok).toBe(true)
  expect(await state(one)).toEqual(['mandate lives', 'power-of-attorney revoked'])
  expect(await state(two)).toEqual(['mandate revoked', 'power-of-attorney revoked'])
  expect((await listParticipations(site.ctx(), [one, two])).map((each) => each.end)).toEqual([undefined, undefined])
  expect((await listEndedNotices(site.ctx(), [one])).map(({ kind }) => kind)).toEqual(['power-of-attorney'])
  expect((await listReceipts(site.ctx(), [one])).map(({ kind }) => kind)).toEqual(['revoked'])
  const { facts } = await site.db.selectFrom('journal_entry').select('facts').where('event', '=', 'leaving.revoked')
    .where('person_id', '=', two).executeTakeFirstOrThrow()
  expect(facts).toMatchObject({ claim: 'tiktok', kinds: 'mandate power-of-attorney' })
  expect(await f.within((ctx) => revokePower(ctx, f.leaver('volmacht@voorbeeld.example', one), 'power-of-attorney')))
    .toEqual({ ok: false, because: 'ended-already' })
  expect(await f.within((ctx) => revokePower(ctx, f.leaver('opdracht@voorbeeld.example', one), 'mandate')))
    .toEqual({ ok: false, because: 'takes-no-part' })
})
