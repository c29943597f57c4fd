import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inAccount } from '../../../test/account-builders.ts'
import { join, newestMail, testSite, visitor, type TestSite } from '../../../test/builders.ts'
import { deskVisitor } from '../../../test/desk.ts'
import { mails, personAt } from '../../../test/families.ts'
import { atDesk, because, origin } from '#casework/casework.fixture.ts'
import { exclude } from '#casework/decisions/exclude.ts'
import { liftSuspension, suspendForReview } from '#casework/decisions/suspend.ts'
import { undoDecision } from '#casework/decisions/undo-decision.ts'
import { listTasksAbout } from '#casework/list-tasks.ts'
import { answerReview } from './answer-review.ts'
import { askReview } from './ask-review.ts'
import { listReviews } from './reviews.ts'

let site: TestSite
let desk: Awaited<ReturnType<typeof atDesk>>
let personId: string
let email: string
let people = 0
beforeAll(async () => {
  site = await testSite()
  desk = await atDesk(site)
})
afterAll(() => site.close())
const later = (minutes = 2) => site.clock.moveTo(new Date(site.clock.now().getTime() + minutes * 60_000).toISOString())
beforeEach(async () => {
  later()
  people += 1
  email = `herbeoordeling-${people}@voorbeeld.example`
  await join(site, visitor(site), { email })
  personId = await personAt(site, email)
  later()
})

const told = { explanation: because, origin }
const excluded = async () => {
  const done = await exclude(desk.ctx(), personId, { claim: 'tiktok', reason: 'abuse', ...told })
  if (!done.ok) throw new Error(done.because)
  later()
  return done.value.decisionId
}
const ask = (decisionId: string, askedOn = '2026-11-23') =>
  askReview(desk.ctx(), personId, { decisionId, cameBy: 'mail', askedOn, words: 'Ik was het zelf.', origin })
const open = async () => (await listTasksAbout(site, personId)).filter(({ done }) => !done).map(({ kind, dueOn }) => `${kind} ${dueOn}`)
const plain = async () => (await newestMail(site, email))!.text.replace(/\s+/g, ' ')

describe('a second look at a decision (AD-04, GDPR 22(3))', () => {
  test('is noted with a month to answer, confirmed, and a task for the lawyers a week before', async () => {
    const decisionId = await excluded()
    const asked = await ask(decisionId)
    expect(asked).toMatchObject({ ok: true, value: { answerBy: '2026-12-23' } })
    expect(await open()).toEqual(['look-again 2026-12-16'])
    expect(await plain()).toContain('by 23 December 2026 at the latest')
    expect(await ask(decisionId)).toEqual({ ok: false, because: 'review-open' })
    expect(await askReview(desk.ctx(), personId, { decisionId: personId, cameBy: 'mail', askedOn: '2026-11-23', words: '', origin }))
      .toEqual({ ok: false, because: 'no-decision' })
  })

  test('noted late, the task is due at once; a day to come is no day on which it came in', async () => {
    const decisionId = await excluded()
    expect(await ask(decisionId, '2026-11-24')).toEqual({ ok: false, because: 'asked-in-future' })
    expect(await ask(decisionId, '2026-10-20')).toMatchObject({ ok: true, value: { answerBy: '2026-11-20' } })
    expect(await open()).toEqual(['look-again 2026-11-23'])
  })

  test('is answered by somebody else: the decision stands, with reasons and where to go; the task is done', async () => {
    const decisionId = await excluded()
    const asked = await ask(decisionId)
    if (!asked.ok) throw new Error(asked.because)
    const { reviewId } = asked.value
    expect(await answerReview(desk.ctx(), personId, { reviewId, ...told })).toEqual({ ok: false, because: 'own-decision' })
    const other = await atDesk(site)
    later()
    expect((await answerReview(other.ctx(), personId, { reviewId, ...told })).ok).toBe(true)
    for (const words of ['It stays as it is', because, 'go to court', 'Autoriteit Persoonsgegevens']) expect(await plain()).toContain(words)
    expect(await open()).toEqual([])
    expect(await answerReview(other.ctx(), personId, { reviewId, ...told })).toEqual({ ok: false, because: 'review-over' })
    expect(await listReviews(site, personId)).toMatchObject([{ isOpen: false, stands: { actor: `organiser:${other.organiserId}` } }])
  })

  test('the database lets nobody answer about an own decision, nor name another as who decided', async () => {
    const decisionId = await excluded()
    const asked = await ask(decisionId)
    if (!asked.ok) throw new Error(asked.because)
    const row = { person_id: personId, review_id: asked.value.reviewId, answered_at: site.clock.now() }
    const me = `organiser:${desk.organiserId}`
    await expect(site.db.insertInto('decision_review_answer').values({ ...row, decided_by: me, actor: me }).execute())
      .rejects.toThrow('check constraint')
    await expect(site.db.insertInto('decision_review_answer').values({ ...row, decided_by: 'organiser:x', actor: me }).execute())
      .rejects.toThrow('foreign key')
  })

  test('taking the decision back answers it, and the task is done', async () => {
    const decisionId = await excluded()
    await ask(decisionId)
    const other = await atDesk(site)
    expect((await undoDecision(other.ctx(), personId, { decisionId, reason: 'upheld-on-review', ...told })).ok).toBe(true)
    expect([await open(), (await listReviews(site, personId))[0]?.isOpen]).toEqual([[], false])
  })
})

