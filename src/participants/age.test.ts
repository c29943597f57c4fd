import { expect, test } from 'vitest'
import { ageOn, isAdultOn } from './age.ts'

test('one is 18 on the eighteenth birthday, not the day before (art. 1:233 BW)', () => {
  expect(isAdultOn('2008-11-22', '2026-11-21')).toBe(false)
  expect(isAdultOn('2008-11-22', '2026-11-22')).toBe(true)
})
test('born on 29 February: the birthday is 1 March in common years (MI-01)', () => {
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
  expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
  expect(ageOn('2008-02-29', '2028-02-29')).toBe(20)
})
