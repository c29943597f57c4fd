import { openSync } from 'fontkit'
import { boldFonts, fontPath, plainFonts, type Font } from './fonts.ts'

let covered: Set<number> | undefined

const charactersOf = (fonts: readonly Font[]) => new Set(fonts.flatMap((font) => {
  const opened = openSync(fontPath(font))
  return 'characterSet' in opened ? opened.characterSet : []
}))

/** Every code point that can be drawn plain and bold; read once, about 5,900 entries. */
function coverage(): Set<number> {
  if (!covered) {
    const bold = charactersOf(boldFonts)
    covered = new Set([...charactersOf(plainFonts)].filter((code) => bold.has(code)))
  }
  return covered
}

/**
 * The characters of a text that no document can show, each once: emoji, Chinese and others. Latin, Greek, Cyrillic,
 * Arabic and Hebrew names give an empty list. Ask at sign-up, not when the document is made: there a missing
 * character is an error, because PDF/A demands that every character can be drawn.
 */
export function missingGlyphs(text: string): string[] {
  const known = coverage()
  return [...new Set(clean(text, Infinity))].filter((character) => !known.has(character.codePointAt(0)!))
}

const neverPrinted = /[\p{Cc}\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\u2028\u2029\uFEFF\uFFF9-\uFFFB\p{Co}\p{Cn}]/gu

/** Takes out characters that print nothing or reorder what stands around them (bidi controls), keeps line breaks as they are. */
export const printable = (text: string) =>
  text.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').replace(neverPrinted, (c) => (c === '\n' ? c : ' '))

/**
 * What a person typed, as one line fit for a document: composed Unicode, no control or direction characters,
 * single spaces, at most `longest` characters.
 */
export const clean = (text: string, longest = 200): string =>
  [...printable(text).replace(/\s+/g, ' ').trim()].slice(0, longest).join('').trim()
