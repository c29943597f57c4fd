import { describe, expect, it, test } from 'vitest'
import { phases, phasesBeforeJudgment } from './bundle.ts'
import { acceptsSignUps, hasOpened } from './phase.ts'

test('somebody can have joined in every phase but the first two', () => {
  expect(phases.filter((phase) => !hasOpened({ phase }))).toEqual(['draft', 'pre_registration'])
})

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
