import { expect, test } from 'vitest'
import { wordsIn } from '#words/words.ts'

test('the verb beside the count goes with the number', () => {
  const said = (language: 'en' | 'nl', count: number) => {
    const t = wordsIn(language)
    return `${t('parts.people', { count })} ${t('claim.count.signed', { count })}`
  }
  expect(said('nl', 1)).toBe('1 persoon heeft getekend en doet mee')
  expect(said('nl', 2)).toBe('2 mensen hebben getekend en doen mee')
  expect(said('en', 1)).toBe('1 person signed and takes part')
  expect(said('en', 2)).toBe('2 people signed and take part')
})
