import { expect, test } from 'vitest'
import { dataRequestTerm } from './data-request.ts'

test.each([
  ['2026-11-20', '2026-12-21', '2026-12-14'],
  ['2026-01-31', '2026-03-02', '2026-02-23'],
  ['2026-08-31', '2026-09-30', '2026-09-23'],
  ['2026-11-26', '2026-12-28', '2026-12-21'],
  ['2026-03-05', '2026-04-07', '2026-03-31'],
])('a request of %s is answered by %s, and looked at by %s (DL-01 to DL-03, 9.8)', (received, dueOn, internalDueOn) => {
  expect(dataRequestTerm(received)).toEqual({ rule: 'GDPR-12(3)', calendar: 'nl', dueOn, internalDueOn })
})
