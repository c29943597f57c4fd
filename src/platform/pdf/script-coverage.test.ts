import { expect, test } from 'vitest'
import { clean, missingGlyphs, printable } from './script-coverage.ts'

test.each([
  ['Latin', 'Øyvind Ğünaydın Nguyễn Thị Ánh Łukasz Þór Ștefan O’Neill-Šimůnek'], ['Greek', 'Γιώργος Παπαδόπουλος'],
    ['Cyrillic', 'Олександр Ґалаґан'],
  ['Arabic', 'محمد بن سلمان'], ['Persian', 'علی‌رضا پژمان'], ['Hebrew', 'דוד בן־גוריון'], ['Georgian', 'გიორგი'], ['Armenian', 'Հայկ'],
  ['composed from parts', 'Jose\u0301'],
])('a %s name can be printed', (_script, name) => {
  expect(missingGlyphs(name)).toEqual([])
})

test('emoji, Chinese and Tamil are named, each once', () => {
  expect(missingGlyphs('Jan 🎉🎉 王小明 王')).toEqual(['🎉', '王', '小', '明'])
  expect(missingGlyphs('தமிழ்').length).toBeGreaterThan(0)
})

test('what prints nothing or turns the reading direction is taken out, not reported', () => {
  const typed = 'abc\u202Edcba\u202C \u0000x\u0007\ty\uE000\u{378}\uFEFFz\ud800'
  expect(missingGlyphs(typed)).toEqual([])
  expect(clean(typed)).toBe('abc dcba x y z\uFFFD')
})

test('a name becomes one line of at most the length asked for, never half a character', () => {
  expect(clean('  Jan\r\n  van   Dam ')).toBe('Jan van Dam')
  expect(clean('😀'.repeat(10), 3)).toBe('😀😀😀')
})

test('line breaks stay in a text of many lines', () => {
  expect(printable('one\r\ntwo\u202E\nthree')).toBe('one\ntwo \nthree')
})
