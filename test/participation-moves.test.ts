import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getContent } from '#claims/queries.ts'
import { lookAtBirthdays } from '#coming-of-age/jobs.ts'
import { listDecisions } from '#casework/decisions/decisions.ts'
import { exclude } from '#casework/decisions/exclude.ts'
import { suspendForReview } from '#casework/decisions/suspend.ts'
import { undoDecision } from '#casework/decisions/undo-decision.ts'
import { conclude } from '#deficiencies/conclude.ts'
import { findOpenNotice } from '#deficiencies/notices.ts'
import { reopen } from '#deficiencies/reopen.ts'
import { sendNotice } from '#deficiencies/send-notice.ts'
import { lift } from '#guardians/lift.ts'
import { suspend } from '#guardians/suspend.ts'
import { listSuspensions } from '#guardians/suspensions.ts'
import { beginAgain } from '#joining/begin-again.ts'
import type { Answers } from '#joining/answers.ts'
import { keep } from '#joining/keep.ts'
import { findDraft } from '#joining/queries.ts'
import { signedContent } from '#joining/steps.ts'
import { submit } from '#joining/submit/submit.ts'
import { end } from '#leaving/end.ts'
import { revokePower } from '#leaving/revoke-power.ts'
import { withdraw } from '#leaving/withdraw.ts'
import { isSignedByOthersOnly } from '#mandates/queries.ts'
import { listCapacities } from '#mandates/revoke.ts'
import { legalZone } from '#participants/age.ts'
import { groundsIn, listHindrances } from '#participants/hindrances.ts'
import { getPerson, listParticipations } from '#participants/queries.ts'
import { mayMove, type State } from '#participants/moves.fixture.ts'
import { stateOf } from '#participants/state.ts'
import { dayIn } from '#platform/clock.ts'
import { visitor, testSite, type TestSite } from './builders.ts'
import { child, joinFamily } from './families.ts'

let site: TestSite
beforeAll(async () => { site = await testSite() })
afterAll(() => site.close())

const atDesk = () => site.ctx('organiser:00000000-0000-4000-8000-000000000000')
const passing = (days: number) => site.clock.moveTo(Temporal.Instant.from(site.clock.now().toISOString())
  .add({ hours: 24 * days, minutes: 2 }).toString())
const born = (years: number, days: number) => Temporal.PlainDate.from(site.clock.now().toISOString().slice(0, 10)).subtract({ years })
  .add({ days }).toString()
const origin = 'http://localhost:8080'

/** Where each participation of somebody stands now, by its round; computed from the rows alone. */
async function standsAt(personId: string): Promise<Map<number, State>> {
  const ctx = site.ctx()
  const [person, participations, capacities, suspensions, hindrances] = await Promise.all([
    getPerson(ctx, personId), listParticipations(ctx, [personId]), listCapacities(ctx, [personId]), listSuspensions(ctx, [personId]),
    listHindrances(ctx, [personId]),
  ])
  const today = dayIn(legalZone, ctx.now)
  return new Map(participations.map(({ round, claim, end: ended }) => [round, stateOf({
    end: ended, ...groundsIn(hindrances, { personId, claim }), suspended: suspensions.length > 0, birthDate: person.birthDate, today,
    signedByOthersOnly: isSignedByOthersOnly(capacities.filter((each) => each.round === round)),
  })]))
}

interface Someone { personId: string; email: string; emailIndex: Buffer; template: Answers }

/** Signs as oneself: joins again, or takes over at 18, with the answers somebody gave before. */
async function signOneself({ personId, email, template }: Someone, purpose: 'join' | 'come-of-age') {
  const ctx = site.ctx()
  if ((await getPerson(ctx, personId)).email === undefined) {
    const safe = await site.vault.open(site.db, personId)
    const own = `eigen-${email}`
    await site.db.updateTable('participant')
      .set({ email: safe.seal('participant.email', own), email_index: site.vault.index('email', own) }).where('person_id', '=', personId)
      .execute()
  }
  const content = await getContent(site.db, 'tiktok', 'en')
  const begun = await beginAgain(ctx, content, { personId, purpose, provenAt: ctx.now.toISOString(), statement: template.statement })
  if (!begun.ok) return
  const draft = await keep(ctx, (await findDraft(ctx, personId, 'tiktok'))!, 'agreements', { agreed: template.agreed! })
  const signed = await keep(ctx, draft, 'sign', { signature: { ...template.signature!, over: signedContent(draft.answers) } })
  await submit(ctx, signed, content, { button: 'Join', secureConnection: false, build: 'test', origin })
}

