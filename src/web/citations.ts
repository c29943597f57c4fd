import type { ClaimFacts } from '#claims/bundle.ts'
import type { T } from '#words/words.ts'

type Source = ClaimFacts['sources'][number]

/** The source marks of one page: numbers are those of the claim's list, so a source has the same number on every page. */
export interface Citations {
  /** The mark for a source as HTML; nothing for a source that is not listed. */
  mark(id: string): string
  /** The sources of the claim with their number and the marks made so far, in order. */
  listed(): { source: Source; number: number; marks: string[] }[]
}

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

export const sourceAnchor = (id: string) => `source-${id}`

/** Starts the marks of a page; each page has its own, because marks have addresses. */
export function citationsOf(sources: readonly Source[], t: T): Citations {
  const marks = new Map<string, string[]>()
  return {
    mark(id) {
      const at = sources.findIndex((source) => source.id === id)
      const source = sources[at]
      if (!source) return ''
      const made = marks.get(id) ?? []
      const anchor = `mark-${id}-${made.length + 1}`
      marks.set(id, [...made, anchor])
      const name = escaped(t('claim.sources.mark', { number: at + 1, publisher: source.publisher }))
      // The word joiner keeps the mark on the line of the word it belongs to.
      return `\u2060<sup class="mark" id="${anchor}"><a href="#${sourceAnchor(id)}" aria-label="${name}">${at + 1}</a></sup>`
    },
    listed: () => sources.map((source, at) => ({ source, number: at + 1, marks: marks.get(source.id) ?? [] })),
  }
}
