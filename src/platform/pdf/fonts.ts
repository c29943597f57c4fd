import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const resolve = createRequire(import.meta.url).resolve

/** The two families every document is set in. The second one carries Arabic, Hebrew, Georgian and Armenian names. */
export const plainFonts = ['source-sans/TTF/SourceSans3-Regular.ttf', 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf'] as const
export const boldFonts = ['source-sans/TTF/SourceSans3-Semibold.ttf', 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'] as const
/** No slanted DejaVu: it lacks Arabic, and a name in italics must fall back to the upright letters instead of none. */
const moreFonts = ['source-sans/TTF/SourceSans3-Bold.ttf', 'source-sans/TTF/SourceSans3-It.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'] as const

const fonts = [...plainFonts, ...boldFonts, ...moreFonts]
export type Font = (typeof fonts)[number]

/** The path of a font file, found by package so that it is the same from source and from the built program. */
export const fontPath = (font: Font) => resolve(font)

/** Of the same length as the names they replace, so that they fit in their place. Templates name these families. */
const ownNames = [['Source Sans 3', 'Joinder Latin'], ['DejaVu Sans', 'Joinder All']] as const

/**
 * All font files as bytes, under family names of our own. The typesetter also sees the fonts of the machine and cannot
 * be told not to; a DejaVu installed there would otherwise mix with ours, and the bytes would depend on the machine.
 */
export const fontBlobs = () => fonts.map((font) => renamed(readFileSync(fontPath(font))))

/** Replaces the family names in the `name` table of an OpenType file, in both encodings it may hold them in. */
function renamed(font: Buffer): Buffer {
  for (let entry = 12; entry < 12 + font.readUInt16BE(4) * 16; entry += 16) {
    if (font.toString('latin1', entry, entry + 4) !== 'name') continue
    const table = font.subarray(font.readUInt32BE(entry + 8), font.readUInt32BE(entry + 8) + font.readUInt32BE(entry + 12))
    for (const [theirs, ours] of ownNames) {
      for (const encode of [(text: string) => Buffer.from(text, 'latin1'), (text: string) => Buffer.from(text, 'utf16le').swap16()]) {
        for (let at = table.indexOf(encode(theirs)); at >= 0; at = table.indexOf(encode(theirs), at)) encode(ours).copy(table, at)
      }
    }
  }
  return font
}
