import { describe, expect, it } from 'vitest'
import { phases, phasesBeforeJudgment, type ClaimFacts } from './bundle.ts'
import { acceptsSignUps, combinedOffer } from './phase.ts'

const money: ClaimFacts['money'] = {
  demandUpTo: 50000,
  registrationFee: 1750,
  vatPercent: 21,
  successFixed: 5000,
  successPercent: 20,
  successRounding: 'down',
  successBase: 'award',
  combinedOfferEndsWith: 'complaint-letter',
}
const letterSent = { id: 'complaint-letter', on: '2020-09-08', planned: false }
const claim = { money, timeline: [letterSent], timeZone: 'Europe/Amsterdam' as const }

describe('sign-ups', () => {
  const accepted = (signUpsUntil: (typeof phasesBeforeJudgment)[number]) =>
    phases.filter((phase) => acceptsSignUps({ phase, signUpsUntil }))

  it('are taken in the open phase alone when the setting stops there', () => expect(accepted('open')).toEqual(['open']))

  it('are taken in later phases up to the one the setting names', () => {
    expect(accepted('investigating')).toEqual(['open', 'notice_sent', 'consultation', 'investigating'])
  })

  it('are never taken before the opening or after a judgment', () => {
    expect(accepted('merits').toSorted()).toEqual([...phasesBeforeJudgment].toSorted())
    for (const phase of ['draft', 'pre_registration', 'dismissed', 'liability_found', 'closed', 'stayed', 'withdrawn'] as const) {
      expect(accepted('merits')).not.toContain(phase)
    }
  })
})

describe('the combined offer (MO-09)', () => {
  it('runs before the complaint letter is sent', () => {
    expect(combinedOffer(claim, new Date('2020-09-07T12:00:00Z'))).toEqual({ state: 'running', until: '2020-09-08' })
  })

  it('runs to the end of 8 September 2020 in Amsterdam, in favour of the participant', () => {
    expect(combinedOffer(claim, new Date('2020-09-08T21:59:59Z')).state).toBe('running')
  })

  it('lapses by itself when that day is over', () => {
    expect(combinedOffer(claim, new Date('2020-09-08T22:00:00Z'))).toEqual({ state: 'lapsed', until: '2020-09-08' })
  })

  it('lapses even when the event is still marked as planned', () => {
    const planned = { ...claim, timeline: [{ ...letterSent, planned: true }] }
    expect(combinedOffer(planned, new Date('2020-10-01T00:00:00Z')).state).toBe('lapsed')
  })

  it('runs on while the event has no day', () => {
    const undated = { ...claim, timeline: [{ id: 'complaint-letter', planned: true }] }
    expect(combinedOffer(undated, new Date('2020-10-01T00:00:00Z'))).toEqual({ state: 'running' })
  })

  it('does not exist for a claim without such an event', () => {
    const { combinedOfferEndsWith: _, ...alone } = money
    expect(combinedOffer({ ...claim, money: alone }, new Date('2020-08-01T00:00:00Z'))).toEqual({ state: 'none' })
  })
})
