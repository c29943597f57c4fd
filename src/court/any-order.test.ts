import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listFees } from '#fees/queries.ts'
import { end } from '#leaving/end.ts'
import { revokePower } from '#leaving/revoke-power.ts'
import { withdraw } from '#leaving/withdraw.ts'
import { listEndedNotices } from '#mandates/ended-notices.ts'
import { listCapacities } from '#mandates/revoke.ts'
import { listParticipations } from '#participants/queries.ts'
import { origin, testSite, type TestSite } from '../../test/builders.ts'
import { family } from '../../test/admitted.ts'
import { askLetter } from './ask-letter.ts'
import { announce } from './court.fixture.ts'
import { listLetters } from './queries.ts'

let site: TestSite
let f: ReturnType<typeof family>
beforeAll(async () => {
  site = await testSite()
  f = family(site)
  await announce(site, { lastDay: '2999-01-01' })
})
afterAll(() => site.close())

const moves = ['withdraw', 'withdraw child', 'withdraw both', 'end', 'end child', 'revoke', 'revoke mandate', 'join', 'join child',
  'court letter', 'court letter child', 'wait 20 days'] as const

test('whatever the order of leaving, joining and writing to the court: the state is consistent, and a fee goes back once at most',
  async () => {
  let at = Date.parse('2027-03-01T10:00:00Z')
  let families = 0
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...moves), { minLength: 2, maxLength: 10 }), async (order) => {
    site.clock.moveTo(new Date(at += 1000).toISOString())
    const email = `gezin${families += 1}@voorbeeld.example`
    const parent = await f.person(email)
    const child = await f.child(parent)
    const persons = [parent, child]
    let letters = 0
    const owesOne = async () => (await listFees(site.ctx(), [parent])).some(({ cents, refund }) => cents > 0 && !refund)
    const joins = async (personId: string) => {
      const living = (await listParticipations(site.ctx(), [personId])).some((each) => !each.end)
      if (!living) await f.joins(personId, { pays: !(await owesOne()), ...(personId === child && { by: parent }) })
    }
    const leave = (...ids: string[]) => f.within((ctx) => withdraw(ctx, {
      emailIndex: f.indexOf(email), chosen: ids.map((personId) => ({ personId, claim: 'tiktok' })), channel: 'account',
      sent: { statement: 's', button: 'b' }, language: 'nl', origin,
    }))
    const letter = async (personId: string) => {
      const asked = await f.within((ctx) => askLetter(ctx,
        { emailIndex: f.indexOf(email), personId, claim: 'tiktok', residence: 'abroad', language: 'nl' }))
      if (asked.ok) letters += 1
    }
    const acts: Record<(typeof moves)[number], () => Promise<unknown>> = {
      withdraw: () => leave(parent), 'withdraw child': () => leave(child), 'withdraw both': () => leave(parent, child),
      end: () => f.within((ctx) => end(ctx, f.leaver(email, parent), 's')),
      'end child': () => f.within((ctx) => end(ctx, f.leaver(email, child), 's')),
      revoke: () => f.within((ctx) => revokePower(ctx, f.leaver(email, parent), 'power-of-attorney')),
      'revoke mandate': () => f.within((ctx) => revokePower(ctx, f.leaver(email, child), 'mandate')),
      'court letter': () => letter(parent), 'court letter child': () => letter(child),
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
      expect(capacities.filter((each) => each.personId === personId && !each.revoked).every(({ round }) => round === living[0]?.round))
        .toBe(true)
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
    expect((await Promise.all(persons.map((personId) => listLetters(site.ctx(), personId, 'tiktok')))).flat()).toHaveLength(letters)
    expect(await listEndedNotices(site.ctx(), persons)).toHaveLength(ended)
  }), { numRuns: 40, seed: 20261122 })
}, 120_000)