describe('the task to decide on a suspension (9.2)', () => {
  const suspended = async () => {
    const done = await suspendForReview(desk.ctx(), personId, { reason: 'signals', ...told })
    if (!done.ok) throw new Error(done.because)
    later()
    return done.value
  }
  const kinds = async () => (await open()).map((line) => line.split(' ')[0])

  test('is done when the suspension is taken back or lifted, and is there again when that is taken back', async () => {
    const { decisionId } = await suspended()
    expect(await kinds()).toEqual(['review'])
    await undoDecision(desk.ctx(), personId, { decisionId, reason: 'mistake', ...told })
    expect(await kinds()).toEqual([])
    later()
    const { suspensionId } = await suspended()
    const lifted = await liftSuspension(desk.ctx(), personId, { suspensionId, reason: 'no-ground', ...told })
    if (!lifted.ok) throw new Error(lifted.because)
    expect(await kinds()).toEqual([])
    later()
    await undoDecision(desk.ctx(), personId, { decisionId: lifted.value.decisionId, reason: 'mistake', ...told })
    expect(await kinds()).toEqual(['review'])
  })

  test('is done with an exclusion from the only claim, and is there again when that is taken back', async () => {
    await suspended()
    const decisionId = await excluded()
    expect(await kinds()).toEqual([])
    await undoDecision(desk.ctx(), personId, { decisionId, reason: 'mistake', ...told })
    expect(await kinds()).toEqual(['review'])
  })
})

describe('a second look through account and desk', () => {
  test('is asked for in the account in own words, seen at the desk, and answered there', async () => {
    const decisionId = await excluded()
    const account = await inAccount(site, email)
    const [, link] = /href="([^"]*\/account\/decisions\/[^"]+)"/.exec(await (await account.get('/en/account')).text()) ?? []
    const list = await (await account.get(link!)).text()
    expect([list.includes('We excluded Voorbeeld from the'), list.includes('until 4 January 2027')]).toEqual([true, true])
    const form = `${link}/${decisionId}`
    expect((await account.post(form, { words: 'No' })).status).toBe(422)
    expect((await account.post(form, { words: 'It was me, my neighbour can tell.' })).headers.get('location')).toBe(`${link}?sent=yes`)
    expect(await (await account.get(link!)).text()).toContain('You asked for a second look on 23 November 2026')
    expect((await account.get(form)).status).toBe(404)

    const lawyer = await deskVisitor(site, ['lawyer'])
    const record = `/en/desk/people/${personId}`
    const [, review] = /href="([^"]*\/reviews\/[^"]+)"/.exec(await (await lawyer.get(record)).text()) ?? []
    expect(await (await lawyer.get(review!)).text()).not.toContain('my neighbour can tell')
    await lawyer.post(`${record}/read`, { reason: 'complaint' })
    expect(await (await lawyer.get(review!)).text()).toContain('my neighbour can tell')
    expect((await lawyer.post(review!, { explanation: 'short' })).status).toBe(422)
    expect((await lawyer.post(review!, { explanation: because })).headers.get('location')).toBe(`${record}?done=review-answered`)
    expect(await (await account.get(link!)).text()).toContain('Somebody else looked at it again')
    expect(await mails(site, /^review-/, [email])).toHaveLength(2)
  })

  test('what came by letter is noted at the desk with its day; who decided is not offered the answer', async () => {
    const decisionId = await excluded()
    const handler = await deskVisitor(site, ['case-handler'])
    const record = `/en/desk/people/${personId}`
    const form = `${record}/decisions/${decisionId}/review`
    expect((await handler.post(form, { cameBy: 'letter' })).status).toBe(422)
    expect(
      (await handler.post(form, { cameBy: 'account', 'askedOn-day': '20', 'askedOn-month': '11', 'askedOn-year': '2026' })).status,
    ).toBe(422)
    const day = { 'askedOn-day': '20', 'askedOn-month': '11', 'askedOn-year': '2026' }
    expect((await handler.post(form, { cameBy: 'letter', words: 'Brief van een advocaat.', ...day })).status).toBe(303)
    expect(await (await handler.get(record)).text()).toContain('A second look was asked on 20 November 2026 (by letter)')
    const id = (await listReviews(site, personId))[0]!.id
    expect(await (await handler.get(`${record}/reviews/${id}`)).text()).toContain('The decision stands')
  })
})
