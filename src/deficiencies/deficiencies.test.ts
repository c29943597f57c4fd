import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { join, newestMail, testSite, visitor, type TestSite } from '../../test/builders.ts'
import { at, mails, personAt } from '../../test/families.ts'
import { atDesk, because, origin } from '#casework/casework.fixture.ts'
import { listTasksAbout } from '#casework/list-tasks.ts'
import { liftSuspension, suspendForReview } from '#casework/decisions/suspend.ts'
import { undoDecision } from '#casework/decisions/undo-decision.ts'
import { listHindrances } from '#participants/hindrances.ts'
import { answerNotice } from './answer-notice.ts'
import { conclude } from './conclude.ts'
import { extendCure } from './extend-cure.ts'
import { lookAtOpenNotices } from './jobs.ts'
import { findNotice } from './notices.ts'
import { sendNotice } from './send-notice.ts'

let site: TestSite
let desk: Awaited<ReturnType<typeof atDesk>>
let personId: string
const email = 'gebrek@voorbeeld.example'
beforeEach(async () => {
  site = await testSite()
  desk = await atDesk(site)
  await join(site, visitor(site), { email, language: 'nl' })
  personId = await personAt(site, email)
  site.clock.moveTo('2026-11-23T11:00:00Z')
})
afterEach(() => site.close())

const world = () => ({ ...site, config: { publicOrigin: origin, cureReminderDays: [14, 4] } })
const send = async () => {
  const sent = await sendNotice(desk.ctx(), personId,
    { claim: 'tiktok', defects: ['name-mismatch', 'account-missing'], addition: 'Ook het huisnummer ontbreekt.', cureDays: 30, origin })
  if (!sent.ok) throw new Error(sent.because)
  return sent.value
}
const states = async () => (await listHindrances(site, [personId])).map(({ kind }) => kind)
const days = async (from: string, until: string) => {
  for (let day = new Date(`${from}T08:05:00Z`); day <= new Date(`${until}T08:05:00Z`); day = new Date(day.getTime() + 86_400_000)) {
    site.clock.moveTo(day.toISOString())
    await lookAtOpenNotices(world())
  }
}
const tasks = async () => (await listTasksAbout(site, personId)).map(({ kind, dueOn }) => `${kind} ${dueOn}`).sort()

