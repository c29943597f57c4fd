import { expect, test } from 'vitest'
import { withoutInput } from './diagnosis.ts'

test('nothing of the data stands in a diagnosis: no quoted text, no name, no number, no foreign letter', () => {
  const data = { person: { name: 'Jan van Dam', rows: ['jan@voorbeeld.example', 19800201] } }
  const message = 'the text "Jan van Dam 🎉" has no glyph; `Jan van Dam`; Jan van Dam <jan@voorbeeld.example> 19800201 Dam: 王'
  expect(withoutInput(message, data)).toBe('the text … has no glyph; …; … <…> … …: …')
})

test('the compiler\'s own words stay', () => {
  expect(withoutInput('dictionary does not contain key "opening"', { a: 'x' })).toBe('dictionary does not contain key …')
})
