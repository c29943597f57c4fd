import { expect, test } from 'vitest'
import { lastDayToSign } from './waiting.ts'

const born = '2008-02-29'

test('who was asked on the birthday can sign until 60 days after it, also when born on 29 February (domain 2.5, MI-01)', () => {
  expect(lastDayToSign(born, [], [])).toBe('2026-04-30')
})

test('who was asked later has 60 days from then, whether a power ended at 18 or only the representation', () => {
  const at = new Date('2026-03-10T09:00:00Z')
  expect(lastDayToSign(born, [{ revoked: { at, reason: 'came-of-age', effectiveOn: '2026-03-01' } }], [])).toBe('2026-05-09')
  expect(lastDayToSign(born, [{ revoked: { at, reason: 'revoked', effectiveOn: '2026-03-10' } }], [])).toBe('2026-04-30')
  expect(lastDayToSign(born, [], [{ end: { endedAt: at, reason: 'came-of-age' } }])).toBe('2026-05-09')
})