describe('a deficiency notice (AD-04)', () => {
  test('lists all that is wrong in plain words of the reader, with the last day, and the participation needs action', async () => {
    const { dueOn, noticeId } = await send()
    expect(dueOn).toBe('2026-12-23')
    expect(await states()).toEqual(['needs-action'])
    const mail = await newestMail(site, email)
    const text = mail!.text.replace(/\s+/g, ' ')
    for (const words of ['De naam van Voorbeeld klopt niet', 'accountnaam', 'Ook het huisnummer ontbreekt.', 'tot en met 23 december 2026',
      `/nl/account/deficiencies/${personId}/${noticeId}`, 'beslist een mens']) expect(text).toContain(words)
    expect(await sendNotice(desk.ctx(), personId, { claim: 'tiktok', defects: ['name-mismatch'], cureDays: 30, origin }))
      .toEqual({ ok: false, because: 'notice-open' })
    for (const defects of [[], ['other']] as const) expect(await sendNotice(desk.ctx(), personId, { claim: 'tiktok', defects,
      cureDays: 30, origin }))
      .toEqual({ ok: false, because: 'defects-missing' })
    expect(await sendNotice(desk.ctx(), personId, { claim: 'zoom', defects: ['name-mismatch'], cureDays: 30, origin }))
      .toEqual({ ok: false, because: 'takes-no-part' })
  })

  test('is reminded of twice, has the desk call on its own day and decide after the last; each once (9.8)', async () => {
    await send()
    await days('2026-11-24', '2026-12-28')
    expect((await mails(site, /^deficiency-reminder$/, [email])).map((line) => line.slice(0, 10))).toEqual(['2026-12-09', '2026-12-19'])
    expect(await tasks()).toEqual(['call 2026-12-18', 'cure-over 2027-01-04'])
  })

  test('days on which no job ran send one reminder, the last, and none after the end', async () => {
    await send()
    await days('2026-12-21', '2026-12-22')
    expect(await mails(site, /^deficiency-reminder$/, [email])).toHaveLength(1)
    const other = await mails(site, /^deficiency/, [email])
    at(site, '2027-02-01')
    await lookAtOpenNotices(world())
    expect(await mails(site, /^deficiency/, [email])).toEqual(other)
  })

  test('who has answered is not reminded; the case handlers get the task to look, once', async () => {
    const { noticeId } = await send()
    for (let time = 0; time < 3; time += 1) await answerNotice(site.ctx(`participant:${personId}`), personId, { noticeId,
      answer: 'mended', words: 'Aangepast' })
    expect(await answerNotice(site.ctx(`participant:${personId}`), personId, { noticeId, answer: 'mended', words: 'Aangepast' }))
      .toEqual({ ok: false, because: 'answer-often' })
    expect(await answerNotice(site.ctx(`participant:${personId}`), personId, { noticeId, answer: 'more-time', words: '  ' }))
      .toEqual({ ok: false, because: 'answer-empty' })
    await days('2026-11-24', '2026-12-28')
    expect(await mails(site, /^deficiency-reminder$/, [email])).toEqual([])
    expect(await tasks()).toEqual(['check-mended 2026-11-30'])
  })

  test('more time is added to the days and not to a moved day, is told, and begins reminders anew', async () => {
    const { noticeId } = await send()
    const longer = await extendCure(desk.ctx(), personId, { noticeId, days: 2, reason: 'illness', origin })
    expect(longer).toMatchObject({ ok: true, value: { from: '2026-12-23', dueOn: '2026-12-28' } })
    expect(await extendCure(desk.ctx(), personId, { noticeId, days: 14, reason: 'asked',
      origin })).toMatchObject({ value: { dueOn: '2027-01-08' } })
    for (const wrong of [0, 91, 1.5]) expect(await extendCure(desk.ctx(), personId, { noticeId, days: wrong, reason: 'asked', origin }))
      .toEqual({ ok: false, because: 'extension-days-wrong' })
    expect((await findNotice(site, personId, noticeId))).toMatchObject({ days: 46, dueOn: '2027-01-08', internalDueOn: '2026-12-31' })
    await days('2026-11-24', '2027-01-08')
    expect((await mails(site, /^deficiency-reminder$/, [email])).map((line) => line.slice(0, 10))).toEqual(['2026-12-25', '2027-01-04'])
  })

  test('more time never ends on a day that is past: who asks after the last day gets a term that still runs', async () => {
    const { noticeId } = await send()
    site.clock.moveTo('2027-01-20T11:00:00Z')
    expect(await answerNotice(site.ctx(`participant:${personId}`), personId, { noticeId, answer: 'more-time', words: 'Ik was ziek.' }))
      .toMatchObject({ ok: true })
    expect(await extendCure(desk.ctx(), personId, { noticeId, days: 14, reason: 'illness', origin }))
      .toEqual({ ok: false, because: 'extension-too-short' })
    expect(await extendCure(desk.ctx(), personId, { noticeId, days: 42, reason: 'illness', origin }))
      .toMatchObject({ ok: true, value: { dueOn: '2027-02-03' } })
  })

  test('who is suspended is not told that it was not mended in time: the account does not ask it then', async () => {
    const { noticeId } = await send()
    const suspended = await suspendForReview(desk.ctx(), personId, { reason: 'signals', explanation: 'Dit zoeken we uit.', origin })
    site.clock.moveTo('2027-01-20T11:00:00Z')
    const notCured = { noticeId, outcome: 'not-cured', reason: 'no-answer', explanation: 'Geen antwoord gekregen.', origin } as const
    expect(await conclude(desk.ctx(), personId, notCured)).toEqual({ ok: false, because: 'cure-while-suspended' })
    if (!suspended.ok) throw new Error(suspended.because)
    await liftSuspension(desk.ctx(), personId, {
      suspensionId: suspended.value.suspensionId, reason: 'no-ground', explanation: 'Klopt.', origin,
    })
    expect((await conclude(desk.ctx(), personId, notCured)).ok).toBe(true)
  })

  test('mended: it goes on, and is told with the reason; nothing may follow', async () => {
    const { noticeId } = await send()
    site.clock.moveTo('2026-11-24T11:00:00Z')
    expect((await conclude(desk.ctx(), personId, { noticeId, outcome: 'cured', reason: 'mended', explanation: '', origin })).ok).toBe(true)
    expect(await states()).toEqual([])
    expect((await newestMail(site, email))?.text).toContain('hersteld')
    expect(await extendCure(desk.ctx(), personId, { noticeId, days: 2, reason: 'asked', origin })).toEqual({ ok: false,
      because: 'no-open-notice' })
    expect(await answerNotice(site.ctx(`participant:${personId}`), personId, { noticeId, answer: 'mended', words: 'x' }))
      .toEqual({ ok: false, because: 'no-open-notice' })
  })

  test('not mended is said only after the last day, on a ground of its own, in one letter with the way to a second look', async () => {
    const { noticeId } = await send()
    const not = { noticeId, outcome: 'not-cured', reason: 'no-answer', explanation: because, excludes: true, origin } as const
    expect(await conclude(desk.ctx(), personId, not)).toEqual({ ok: false, because: 'cure-term-runs' })
    expect(await conclude(desk.ctx(), personId, { ...not, reason: 'mended' })).toEqual({ ok: false, because: 'outcome-missing' })
    site.clock.moveTo('2026-12-24T11:00:00Z')
    const done = await conclude(desk.ctx(), personId, not)
    if (!done.ok) throw new Error(done.because)
    expect(await states()).toEqual(['excluded'])
    const told = await mails(site, /^(deficiency-outcome|decision-exclude)$/, [email])
    expect(told).toHaveLength(1)
    expect((await newestMail(site, email))?.text.replace(/\s+/g, ' ')).toContain('kijkt er dan opnieuw naar')
    await undoDecision((await atDesk(site)).ctx(), personId,
      { decisionId: done.value.exclusionId!, reason: 'upheld-on-review', explanation: because, origin })
    expect(await states()).toEqual([])
  })
})
