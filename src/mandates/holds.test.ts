import { expect, test } from 'vitest'
import { holds } from './holds.ts'

const born = '2008-02-29'
test('what a parent or guardian granted holds for no new act from the 18th birthday, by itself (mandate, clause 7.2)', () => {
  for (const signedBy of ['parent', 'guardian'] as const) {
    expect(holds({ signedBy, revoked: undefined }, born, '2026-02-28')).toBe(true)
    expect(holds({ signedBy, revoked: undefined }, born, '2026-03-01')).toBe(false)
  }
  expect(holds({ signedBy: 'self', revoked: undefined }, born, '2026-03-01')).toBe(true)
})
test('a capacity that was revoked holds until the day of its end', () => {
  const revoked = { reason: 'revoked', effectiveOn: '2026-03-05', at: new Date('2026-03-01') } as const
  expect([holds({ signedBy: 'self', revoked }, born, '2026-03-04'), holds({ signedBy: 'self', revoked }, born, '2026-03-05')])
    .toEqual([true, false])
})