const acts = {
  withdraw: ({ personId, emailIndex }: Someone) => withdraw(site.ctx(),
    { emailIndex, chosen: [{ personId, claim: 'tiktok' }], channel: 'account', sent: { statement: 'I withdraw', button: 'Withdraw' },
    language: 'en', origin }),
  end: ({ personId, emailIndex }: Someone) => end(site.ctx(), { emailIndex, personId, claim: 'tiktok', language: 'en', origin },
    'I end it'),
  revokePower: ({ personId, emailIndex }: Someone) => revokePower(site.ctx(),
    { emailIndex, personId, claim: 'tiktok', language: 'en', origin }, 'power-of-attorney'),
  suspend: ({ personId }: Someone) => suspend(site.ctx(), personId, 'custody-objection'),
  lift: ({ personId }: Someone) => lift(site.ctx(), personId, ['custody-objection'], 'represented-again'),
  exclude: ({ personId }: Someone) => exclude(atDesk(), personId, { claim: 'tiktok', reason: 'abuse', explanation: 'Why', origin }),
  review: ({ personId }: Someone) => suspendForReview(atDesk(), personId, { reason: 'signals', explanation: 'Why', origin }),
  takeBack: async ({ personId }: Someone) => {
    const last = (await listDecisions(site.ctx(), personId)).find(({ undone }) => !undone)
    const undoing = { decisionId: last?.id ?? '', reason: 'mistake', explanation: 'Why', origin } as const
    if (last?.kind === 'conclude') await reopen(atDesk(), personId, { ...undoing, cureDays: 30 })
    else if (last) await undoDecision(atDesk(), personId, undoing)
  },
  deficient: ({ personId }: Someone) =>
    sendNotice(atDesk(), personId, { claim: 'tiktok', defects: ['name-mismatch'], cureDays: 30, origin }),
  cured: async ({ personId }: Someone) => {
    const open = await findOpenNotice(site.ctx(), personId)
    if (open) await conclude(atDesk(), personId, { noticeId: open.id, outcome: 'cured', reason: 'mended', explanation: '', origin })
  },
  rejoin: (someone: Someone) => signOneself(someone, 'join'),
  sign: (someone: Someone) => signOneself(someone, 'come-of-age'),
  days: async () => passing(5),
  months: async () => passing(45),
  years: async () => passing(400),
  birthdays: async () => lookAtBirthdays({ ...site, config: { publicOrigin: origin } } as never),
} as const
type Act = keyof typeof acts

let families = 0

test('whatever people, parents and the clock do, in any order: a participation moves along domain 9.2 only (property)', async () => {
  const met = new Set<string>()
  await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 2 }),
    fc.array(fc.constantFrom(...Object.keys(acts) as Act[]), { minLength: 6, maxLength: 16 }), async (which, sequence) => {
    families += 1
    passing(1)
    const email = `wisselvallig-${families}@voorbeeld.example`
    let template: Answers | undefined
    const { joined } = await joinFamily(site, visitor(site), {
      email, children: [child(`Noor Nummer${families}`, born(16, 20)), child(`Sem Nummer${families}`, born(18, 20))],
      before: (answers) => { template = answers },
    })
    const someone = { personId: joined[which]!, email, emailIndex: site.vault.index('email', email), template: template! }
    let before = await standsAt(someone.personId)
    for (const state of before.values()) expect([state, mayMove('signed', state)]).toEqual([state, true])
    for (const act of sequence) {
      await acts[act](someone)
      const now = await standsAt(someone.personId)
      for (const [round, state] of now) {
        // Who joins again while a suspension or an open notice stands is in that state from the first moment.
        const from = before.get(round) ?? (state === 'suspended' || state === 'needs-action' ? 'active' : 'signed')
        if (from !== state) {
          met.add(`${from} > ${state}`)
          expect([act, from, state, mayMove(from, state)]).toEqual([act, from, state, true])
        }
      }
      expect([...before.keys()].every((round) => now.has(round))).toBe(true)
      before = now
    }
  }), { numRuns: 25, seed: 2026, examples: [
    [2, ['months', 'birthdays', 'months', 'months', 'birthdays', 'sign']], [2, ['months', 'birthdays', 'sign', 'end', 'rejoin']],
    [1, ['months', 'suspend', 'lift', 'years', 'years', 'birthdays']],
    [0, ['deficient', 'exclude', 'takeBack', 'cured', 'days', 'review', 'days', 'exclude', 'takeBack', 'takeBack', 'takeBack', 'end']],
    [2, ['deficient', 'months', 'birthdays', 'exclude', 'months', 'birthdays', 'takeBack', 'sign', 'cured']],
  ] })
  for (const move of ['active > withdrawn', 'active > terminated', 'active > suspended', 'suspended > active', 'signed > active',
    'active > data-rights-own', 'data-rights-own > confirm-at-18', 'confirm-at-18 > terminated', 'confirm-at-18 > active',
    'active > needs-action', 'needs-action > excluded', 'excluded > needs-action', 'needs-action > active', 'suspended > excluded',
    'excluded > suspended']) {
    expect([move, met.has(move)]).toEqual([move, true])
  }
}, 120_000)
