import { expect, test } from 'vitest'
import { allPhases, isOpened, movesFrom, opens, type Phase } from './phases.ts'

const to = (phase: Phase, before?: Phase) => movesFrom(phase, before).map((move) => move.to)

test('the table of moves is that of domain 9.1', () => {
  const own = Object.fromEntries(allPhases.map((phase) => [phase, to(phase, 'merits').join(' ')]))
  expect(own).toEqual({
    draft: 'pre_registration',
    pre_registration: 'open withdrawn',
    open: 'notice_sent settlement_signed stayed withdrawn',
    notice_sent: 'consultation settlement_signed stayed withdrawn',
    consultation: 'investigating settlement_signed stayed withdrawn',
    investigating: 'summons_served settlement_signed stayed withdrawn',
    summons_served: 'registered settlement_signed stayed withdrawn',
    registered: 'competing_window settlement_signed stayed withdrawn',
    competing_window: 'admissibility settlement_signed stayed withdrawn',
    admissibility: 'er_appointed co_party inadmissible settlement_signed stayed withdrawn',
    er_appointed: 'opt_window settlement_signed stayed withdrawn',
    co_party: 'opt_window settlement_signed stayed withdrawn',
    inadmissible: 'admissibility closing settlement_signed stayed withdrawn',
    opt_window: 'settlement_attempt merits settlement_signed stayed withdrawn',
    settlement_attempt: 'merits settlement_signed stayed withdrawn',
    merits: 'liability_found dismissed settlement_signed stayed withdrawn',
    liability_found: 'scheme_set dismissed settlement_signed stayed withdrawn',
    dismissed: 'merits closing settlement_signed stayed withdrawn',
    scheme_set: 'claims_filing settlement_signed stayed withdrawn',
    settlement_signed: 'settlement_approved stayed withdrawn',
    settlement_approved: 'claims_filing stayed withdrawn',
    claims_filing: 'distribution stayed withdrawn',
    distribution: 'closing stayed withdrawn',
    closing: 'closed stayed withdrawn',
    closed: '',
    stayed: 'merits withdrawn',
    withdrawn: '',
  })
})

test('every phase can be reached from draft, and from every phase an end', () => {
  const reached = new Set<Phase>(['draft'])
  for (let size = 0; size < reached.size;) {
    size = reached.size
    for (const phase of reached) for (const next of to(phase)) reached.add(next)
  }
  expect([...reached].toSorted()).toEqual([...allPhases].toSorted())
  for (const phase of allPhases)
    expect([phase, phase === 'closed' || phase === 'withdrawn' || to(phase, 'open').length > 0]).toEqual([phase, true])
})

test('a stayed claim goes back to where it was', () => {
  expect(to('stayed', 'admissibility')).toEqual(['admissibility', 'withdrawn'])
  expect(to('stayed')).toEqual(['withdrawn'])
})

test('opening is every way from “not open” to “open”, and withdrawing is none', () => {
  expect([opens(undefined, 'open'), opens('pre_registration', 'open'), opens('draft', 'merits'), opens('withdrawn', 'open')])
    .toEqual([true, true, true, true])
  expect([
    opens('open', 'merits'), opens('open', 'open'), opens('pre_registration', 'withdrawn'),
    opens('draft', 'pre_registration'), opens('stayed', 'merits'),
  ]).toEqual([false, false, false, false, false])
  expect(allPhases.filter((phase) => !isOpened(phase))).toEqual(['draft', 'pre_registration', 'withdrawn'])
})
