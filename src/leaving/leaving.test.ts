import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listEndedNotices } from '#mandates/ended-notices.ts'
import { listCapacities } from '#mandates/revoke.ts'
import { listFees } from '#fees/queries.ts'
import { listParticipations } from '#participants/queries.ts'
import { newestMail, origin, testSite, type TestSite } from '../../test/builders.ts'
import { end } from './end.ts'
import { family } from './leaving.fixture.ts'
import { listReceipts } from './receipt.ts'
import { takeBack } from './take-back.ts'
import { withdraw } from './withdraw.ts'

let site: TestSite
let f: ReturnType<typeof family>
beforeAll(async () => {
  site = await testSite()
  f = family(site)
})
afterAll(() => site.close())

const state = async (personId: string) => (await listCapacities(site.ctx(), [personId])).map(({ kind, revoked }) => `${kind} ${revoked?.reason ?? 'lives'}`)

test('ending holds from the same day, with every capacity, gives no money back and is confirmed (7:408 BW, MO-07, clauses 8.1 to 8.5)', async () => {
  const personId = await f.person('opzeggen@voorbeeld.example')
  await f.joins(personId)
  site.clock.moveTo('2027-02-01T10:00:00Z')
  expect((await f.within((ctx) => end(ctx, f.leaver('opzeggen@voorbeeld.example', personId), 'Ik beëindig'))).ok).toBe(true)
  expect((await listParticipations(site.ctx(), [personId]))[0]!.end).toMatchObject({ kind: 'terminated', effectiveOn: '2027-02-01' })
  expect(await state(personId)).toEqual(['mandate terminated', 'power-of-attorney terminated'])
  expect((await listFees(site.ctx(), [personId]))[0]!.refund).toBeUndefined()
  const text = (await newestMail(site, 'opzeggen@voorbeeld.example'))!.text!.replace(/\s+/g, ' ')
  for (const words of ['1 februari 2027', 'Het inschrijfgeld krijg je niet terug', 'geen succesvergoeding verschuldigd, met één uitzondering', 'nog steeds voor jou gelden']) expect(text).toContain(words)
  expect(await f.within((ctx) => end(ctx, f.leaver('opzeggen@voorbeeld.example', personId), 'x'))).toEqual({ ok: false, because: 'ended-already' })
  expect(await f.within((ctx) => end(ctx, f.leaver('ander@voorbeeld.example', personId), 'x'))).toEqual({ ok: false, because: 'takes-no-part' })
})

test('taking back the power of attorney leaves the mandate and the participation; the mandate takes the power of attorney along (3:72(c) BW, clause 9.1)', async () => {
  const [one, two] = [await f.person('volmacht@voorbeeld.example'), await f.person('opdracht@voorbeeld.example')]
  await f.joins(one)
  await f.joins(two)
  expect((await f.within((ctx) => takeBack(ctx, f.leaver('volmacht@voorbeeld.example', one), 'power-of-attorney'))).ok).toBe(true)
  expect((await f.within((ctx) => takeBack(ctx, f.leaver('opdracht@voorbeeld.example', two), 'mandate'))).ok).toBe(true)
  expect(await state(one)).toEqual(['mandate lives', 'power-of-attorney revoked'])
  expect(await state(two)).toEqual(['mandate revoked', 'power-of-attorney revoked'])
  expect((await listParticipations(site.ctx(), [one, two])).map((each) => each.end)).toEqual([undefined, undefined])
  expect((await listEndedNotices(site.ctx(), [one])).map(({ kind }) => kind)).toEqual(['power-of-attorney'])
  expect((await listReceipts(site.ctx(), [one])).map(({ kind }) => kind)).toEqual(['revoked'])
  expect(await f.within((ctx) => takeBack(ctx, f.leaver('volmacht@voorbeeld.example', one), 'power-of-attorney'))).toEqual({ ok: false, because: 'ended-already' })
  expect(await f.within((ctx) => takeBack(ctx, f.leaver('opdracht@voorbeeld.example', one), 'mandate'))).toEqual({ ok: false, because: 'takes-no-part' })
})

