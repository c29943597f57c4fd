import { afterAll, beforeAll, expect, test } from 'vitest'
import { listOwed, listRefunds } from '#fees/lists.ts'
import { markRefund } from '#fees/mark-refund.ts'
import { oweOnce } from '#fees/set-aside.ts'
import { deskVisitor, type DeskVisitor } from './desk.ts'
import { join, testSite, visitor, type TestSite } from './builders.ts'

let site: TestSite
let treasurer: DeskVisitor
beforeAll(async () => {
  site = await testSite()
  for (const number of [1, 2, 3]) {
    await join(site, visitor(site), { email: `betaler-${number}@voorbeeld.example`, answers: { legalName: `Betaler Voorbeeld ${number}` } })
    site.clock.moveTo(`2026-11-23T1${number}:00:00Z`)
  }
  treasurer = await deskVisitor(site, ['treasurer'])
})
afterAll(() => site.close())

test('the treasurer sees who owes what, the newest first, with the reference a bank statement shows', async () => {
  const html = await (await treasurer.get('/en/desk/payments?view=owed')).text()
  expect([...html.matchAll(/Betaler Voorbeeld (\d)/g)].map(([, number]) => number)).toEqual(['3', '2', '1'])
  expect(html).toContain('€17.50')
})

test('a reference typed from a bank statement leads to the file of who pays; spaces and small letters do not matter', async () => {
  const [fee] = await listOwed(site, { limit: 1 })
  const typed = fee!.reference!.toLowerCase().replace(/(.{4})/g, '$1 ')
  const answer = await treasurer.post('/en/desk/payments', { reference: typed })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/en/desk/people/${fee!.personId}`])
  const none = await treasurer.post('/en/desk/payments', { reference: 'RF00NOBODY' })
  expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('No fee has this reference')])
})

test('refunds stand in the order of the day they are due, say when they are late, and page by key', async () => {
  const owed = await listOwed(site, { limit: 3 })
  for (const [at, dueOn] of ['2026-12-07', '2026-11-20', '2026-12-01'].entries()) {
    await markRefund(site.ctx(), owed[at]!.personId, { feeId: owed[at]!.feeId, reason: 'withdrawn', dueOn })
  }
  const html = await (await treasurer.get('/en/desk/payments')).text()
  expect([...html.matchAll(/Betaler Voorbeeld (\d)/g)].map(([, number]) => number)).toEqual(['2', '1', '3'])
  expect(html.match(/\(late\)/g)).toHaveLength(1)
  const [first, ...rest] = await listRefunds(site, { limit: 10 })
  expect(await listRefunds(site, { limit: 10, after: { dueOn: first!.dueOn!, feeId: first!.feeId } })).toEqual(rest)
  const [one, ...others] = await listOwed(site, { limit: 10 })
  expect(await listOwed(site, { limit: 10, after: one! })).toEqual(others)
})

test('a fee that a merge set aside stands among those owed with the day by which it is given back', async () => {
  for (const number of [4, 5]) {
    site.clock.moveTo(`2026-11-24T1${number}:00:00Z`)
    await join(site, visitor(site), { email: `betaler-${number}@voorbeeld.example`, answers: { legalName: `Betaler Voorbeeld ${number}` } })
  }
  const [later, earlier] = await listOwed(site, { limit: 2 })
  expect([later!.dueOn, earlier!.dueOn]).toEqual([undefined, undefined])
  await oweOnce(site.ctx(), [later!.personId, earlier!.personId])
  expect((await listOwed(site, { limit: 2 })).map(({ dueOn }) => dueOn)).toEqual(['2026-12-08', undefined])
  const html = await (await (await deskVisitor(site, ['treasurer'])).get('/en/desk/payments?view=owed')).text()
  expect(html).toMatch(/Betaler Voorbeeld 5[\s\S]*8 December 2026[\s\S]*Betaler Voorbeeld 4/)
})
