import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { mayMove, type State } from './moves.fixture.ts'
import { isLiving, stateOf, type StateGround } from './state.ts'

const ground = { suspended: false, birthDate: '1994-03-27', today: '2026-11-23', signedByOthersOnly: false }
const child = { ...ground, birthDate: '2012-02-29', signedByOthersOnly: true }

describe('where a participation stands', () => {
  test.each<[string, Partial<StateGround>, State]>([
    ['an adult who signed', {}, 'active'],
    ['somebody whose joining is disputed', { suspended: true }, 'suspended'],
    ['who was excluded by the desk', { excluded: true, suspended: true, needsAction: true }, 'excluded'],
    [
      'who was excluded and left',
      { excluded: true, end: { kind: 'terminated', noticedAt: new Date(0), effectiveOn: '2026-11-23' } },
      'terminated',
    ],
    ['whose record was merged', { merged: true, excluded: true }, 'merged'],
    ['who has to mend something (AD-04)', { needsAction: true }, 'needs-action'],
    [
      'who has to mend something and is 18 since: signing comes first',
      { ...child, today: '2030-03-01', needsAction: true },
      'confirm-at-18',
    ],
    ['who withdrew', { end: { kind: 'withdrawn', noticedAt: new Date(0), effectiveOn: '2026-11-23' } }, 'withdrawn'],
    ['who ended it', { end: { kind: 'terminated', noticedAt: new Date(0), effectiveOn: '2026-11-23' } }, 'terminated'],
    ['who gave no answer at 18', { end: { kind: 'no-answer-at-18', noticedAt: new Date(0), effectiveOn: '2026-11-23' } }, 'terminated'],
    ['who was erased', { end: { kind: 'erased', noticedAt: new Date(0), effectiveOn: '2026-11-23' } }, 'terminated'],
    ['a child of 15, born on 29 February', { ...child, today: '2028-02-28' }, 'active'],
    ['that child from 16 on (GD-07)', { ...child, today: '2028-02-29' }, 'data-rights-own'],
    ['that child on 28 February of a common year (MI-01)', { ...child, today: '2030-02-28' }, 'data-rights-own'],
    ['that child on 1 March at 18', { ...child, today: '2030-03-01' }, 'confirm-at-18'],
    ['that child after signing', { ...child, today: '2030-03-01', signedByOthersOnly: false }, 'active'],
    ['a suspended person who left', { suspended: true, end: { kind: 'withdrawn', noticedAt: new Date(0), effectiveOn: '2026-11-23' } },
      'withdrawn'],
  ])('%s', (_, given, state) => expect(stateOf({ ...ground, ...given })).toBe(state))
})

const days = fc.integer({ min: 0, max: 9000 }).map((days) => Temporal.PlainDate.from('2008-02-27').add({ days }).toString())

test('days that go by move a participation along the table only, and never back (property)', () => {
  fc.assert(fc.property(days, fc.boolean(), fc.boolean(), fc.array(days, { maxLength: 30 }),
    (birthDate, suspended, signedByOthersOnly, todays) => {
    const seen = todays.filter((today) => today >= birthDate).sort()
      .map((today) => stateOf({ birthDate, today, suspended, signedByOthersOnly }))
    for (const [at, state] of seen.entries()) {
      const before = seen[at - 1]
      // Who signed alone came in as an adult: nobody of 16 or 17 did.
      if (before !== undefined && before !== state && (signedByOthersOnly || suspended)) expect([before, state, mayMove(before, state)])
        .toEqual([before, state, true])
      expect(isLiving(state)).toBe(true)
    }
  }))
})

const change = fc.oneof(
  fc.record({ act: fc.constant('days' as const), days: fc.integer({ min: 1, max: 900 }) }),
  fc.constantFrom({ act: 'suspend' as const }, { act: 'lift' as const }, { act: 'sign' as const }, { act: 'withdraw' as const },
    { act: 'end' as const }),
)

test('any order of days, suspensions, signatures and notices moves along the table only, and an end is an end (property)', () => {
  fc.assert(fc.property(days, fc.boolean(), fc.array(change, { maxLength: 40 }), (birthDate, asChild, changes) => {
    const born = Temporal.PlainDate.from(birthDate)
    let now: StateGround = { birthDate, today: born.add({ years: asChild ? 9 : 30 }).toString(), suspended: false,
      signedByOthersOnly: asChild }
    let state: State = stateOf(now)
    for (const each of changes) {
      if (now.end) break
      if (each.act === 'days') now = { ...now, today: nextTurn(now.today, born, each.days) }
      if (each.act === 'suspend') now = { ...now, suspended: true }
      if (each.act === 'lift') now = { ...now, suspended: false }
      if (each.act === 'sign' && stateOf(now) === 'confirm-at-18') now = { ...now, signedByOthersOnly: false }
      if (each.act === 'withdraw' || each.act === 'end') now = { ...now,
        end: { kind: each.act === 'end' ? 'terminated' : 'withdrawn', noticedAt: new Date(0), effectiveOn: now.today } }
      const next = stateOf(now)
      if (next !== state) expect([state, next, mayMove(state, next)]).toEqual([state, next, true])
      state = next
    }
    expect(now.end === undefined).toBe(isLiving(state))
  }))
})

/** Some days later, but no further than the next birthday that matters: the clock passes each of them. */
function nextTurn(today: string, born: Temporal.PlainDate, days: number): string {
  const then = Temporal.PlainDate.from(today).add({ days }).toString()
  const turn = [16, 18].map((years) => `${born.year + years}${born.toString().slice(4)}`).find((each) => each > today)
  return turn !== undefined && turn < then && !turn.endsWith('02-29') ? turn : then
}
