import { create } from 'fontkit'
import { expect, test } from 'vitest'
import { fontBlobs } from './fonts.ts'

test('every font bears a family name of our own, so that a font of the machine never takes its place', () => {
  const families = fontBlobs().map((blob) => { const font = create(blob); return 'familyName' in font ? font.familyName : '' })
  expect(families.length).toBe(7)
  for (const family of families) expect(family).toMatch(/^Joinder (Latin|All)/)
  for (const blob of fontBlobs()) expect(blob.indexOf(Buffer.from('DejaVu Sans', 'utf16le').swap16())).toBe(-1)
})
