import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { join, newestMail, testSite, visitor, type TestSite } from '../../test/builders.ts'
import { mails, personAt } from '../../test/families.ts'
import { askToWrite } from '#casework/bounced.ts'
import { atDesk, because, origin } from '#casework/casework.fixture.ts'
import { exclude } from '#casework/decisions/exclude.ts'
import { undoDecision } from '#casework/decisions/undo-decision.ts'
import { listTasksAbout } from '#casework/list-tasks.ts'
import { markTask } from '#casework/tasks.ts'
import { endParticipation } from '#leaving/end-participation.ts'
import { listHindrances } from '#participants/hindrances.ts'
import { answerNotice } from './answer-notice.ts'
import { conclude } from './conclude.ts'
import { extendCure } from './extend-cure.ts'
import { lookAtOpenNotices } from './jobs.ts'
import { findNotice } from './notices.ts'
import { reopen } from './reopen.ts'
import { sendNotice } from './send-notice.ts'

let site: TestSite
let desk: Awaited<ReturnType<typeof atDesk>>
let personId: string
const email = 'uitkomst@voorbeeld.example'
beforeEach(async () => {
  site = await testSite()
  desk = await atDesk(site)
  await join(site, visitor(site), { email, language: 'nl' })
  personId = await personAt(site, email)
  site.clock.moveTo('2026-11-23T11:00:00Z')
})
afterEach(() => site.close())

const send = async () => {
  const sent = await sendNotice(desk.ctx(), personId,
    { claim: 'tiktok', defects: ['name-mismatch'], addition: 'Ook het huisnummer ontbreekt.', cureDays: 30, origin })
  if (!sent.ok) throw new Error(sent.because)
  return sent.value
}
const states = async () => (await listHindrances(site, [personId])).map(({ kind }) => kind)
const open = async () => (await listTasksAbout(site, personId)).filter(({ done }) => !done).map(({ kind }) => kind).sort()
const days = async (from: string, until: string) => {
  for (let day = new Date(`${from}T08:05:00Z`); day <= new Date(`${until}T08:05:00Z`); day = new Date(day.getTime() + 86_400_000)) {
    site.clock.moveTo(day.toISOString())
    await lookAtOpenNotices({ ...site, config: { publicOrigin: origin, cureReminderDays: [14, 4] } })
  }
}

