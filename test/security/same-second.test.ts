import { afterAll, beforeAll, expect, test } from 'vitest'
import { endWithoutAnswer } from '#coming-of-age/no-answer.ts'
import { getContent } from '#claims/queries.ts'
import { findSubject } from '#archives/subjects.ts'
import { erase } from '#erasure/erase.ts'
import { findDraft } from '#joining/queries.ts'
import { submit } from '#joining/submit/submit.ts'
import { listCapacities } from '#mandates/revoke.ts'
import { findNewest } from '#participants/queries.ts'
import { reachAt } from '#participants/reach-at.ts'
import type { Ctx } from '#platform/ctx.ts'
import { transact } from '#platform/world.ts'
import { origin, testSite, ticks, visitor, join, type TestSite, type Visitor } from '../builders.ts'
import { signedIn } from '../account-builders.ts'
import { family, indexOf, personAt, walk, type Family } from '../families.ts'

let site: TestSite
const young: { of: Family; who: Visitor }[] = []
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** One act that is done and not yet committed while the other begins. */
async function within(act: (ctx: Ctx) => Promise<unknown>, other: () => Promise<unknown>) {
  let begun: () => void = () => undefined
  const acted = new Promise<void>((resolve) => { begun = resolve })
  const first = transact(site, async (ctx) => {
    const answer = await act(ctx)
    begun()
    await sleep(400)
    return answer
  })
  await acted
  return Promise.all([first, other()])
}

/** No power may live in a round that has ended, and one that goes on has one (3:72 BW, domain 9.2). */
async function isWhole(personId: string): Promise<boolean> {
  const newest = (await findNewest(site, personId, 'tiktok'))!
  const living = (await listCapacities(site.ctx(), [personId])).filter(({ revoked }) => !revoked)
  return newest.end ? living.length === 0 : living.length > 0 && living.every(({ round }) => round === newest.round)
}

beforeAll(async () => {
  site = await testSite({ at: '2027-12-01T10:00:00Z' })
  const families = [await family(site, 'een', '2010-02-20'), await family(site, 'twee', '2010-02-20')]
  await walk(site, '2028-02-20', '2028-02-21')
  for (const of of families) await reachAt(site.ctx(), of.child, `${of.email.split('@')[0]}.kind@voorbeeld.example`)
  // The last day to sign is over at midnight, while the page is open.
  site.clock.moveTo('2028-04-20T21:30:00Z')
  for (const of of families) {
    const who = await signedIn(site, `${of.email.split('@')[0]}.kind@voorbeeld.example`)
    await who.post(`/en/account/stay/${of.child}/tiktok`, { terms: 'yes' })
    await who.post('/en/tiktok/join/agreements', { ...(await ticks(who, '/en/tiktok/join')), successFee: 'fixed' })
    expect((await who.post('/en/tiktok/join/sign',
      { 'signature-typed': `Kind ${of.email.split('@')[0]}`, 'signature-ticked': 'yes' })).status).toBe(303)
    young.push({ of, who })
  }
  site.clock.moveTo('2028-04-21T06:00:00Z')
})
afterAll(() => site.close())

test('the end for want of an answer, and the answer in the same second', async () => {
  const { of: { child }, who } = young[0]!
  const [ended] = await within((ctx) => endWithoutAnswer(ctx, child, origin), () => who.post('/en/tiktok/join/check'))
  expect(ended).toBe(true)
  expect(await isWhole(child)).toBe(true)
})

test('the answer, and the end for want of it in the same second', async () => {
  const { of: { child } } = young[1]!
  const content = await getContent(site.db, 'tiktok', 'en')
  const draft = (await findDraft(site, child, 'tiktok'))!
  const [sent, ended] = await within((ctx) => submit(ctx, draft, content,
    { button: 'Join', secureConnection: true, build: 'test', origin }),
    () => transact(site, (ctx) => endWithoutAnswer(ctx, child, origin)))
  expect([sent, ended]).toEqual([expect.objectContaining({ ok: true }), false])
  expect((await findNewest(site, child, 'tiktok'))!.end).toBeUndefined()
  expect(await isWhole(child)).toBe(true)
})

test('erasing, and signing anew in the same second: nothing lives afterwards', async () => {
  const [who, email] = [visitor(site), 'wisser@voorbeeld.example']
  await join(site, who, { email })
  const personId = await personAt(site, email)
  await who.post(`/en/account/details/${personId}`,
    { legalName: 'Voorbeeld Anders', 'birthDate-day': '27', 'birthDate-month': '3', 'birthDate-year': '1994', street: 'Voorbeeldstraat 1',
    postcode: '1234 AB', city: 'Voorbeeldstad', country: 'NL' })
  expect((await who.post(`/en/account/details/${personId}/tiktok/sign`, { terms: 'yes' })).status).toBe(303)
  await who.post('/en/tiktok/join/agreements', { ...(await ticks(who, '/en/tiktok/join')), successFee: 'percent' })
  expect((await who.post('/en/tiktok/join/sign', { 'signature-typed': 'Voorbeeld Anders', 'signature-ticked': 'yes' })).status).toBe(303)
  const subject = (await findSubject(site.ctx(), { personId, emailIndex: indexOf(site, email), provenAt: site.clock.now() }, personId))!
  await Promise.all([
    transact(site, (ctx) => erase(ctx, subject, { language: 'en', origin })).catch(() => undefined), who.post('/en/tiktok/join/check'),
    who.post('/en/tiktok/join/check'),
  ])
  expect(await isWhole(personId)).toBe(true)
})

test('two erasures of one person at once: one is done, the other is told so', async () => {
  const email = 'dubbel@voorbeeld.example'
  await join(site, visitor(site), { email })
  const personId = await personAt(site, email)
  const subject = (await findSubject(site.ctx(), { personId, emailIndex: indexOf(site, email), provenAt: site.clock.now() }, personId))!
  const both = await Promise.all([1, 2].map(() => transact(site, (ctx) => erase(ctx, subject, { language: 'en', origin }))))
  expect(both.map((each) => (each.ok ? 'done' : each.because)).sort()).toEqual(['done', 'erased-already'])
})