const moves = ['withdraw', 'withdraw child', 'withdraw both', 'end', 'end child', 'revoke', 'revoke mandate', 'join', 'join child', 'wait 20 days'] as const

test('whatever the order of leaving and joining, the state is consistent and a fee goes back once at most', async () => {
  let at = Date.parse('2027-03-01T10:00:00Z')
  let families = 0
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...moves), { minLength: 2, maxLength: 9 }), async (order) => {
    site.clock.moveTo(new Date(at += 1000).toISOString())
    const email = `gezin${families += 1}@voorbeeld.example`
    const parent = await f.person(email)
    const child = await f.child(parent)
    const persons = [parent, child]
    const owesOne = async () => (await listFees(site.ctx(), [parent])).some(({ cents, refund }) => cents > 0 && !refund)
    const joins = async (personId: string) => {
      const living = (await listParticipations(site.ctx(), [personId])).some((each) => !each.end)
      if (!living) await f.joins(personId, { pays: !(await owesOne()), ...(personId === child && { by: parent }) })
    }
    const leave = (...ids: string[]) => f.within((ctx) => withdraw(ctx, {
      emailIndex: f.indexOf(email), chosen: ids.map((personId) => ({ personId, claim: 'tiktok' })), channel: 'account', sent: { statement: 's', button: 'b' }, language: 'nl', origin,
    }))
    const acts: Record<(typeof moves)[number], () => Promise<unknown>> = {
      withdraw: () => leave(parent), 'withdraw child': () => leave(child), 'withdraw both': () => leave(parent, child),
      end: () => f.within((ctx) => end(ctx, f.leaver(email, parent), 's')), 'end child': () => f.within((ctx) => end(ctx, f.leaver(email, child), 's')),
      revoke: () => f.within((ctx) => takeBack(ctx, f.leaver(email, parent), 'power-of-attorney')),
      'revoke mandate': () => f.within((ctx) => takeBack(ctx, f.leaver(email, child), 'mandate')),
      join: () => joins(parent), 'join child': () => joins(child),
      'wait 20 days': async () => site.clock.moveTo(new Date(at += 20 * 86_400_000).toISOString()),
    }
    await joins(parent)
    for (const move of order) {
      site.clock.moveTo(new Date(at += 1000).toISOString())
      await acts[move]()
    }
    const all = await listParticipations(site.ctx(), persons)
    const capacities = await listCapacities(site.ctx(), persons)
    for (const personId of persons) {
      const own = all.filter((each) => each.personId === personId)
      const living = own.filter((each) => !each.end)
      expect(living.length).toBeLessThanOrEqual(1)
      expect(own.map(({ round }) => round)).toEqual(own.map((_, i) => i + 1))
      expect(capacities.filter((each) => each.personId === personId && !each.revoked).every(({ round }) => round === living[0]?.round)).toBe(true)
    }
    const fees = (await listFees(site.ctx(), persons)).filter(({ cents }) => cents > 0)
    expect(fees.filter(({ refund }) => !refund).length).toBeLessThanOrEqual(1)
    for (const { refund, owedAt, round } of fees) {
      if (!refund) continue
      // Everything the fee stood for was withdrawn from.
      const next = fees.find((other) => other.owedAt > owedAt)
      const stoodFor = all.filter(({ joinedAt }) => joinedAt >= owedAt && (!next || joinedAt < next.owedAt))
      expect([round, stoodFor.map(({ end: ended }) => ended?.kind)]).toEqual([round, stoodFor.map(() => 'withdrawn')])
    }
    const ended = capacities.filter(({ revoked }) => revoked).length
    expect(await listEndedNotices(site.ctx(), persons)).toHaveLength(ended)
  }), { numRuns: 40, seed: 20261122 })
}, 120_000)