describe('an outcome is a decision (AD-04, GDPR 22)', () => {
  const concluded = async (outcome: 'cured' | 'not-cured', reason: 'mended' | 'no-answer', excludes = false) => {
    const { noticeId } = await send()
    site.clock.moveTo(outcome === 'cured' ? '2026-11-24T11:00:00Z' : '2026-12-24T11:00:00Z')
    const done = await conclude(desk.ctx(), personId, { noticeId, outcome, reason, explanation: because, excludes, origin })
    if (!done.ok) throw new Error(done.because)
    return { noticeId, ...done.value }
  }
  const back = (decisionId: string, reason: 'mistake' | 'upheld-on-review' = 'mistake') =>
    reopen(desk.ctx(), personId, { decisionId, reason, explanation: because, cureDays: 30, origin })

  test('taken back after the last day it is open again with the whole term, and whoever was told is told until when', async () => {
    const { noticeId, decisionId } = await concluded('not-cured', 'no-answer')
    site.clock.moveTo('2027-01-10T11:00:00Z')
    expect(await back(decisionId)).toMatchObject({ ok: true, value: { dueOn: '2027-02-09' } })
    expect(await states()).toEqual(['needs-action'])
    expect(await findNotice(site, personId, noticeId)).toMatchObject({ outcome: undefined, dueOn: '2027-02-09' })
    const text = (await newestMail(site, email))!.text.replace(/\s+/g, ' ')
    for (const words of ['Dat hebben we teruggedraaid', 'we hebben een fout gemaakt', because, 'tot en met 9 februari 2027',
      'Ook het huisnummer ontbreekt.', `/nl/account/deficiencies/${personId}/${noticeId}`]) expect(text).toContain(words)
    expect(await back(decisionId)).toEqual({ ok: false, because: 'decision-undone' })
    const before = (await mails(site, /^deficiency-reminder$/, [email])).length
    await days('2027-01-11', '2027-02-10')
    expect((await mails(site, /^deficiency-reminder$/, [email])).length - before).toBe(2)
    expect((await conclude(desk.ctx(), personId, { noticeId, outcome: 'cured', reason: 'shown', explanation: '', origin })).ok).toBe(true)
    expect(await states()).toEqual([])
  })

  test('a day that was told stays where it is the later one', async () => {
    const { decisionId } = await concluded('cured', 'mended')
    site.clock.moveTo('2026-11-24T11:05:00Z')
    expect(await reopen(desk.ctx(), personId, { decisionId, reason: 'mistake', explanation: because, cureDays: 20, origin }))
      .toMatchObject({ ok: true, value: { dueOn: '2026-12-23' } })
    const text = (await newestMail(site, email))!.text.replace(/\s+/g, ' ')
    expect([text.includes('kijkt er dan opnieuw naar'), text.includes('herbeoordeling in je account')]).toEqual([true, false])
  })

  test('an exclusion that rested on it goes with it, in one letter; who decided does not uphold a review', async () => {
    const { decisionId } = await concluded('not-cured', 'no-answer', true)
    expect(await back(decisionId, 'upheld-on-review')).toEqual({ ok: false, because: 'own-decision' })
    expect((await back(decisionId)).ok).toBe(true)
    expect(await states()).toEqual(['needs-action'])
    expect(await mails(site, /^(deficiency-reopened|decision-undone)$/, [email])).toHaveLength(1)
  })

  test('who decided the exclusion does not uphold the review of the outcome it rested on, nor leaves it standing', async () => {
    const other = await atDesk(site)
    const { decisionId } = await concluded('not-cured', 'no-answer')
    const out = { claim: 'tiktok', reason: 'not-cured', explanation: because, origin } as const
    expect((await exclude(other.ctx(), personId, out)).ok).toBe(true)
    const upheld = { decisionId, reason: 'upheld-on-review', explanation: because, cureDays: 30, origin } as const
    expect(await reopen(other.ctx(), personId, upheld)).toEqual({ ok: false, because: 'own-decision' })
    expect(await states()).toEqual(['excluded'])
    const third = await atDesk(site)
    expect((await reopen(third.ctx(), personId, upheld)).ok).toBe(true)
    expect(await states()).toEqual(['needs-action'])
  })

  test('it is not opened again beside a newer notice, nor by the way of other decisions', async () => {
    const { decisionId } = await concluded('cured', 'mended')
    await send()
    expect(await back(decisionId)).toEqual({ ok: false, because: 'decision-overtaken' })
    expect(await undoDecision(desk.ctx(), personId, { decisionId, reason: 'mistake', explanation: because, origin }))
      .toEqual({ ok: false, because: 'decision-overtaken' })
  })

  test('who left meanwhile is told, and has nothing to mend', async () => {
    const { decisionId } = await concluded('not-cured', 'no-answer')
    const notice = { statement: 'Ik stop ermee.', claim: 'tiktok', reference: 'X', participant: 'Voorbeeld', language: 'nl',
      noticedAt: site.clock.now().toISOString() } as const
    await endParticipation(site.ctx(`participant:${personId}`), personId,
      { claim: 'tiktok', kind: 'terminated', channel: 'account', notice, effectiveOn: '2026-12-24' })
    site.clock.moveTo('2026-12-25T11:00:00Z')
    const done = await back(decisionId)
    expect(done).toMatchObject({ ok: true, value: { dueOn: undefined } })
    expect((await newestMail(site, email))?.text).not.toContain('/account/deficiencies/')
  })
})

describe('what is to be done about a notice', () => {
  test('is done once it is concluded, and asking for more time once it is given', async () => {
    const { noticeId } = await send()
    const by = site.ctx(`participant:${personId}`)
    await answerNotice(by, personId, { noticeId, answer: 'more-time', words: 'Ik wacht op papieren.' })
    expect(await open()).toEqual(['more-time'])
    await extendCure(desk.ctx(), personId, { noticeId, days: 14, reason: 'asked', origin })
    expect(await open()).toEqual([])
    await answerNotice(by, personId, { noticeId, answer: 'mended', words: 'Klaar.' })
    await extendCure(desk.ctx(), personId, { noticeId, days: 14, reason: 'asked', origin })
    expect(await open()).toEqual(['check-mended'])
    await conclude(desk.ctx(), personId, { noticeId, outcome: 'cured', reason: 'mended', explanation: '', origin })
    expect(await open()).toEqual([])
  })

  test('a mail that came back gives the task to write by post, once, and nobody is told "not mended" before that (AD-06)', async () => {
    const { noticeId } = await send()
    const refuse = async () => {
      const mail = await site.db.selectFrom('mail').select('id').where('kind', '=', 'deficiency-notice').executeTakeFirstOrThrow()
      await site.db.insertInto('mail_outcome').values({ person_id: personId, mail_id: mail.id, outcome: 'refused', reply_code: 550,
        decided_at: site.clock.now() }).execute()
    }
    expect(await askToWrite(site)).toBe(0)
    await refuse()
    expect([await askToWrite(site), await askToWrite(site)]).toEqual([1, 0])
    expect(await open()).toEqual(['bounced'])
    site.clock.moveTo('2026-12-24T11:00:00Z')
    const not = { noticeId, outcome: 'not-cured', reason: 'no-answer', explanation: because, origin } as const
    expect(await conclude(desk.ctx(), personId, not)).toEqual({ ok: false, because: 'notice-unread' })
    const [task] = (await listTasksAbout(site, personId)).filter(({ done }) => !done)
    await markTask(desk.ctx(), personId, { taskId: task!.id, isDone: true })
    expect(await askToWrite(site)).toBe(0)
    expect((await conclude(desk.ctx(), personId, not)).ok).toBe(true)
  })
})
