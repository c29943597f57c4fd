import { expect, test } from 'vitest'
import { erasedAt } from './unfinished.ts'

test.each([
  ['begun in the morning: in the night after the thirtieth day', '2026-11-01T10:00:00+01:00', '2026-12-02T03:10:00+01:00'],
  ['begun just before the hour of erasing: in that same night', '2026-11-01T03:09:00+01:00', '2026-12-01T03:10:00+01:00'],
  ['begun at the hour of erasing: the night after', '2026-11-01T03:10:00+01:00', '2026-12-02T03:10:00+01:00'],
  ['days of 24 hours over the end of summer time', '2026-10-01T03:30:00+02:00', '2026-10-31T03:10:00+01:00'],
])('a draft %s', (_, started, erased) => {
  expect(erasedAt(new Date(started)).toISOString()).toBe(new Date(erased).toISOString())
})
