import { diffArrays, diffLines, diffWordsWithSpace } from 'diff'
import { pictureIdOf } from '#claims/picture-file.ts'
import { languageAndName, lockFile, type BundleFile } from '#claims/read-bundle.ts'
import { compareFacts, type FactChange } from './compare-facts.ts'

/** A stretch of a line: as it was in both, only before (`out`), or only after (`in`). */
export interface Part { kind: 'same' | 'out' | 'in'; text: string }
/** A line of a difference. `changed` has parts of both; `gap` stands for `count` lines that are the same. */
export type Line = { kind: 'same' | 'out' | 'in' | 'changed'; parts: Part[] } | { kind: 'gap'; count: number }
/** A text that differs between two sets of files. */
export interface TextChange {
  path: string
  name: string
  language: string
  state: 'added' | 'removed' | 'changed'
  lines: Line[]
}
export interface Comparison { facts: FactChange[]; texts: TextChange[] }

/**
 * What differs between the files of two versions: facts as values, texts line by line, of a picture only that it is another. The lock file
 * follows the agreements and is left out.
 */
export function compareFiles(before: readonly BundleFile[], after: readonly BundleFile[]): Comparison {
  const [was, is] = [rawOf(before), rawOf(after)]
  const paths = [...new Set([...was.keys(), ...is.keys()])].filter((path) => was.get(path) !== is.get(path)).toSorted()
  const facts = paths.filter((path) => path.endsWith('.yaml')).flatMap((path) => compareFacts(was.get(path), is.get(path)))
  const texts = paths.filter((path) => path !== lockFile && !path.endsWith('.yaml')).map((path): TextChange => {
    const [language, name] = languageAndName(path)
    const state = !was.has(path) ? 'added' : is.has(path) ? 'changed' : 'removed'
    const lines = pictureIdOf(path) === undefined ? compareText(was.get(path) ?? '', is.get(path) ?? '') : []
    return { path, name: name ?? path, language: language ?? '', state, lines }
  })
  return { facts, texts }
}

const rawOf = (files: readonly BundleFile[]) => new Map(files.map(({ path, raw }) => [path, raw]))

/** Lines kept around each change, so that a reader knows where it stands. */
const around = 2

/** A text that was written anew is not searched for lines that stayed, nor is an endless line for words: it would take seconds. */
const mostPairs = 2500
const mostChangedLines = 1500
const longestLine = 3000

/** The difference of two texts; inside a line that was changed, word by word. */
export function compareText(before: string, after: string): Line[] {
  const lines: Line[] = []
  let out: string[] = []
  const flush = (added: string[] = []) => {
    lines.push(...pairs(out, added))
    out = []
  }
  for (const { value, added, removed } of linesOf(oneEnding(before), oneEnding(after))) {
    const block = value.replace(/\n$/, '').split('\n')
    if (removed) out = block
    else if (added) flush(block)
    else {
      flush()
      lines.push(...block.map((text): Line => ({ kind: 'same', parts: [{ kind: 'same', text }] })))
    }
  }
  flush()
  return withoutMiddle(lines)
}

/** Where more lines differ than anybody reads, all went and all came. */
const linesOf = (before: string, after: string): { value: string; added: boolean; removed: boolean }[] =>
  diffLines(before, after, { maxEditLength: mostChangedLines })
  ?? [{ value: before, added: false, removed: true }, { value: after, added: true, removed: false }]

const oneEnding = (text: string): string => (text === '' ? '' : `${text.replaceAll('\r\n', '\n').replace(/\n+$/, '')}\n`)

/** Lines that went and lines that came: those that say nearly the same stand as one changed line, the others below each other. */
function pairs(out: string[], added: string[]): Line[] {
  const lines: Line[] = []
  let [goes, comes] = [0, 0]
  const whole = (kind: 'out' | 'in', text: string) => lines.push({ kind, parts: [{ kind, text }] })
  if (out.length * added.length > mostPairs) {
    for (const text of out) whole('out', text)
    for (const text of added) whole('in', text)
    return lines
  }
  for (const { value, added: only, removed } of diffArrays(out, added, { comparator: alike })) {
    if (removed) for (const text of value) { whole('out', text); goes += 1 }
    else if (only) for (const text of value) { whole('in', text); comes += 1 }
    else for (const _ of value) lines.push({ kind: 'changed', parts: wordsOf(out[goes++] ?? '', added[comes++] ?? '') })
  }
  return lines
}

const wordsOf = (before: string, after: string): Part[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({ kind: added ? 'in' : removed ? 'out' : 'same', text: value }))

/** Whether two lines are one line that was worked on: half of the words of the shorter one are still there. */
function alike(before: string, after: string): boolean {
  if (!before.trim() || !after.trim()) return before.trim() === after.trim()
  if (before.length > longestLine || after.length > longestLine) return false
  const [was, is] = [before.split(/\s+/), after.split(/\s+/)]
  const left = Map.groupBy(is, (word) => word)
  const same = was.filter((word) => left.get(word)?.pop() !== undefined).length
  return same * 2 >= Math.min(was.length, is.length)
}

function withoutMiddle(lines: Line[]): Line[] {
  const near = (at: number) => lines.slice(Math.max(0, at - around), at + around + 1).some(({ kind }) => kind !== 'same')
  const kept: Line[] = []
  let count = 0
  for (const [at, line] of lines.entries()) {
    if (!near(at)) { count += 1; continue }
    if (count) kept.push({ kind: 'gap', count })
    count = 0
    kept.push(line)
  }
  if (count) kept.push({ kind: 'gap', count })
  return kept
}
