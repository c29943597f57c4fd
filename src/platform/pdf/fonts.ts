import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const resolve = createRequire(import.meta.url).resolve

/** The two families every document is set in. The second one carries Arabic, Hebrew, Georgian and Armenian names. */
export const textFonts = ['source-sans/TTF/SourceSans3-Regular.ttf', 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf'] as const

const styles = [
  'source-sans/TTF/SourceSans3-Semibold.ttf', 'source-sans/TTF/SourceSans3-Bold.ttf', 'source-sans/TTF/SourceSans3-It.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf', 'dejavu-fonts-ttf/ttf/DejaVuSans-Oblique.ttf', 'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf',
] as const

/** The path of a font file, found by package so that it is the same from source and from the built program. */
export const fontPath = (font: (typeof textFonts)[number] | (typeof styles)[number]) => resolve(font)

/** All font files as bytes. Only these are used; fonts of the machine would make the bytes depend on it. */
export const fontBlobs = () => [...textFonts, ...styles].map((font) => readFileSync(fontPath(font)))
