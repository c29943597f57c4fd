import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { join, newestMail, testSite, visitor, type TestSite } from '../../../test/builders.ts'
import { inAccount } from '../../../test/account-builders.ts'
import { family, personAt } from '../../../test/families.ts'
import { suspend } from '#guardians/suspend.ts'
import { listSuspensions } from '#guardians/suspensions.ts'
import { isExcluded } from '#participants/hindrances.ts'
import { flag } from '#participants/flag.ts'
import { atDesk, because, origin } from '#casework/casework.fixture.ts'
import { listDecisions, listFlags } from './decisions.ts'
import { exclude } from './exclude.ts'
import { listTasksAbout } from '#casework/list-tasks.ts'
import { resolveFlag } from './resolve-flag.ts'
import { liftSuspension, suspendForReview } from './suspend.ts'
import { undoDecision } from './undo-decision.ts'

let site: TestSite
let desk: Awaited<ReturnType<typeof atDesk>>
let personId: string
const email = 'beslist@voorbeeld.example'
beforeAll(async () => {
  site = await testSite()
  desk = await atDesk(site)
  await join(site, visitor(site), { email })
  personId = await personAt(site, email)
  moved()
})
afterAll(() => site.close())

const home = async (address = email) => (await (await inAccount(site, address)).get('/en/account')).text()
const undo = (decisionId: string, of = personId) =>
  undoDecision(desk.ctx(), of, { decisionId, reason: 'new-facts', explanation: because, origin })
const moved = () => site.clock.moveTo(new Date(site.clock.now().getTime() + 60_000).toISOString())

describe('decisions about a participation (9.2, AD-05, GDPR 22)', () => {
  test('a review suspends, says why and until when, gives the task to look, and is taken back', async () => {
    const done = await suspendForReview(desk.ctx(), personId, { reason: 'signals', explanation: because, origin })
    if (!done.ok) throw new Error(done.because)
    expect(await home()).toContain('on hold since')
    const mail = await newestMail(site, email)
    expect(mail?.subject).toBe('Your participation is on hold')
    for (const words of ['unusual', because, 'We decide by 14 December 2026', 'not a computer', 'until 4 January 2027', 'somebody']) {
      expect(mail!.text.replace(/\s+/g, ' ').toLowerCase()).toContain(words.toLowerCase())
    }
    expect(await listTasksAbout(desk.ctx(), personId)).toMatchObject([{ kind: 'review', forRole: 'case-handler', dueOn: '2026-12-07' }])
    expect(await suspendForReview(desk.ctx(), personId, { reason: 'signals', explanation: because, origin }))
      .toEqual({ ok: false, because: 'suspended-already' })
    const taken = await inAccount(site, email)
    const bank = await taken.post(`/en/account/bank-account/${personId}`, { holder: 'Voorbeeld', iban: 'NL91ABNA0417164300', own: 'yes' })
    expect([bank.status, (await bank.text()).includes('We are looking into this sign-up')]).toEqual([422, true])
    moved()
    expect((await undo(done.value.decisionId)).ok).toBe(true)
    expect(await listSuspensions(desk.ctx(), [personId])).toEqual([])
    expect((await newestMail(site, email))?.subject).toBe('We have taken back a decision')
    expect(await undo(done.value.decisionId)).toEqual({ ok: false, because: 'decision-undone' })
  })

  test('who is excluded is told why, is asked nothing, may leave, cannot sign; taking it back restores everything', async () => {
    moved()
    const done = await exclude(desk.ctx(), personId, { claim: 'tiktok', reason: 'outside-group', explanation: because, origin })
    if (!done.ok) throw new Error(done.because)
    const page = await home()
    expect(page).toContain('We excluded you from this claim on 23 November 2026')
    expect(page).not.toContain('account/fee')
    const who = await inAccount(site, email)
    expect((await who.get(`/en/account/leave/${personId}/tiktok/end`)).status).toBe(200)
    const anew = await who.post(`/en/account/details/${personId}/tiktok/sign`)
    expect([anew.status, /notice error.*?<\/ul>/s.exec(await anew.text())?.[0]]).toEqual([422,
      expect.stringContaining('The foundation excluded')])
    expect(await exclude(desk.ctx(), personId, { claim: 'tiktok', reason: 'abuse', explanation: because, origin }))
      .toEqual({ ok: false, because: 'excluded-already' })
    expect(await exclude(desk.ctx(), personId, { claim: 'zoom', reason: 'abuse', explanation: because, origin }))
      .toEqual({ ok: false, because: 'takes-no-part' })
    expect((await newestMail(site, email))?.text.replace(/\s+/g, ' ')).toContain('outside the group')
    moved()
    expect((await undo(done.value.decisionId)).ok).toBe(true)
    expect(await isExcluded(desk.ctx(), personId)).toBe(false)
    expect(await home()).not.toContain('We excluded you')
  })

  test('the desk lifts the objection of the other parent, and takes that back; whom nobody represents waits on (SG-07)', async () => {
    const { child, parent } = await family(site, 'bezwaar', '2015-05-05')
    const suspensionId = await suspend(site.ctx(), child, 'custody-objection')
    moved()
    const done = await liftSuspension(desk.ctx(), child, { suspensionId, reason: 'settled', explanation: because, origin })
    if (!done.ok) throw new Error(done.because)
    expect(await listSuspensions(desk.ctx(), [child])).toEqual([])
    const mail = await newestMail(site, 'bezwaar@voorbeeld.example')
    expect(mail?.text).toContain('The participation of Kind is no longer on hold')
    expect((await undo(done.value.decisionId, child)).ok).toBe(true)
    expect(await listSuspensions(desk.ctx(), [child])).toMatchObject([{ reason: 'custody-objection' }])
    const alone = await suspend(site.ctx(), child, 'nobody-represents')
    expect(await liftSuspension(desk.ctx(), child, { suspensionId: alone, reason: 'settled', explanation: because, origin }))
      .toEqual({ ok: false, because: 'nobody-represents-still' })
    expect(await liftSuspension(desk.ctx(), parent, { suspensionId, reason: 'settled', explanation: because, origin }))
      .toEqual({ ok: false, because: 'suspension-gone' })
  })

  test('a flag is settled once, changes nothing for the person, mails nobody, and is opened again', async () => {
    moved()
    await flag(site.ctx(), personId, 'plus-alias')
    const before = (await newestMail(site, email))?.subject
    const done = await resolveFlag(desk.ctx(), personId, { flag: 'plus-alias', reason: 'harmless' })
    if (!done.ok) throw new Error(done.because)
    expect(await resolveFlag(desk.ctx(), personId, { flag: 'plus-alias', reason: 'harmless' })).toEqual({ ok: false,
      because: 'flag-resolved' })
    expect(await resolveFlag(desk.ctx(), personId, { flag: 'shared-address', reason: 'harmless' })).toEqual({ ok: false,
      because: 'no-such-flag' })
    expect((await undo(done.value.decisionId)).ok).toBe(true)
    expect(await listFlags(desk.ctx(), personId)).toMatchObject([{ flag: 'plus-alias', decisionId: undefined }])
    expect((await newestMail(site, email))?.subject).toBe(before)
  })

  test('a review is by somebody who did not decide, as the mail says', async () => {
    moved()
    const done = await exclude(desk.ctx(), personId, { claim: 'tiktok', reason: 'outside-group', explanation: because, origin })
    if (!done.ok) throw new Error(done.because)
    const again = { decisionId: done.value.decisionId, reason: 'upheld-on-review', explanation: because, origin } as const
    expect(await undoDecision(desk.ctx(), personId, again)).toEqual({ ok: false, because: 'own-decision' })
    expect((await undoDecision((await atDesk(site)).ctx(), personId, again)).ok).toBe(true)
  })

  test('nobody but an organiser decides: no job, no participant', async () => {
    const ground = { claim: 'tiktok', reason: 'abuse', explanation: because, origin } as const
    for (const actor of ['system', `participant:${personId}`] as const) await expect(exclude(site.ctx(actor), personId,
      ground)).rejects.toThrow('no organiser')
  })
})

