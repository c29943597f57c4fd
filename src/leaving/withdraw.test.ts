import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { lastDayToWithdraw } from '#deadlines/withdrawal.ts'
import { listFees } from '#fees/queries.ts'
import { listCapacities } from '#mandates/revoke.ts'
import { findNewest, listParticipations } from '#participants/queries.ts'
import { newestMail, origin, testSite, type TestSite } from '../../test/builders.ts'
import { end } from './end.ts'
import { family } from '../../test/admitted.ts'
import { withdraw } from './withdraw.ts'

let site: TestSite
let f: ReturnType<typeof family>
let email = ''
let persons = 0
beforeAll(async () => {
  site = await testSite()
  f = family(site)
})
afterAll(() => site.close())
beforeEach(() => {
  email = `ontbinden${persons += 1}@voorbeeld.example`
  site.clock.moveTo('2026-11-23T10:00:00Z')
})

const go = (chosen: { personId: string; claim: string }[],
  more: { noticedAt?: Date; as?: string } = {}) => f.within((ctx) => withdraw(ctx, {
  emailIndex: f.indexOf(more.as ?? email), chosen, channel: 'account', sent: { statement: 'Ik ontbind', button: 'Ontbinding bevestigen' },
  language: 'nl', origin,
  ...(more.noticedAt && { noticedAt: more.noticedAt }),
}))
const tiktok = (personId: string) => ({ personId, claim: 'tiktok' })
const why = (outcome: Awaited<ReturnType<typeof go>>) => (outcome.ok ? 'done' : outcome.because)
const refunds = async (personId: string) => (await listFees(site.ctx(), [personId])).flatMap(({ refund }) => (refund ? [refund.dueOn] : []))

describe('withdrawing within the 14 days (6:230o BW)', () => {
  test('ends the participation and its capacities, marks the fee, and sends the receipt at once (MO-03 to MO-05, AD-08)', async () => {
    const personId = await f.person(email)
    await f.joins(personId)
    expect(why(await go([tiktok(personId)]))).toBe('done')
    expect((await findNewest(site.ctx(), personId, 'tiktok'))!.end).toMatchObject({ kind: 'withdrawn', effectiveOn: '2026-11-23' })
    expect((await listCapacities(site.ctx(), [personId])).every(({ revoked }) => revoked?.reason === 'withdrawn')).toBe(true)
    expect(await refunds(personId)).toEqual(['2026-12-07'])
    const mail = await newestMail(site, email)
    for (const words of ['Ik ontbind', '23 november 2026', '11:00', '17,50', '7 december 2026']) expect(mail!.text).toContain(words)
  })

  test('twice, or in two tabs, happens once', async () => {
    const personId = await f.person(email)
    await f.joins(personId)
    const both = await Promise.all([go([tiktok(personId)]), go([tiktok(personId)])])
    expect(both.map(why).sort()).toEqual(['done', 'ended-already'])
    expect(await refunds(personId)).toHaveLength(1)
    expect(await site.db.selectFrom('mail').select('id').where('person_id', '=', personId).where('kind', '=', 'withdrawal-receipt')
      .execute()).toHaveLength(1)
  })

  test('1 July 2026: the last day is 15 July 2026 (MO-03)', () => { expect(lastDayToWithdraw('2026-07-01')).toBe('2026-07-15') })

  test.each([
    ['an ordinary day', '2026-07-01T10:00:00Z', '2026-07-15T21:59:59Z', '2026-07-15T22:00:00Z'],
    ['a Saturday: until Monday', '2026-07-04T10:00:00Z', '2026-07-20T21:59:59Z', '2026-07-20T22:00:00Z'],
    ['Christmas Day, then Boxing Day and a Sunday', '2026-12-11T10:00:00Z', '2026-12-28T22:59:59Z', '2026-12-28T23:00:00Z'],
    ['Good Friday until after Easter Monday', '2027-03-12T10:00:00Z', '2027-03-30T21:59:59Z', '2027-03-30T22:00:00Z'],
    ['joined a minute before midnight in Amsterdam', '2026-07-01T21:59:00Z', '2026-07-15T21:59:59Z', '2026-07-15T22:00:00Z'],
    ['joined at midnight in Amsterdam', '2026-07-01T22:00:00Z', '2026-07-16T21:59:59Z', '2026-07-16T22:00:00Z'],
  ])('the last day is %s: 23:59:59 in Amsterdam counts, 00:00:00 does not', async (_, joined, last, late) => {
    site.clock.moveTo(joined)
    const [inTime, tooLate] = [await f.person(email, { name: 'Op Tijd' }), await f.person(email, { name: 'Te Laat' })]
    await f.joins(inTime)
    await f.joins(tooLate)
    site.clock.moveTo(last)
    expect(why(await go([tiktok(inTime)]))).toBe('done')
    site.clock.moveTo(late)
    expect(why(await go([tiktok(tooLate)]))).toBe('withdrawal-over')
    expect((await findNewest(site.ctx(), tooLate, 'tiktok'))!.end).toBeUndefined()
    // The first step was sent in time and is confirmed after midnight (MO-04).
    expect(why(await go([tiktok(tooLate)], { noticedAt: new Date(last) }))).toBe('done')
    expect((await findNewest(site.ctx(), tooLate, 'tiktok'))!.end!.noticedAt).toEqual(new Date(last))
  })
})