test('in any order what stands is what the rows say, and each decision is taken back at most once (property)', async () => {
  const acts = ['suspend', 'objection', 'lift', 'exclude', 'undo-newest', 'undo-oldest', 'undo-any'] as const
  let people = 0
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...acts), { minLength: 4, maxLength: 14 }), async (sequence) => {
    people += 1
    const { child } = await family(site, `volgorde-${people}`, '2014-05-05')
    const told = { explanation: because, origin }
    let suspended = new Set<string>()
    let excluded = false
    for (const act of sequence) {
      moved()
      const ctx = desk.ctx()
      if (act === 'objection') await suspend(site.ctx(), child, 'custody-objection')
      if (act === 'suspend') await suspendForReview(ctx, child, { reason: 'signals', ...told })
      if (act === 'exclude') await exclude(ctx, child, { claim: 'tiktok', reason: 'no-authority', ...told })
      const [first] = await listSuspensions(ctx, [child])
      if (act === 'lift' && first) await liftSuspension(ctx, child, { suspensionId: first.id, reason: 'no-ground', ...told })
      if (act.startsWith('undo')) {
        const all = await listDecisions(ctx, child)
        const which = act === 'undo-newest' ? all[0] : act === 'undo-oldest' ? all.at(-1) : all[Math.floor(all.length / 2)]
        const was = which && { suspended: new Set(suspended), excluded, undone: which.undone !== undefined }
        const taken = which && (await undo(which.id, child))
        if (was?.undone) expect(taken).toEqual({ ok: false, because: 'decision-undone' })
      }
      const decisions = await listDecisions(ctx, child)
      suspended = new Set((await listSuspensions(ctx, [child])).map(({ reason }) => reason))
      excluded = await isExcluded(ctx, child, 'tiktok')
      expect(excluded).toBe(decisions.some(({ kind, undone }) => kind === 'exclude' && !undone))
      expect(decisions.filter(({ kind, undone }) => kind === 'exclude' && !undone).length).toBeLessThan(2)
      expect((await listSuspensions(ctx, [child])).length).toBe(suspended.size)
      const undos = await site.db.selectFrom('decision_undo').select('decision_id').where('person_id', '=', child).execute()
      expect(undos.length).toBe(decisions.filter(({ undone }) => undone).length)
    }
  }), { numRuns: 8, seed: 2026 })
}, 120_000)