describe('one fee stands for parent, children and all claims (clauses 4.3, 4.4)', () => {
  test('the parent withdraws and a child stays: kept; the child withdraws as well: given back, once', async () => {
    const parent = await f.person(email)
    const child = await f.child(parent)
    await f.joins(parent)
    await f.joins(child, { by: parent, pays: false })
    expect(why(await go([tiktok(parent)]))).toBe('done')
    expect(await refunds(parent)).toEqual([])
    expect((await newestMail(site, email))!.text).toMatch(/loopt\s+door/)
    site.clock.moveTo('2026-11-25T10:00:00Z')
    expect(why(await go([tiktok(child)]))).toBe('done')
    expect(await refunds(parent)).toEqual(['2026-12-09'])
  })

  test('both at once, and both in the same second from two tabs, give it back', async () => {
    const parent = await f.person(email)
    const child = await f.child(parent)
    await f.joins(child, { by: parent })
    await f.joins(parent, { pays: false })
    expect((await Promise.all([go([tiktok(parent)]), go([tiktok(child)])])).map(why)).toEqual(['done', 'done'])
    expect(await refunds(parent)).toHaveLength(1)
  })

  test('a second claim relies on it too', async () => {
    const personId = await f.person(email)
    await f.joins(personId)
    await f.joins(personId, { claim: 'zoom', pays: false })
    expect(why(await go([tiktok(personId)]))).toBe('done')
    expect(await refunds(personId)).toEqual([])
    expect(why(await go([{ personId, claim: 'zoom' }]))).toBe('done')
    expect(await refunds(personId)).toHaveLength(1)
  })

  test('what was ended after the 14 days keeps its fee, whatever is withdrawn from later (clause 4.6)', async () => {
    const personId = await f.person(email)
    await f.joins(personId)
    site.clock.moveTo('2027-01-10T10:00:00Z')
    await f.within((ctx) => end(ctx, f.leaver(email, personId), 'Ik beëindig'))
    await f.joins(personId, { claim: 'zoom', pays: false })
    expect(why(await go([{ personId, claim: 'zoom' }]))).toBe('done')
    expect(await refunds(personId)).toEqual([])
  })

  test('withdraw, join again, end, join again: the whole history, the fee owed anew after a refund and not after ending', async () => {
    const personId = await f.person(email)
    const cents = async () => (await listFees(site.ctx(), [personId])).map((fee) => [fee.round, fee.cents, fee.refund !== undefined])
    await f.joins(personId)
    await go([tiktok(personId)])
    await f.joins(personId)
    site.clock.moveTo('2027-01-10T10:00:00Z')
    await f.within((ctx) => end(ctx, f.leaver(email, personId), 'Ik beëindig'))
    await f.joins(personId)
    expect((await listParticipations(site.ctx(), [personId])).map(({ round, end: ended }) => [round, ended?.kind]))
      .toEqual([[1, 'withdrawn'], [2, 'terminated'], [3, undefined]])
    expect(await cents()).toEqual([[1, 1750, true], [2, 1750, false], [3, 0, false]])
  })
})

describe('who is kept out', () => {
  test('another family, nobody, and a child with an account of its own; the parent may (clause 11.1)', async () => {
    const parent = await f.person(email)
    const child = await f.child(parent, { born: '2010-01-01' })
    await f.joins(child, { by: parent })
    await f.person(`ander${email}`)
    expect(why(await go([tiktok(child)], { as: `ander${email}` }))).toBe('takes-no-part')
    expect(why(await go([tiktok(child)], { as: 'niemand@voorbeeld.example' }))).toBe('takes-no-part')
    const minor = await f.person(`zelf${email}`, { born: '2010-01-01' })
    await f.joins(minor)
    expect(why(await go([tiktok(minor)], { as: `zelf${email}` }))).toBe('takes-no-part')
    expect(why(await go([tiktok(child)]))).toBe('done')
  })

  test('who was a guardian and is one no longer', async () => {
    const parent = await f.person(email)
    const child = await f.child(parent)
    await f.joins(child, { by: parent })
    await site.db.insertInto('representation_end')
      .values({ person_id: child, representative_id: parent, reason: 'given-up', ended_at: site.clock.now() }).execute()
    expect(why(await go([tiktok(child)]))).toBe('takes-no-part')
    expect(why(await go([]))).toBe('nothing-chosen')
  })
})
