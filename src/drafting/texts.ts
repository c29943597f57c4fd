import { parse, stringify } from 'yaml'
import { languages, type Language } from '#claims/bundle.ts'
import { neededTexts } from '#claims/check/needed-texts.ts'
import { gap } from '#claims/quote.ts'
import { languageAndName, sha256, type BundleFile } from '#claims/read-bundle.ts'
import { isAgreement, readText } from '#claims/text-file.ts'
import type { WorkingCopy } from './draft-bundle.ts'

/** A text as the fields of a form. `version` and `summary` are those of an agreement. */
export interface TextFields {
  title: string
  body: string
  version: string
  summary: string
}

/** Where a text stands in a bundle. */
export const pathOf = (language: Language, name: string): string => `${language}/${name}.md`

/** Names the words somebody saw before changing them; empty where there were none. */
export const shaOf = (raw: string | undefined): string => (raw === undefined ? '' : sha256(raw))

export const fileOf = (files: readonly BundleFile[], language: Language, name: string): string | undefined =>
  files.find(({ path }) => path === pathOf(language, name))?.raw

/** The fields of a file; of one that is not finished yet, what there is. */
export function fieldsOf(name: string, raw: string | undefined): TextFields {
  const empty = { title: '', body: '', version: '', summary: '' }
  if (raw === undefined) return empty
  const { text } = readText(name, raw)
  if (text) return { title: text.title, body: text.body, version: text.head?.version ?? '', summary: text.head?.summary ?? '' }
  if (isAgreement(name)) return { ...empty, ...unfinishedAgreement(raw) }
  const [, title, rest] = /^#[ \t]*(.*?)[ \t]*(?:\r?\n([\s\S]*))?$/.exec(raw) ?? []
  return title === undefined ? { ...empty, body: raw } : { ...empty, title, body: (rest ?? '').trim() }
}

/** The file that these fields make, line endings and all; `before` stays as it is when the fields say nothing else. */
export function fileFrom(name: string, fields: TextFields, before?: string): string {
  const lines = (words: string) => words.replaceAll('\r\n', '\n').replaceAll('\0', '').replace(/^(\s*\n)+/, '').trimEnd()
  const line = (words: string) => words.replaceAll(/\s+/g, ' ').replaceAll('\0', '').trim()
  const given = { title: line(fields.title), body: lines(fields.body), version: line(fields.version), summary: line(fields.summary) }
  const was = fieldsOf(name, before)
  const same = (Object.keys(given) as (keyof TextFields)[]).every(
    (field) => given[field] === was[field] || (!isAgreement(name) && isHead(field)),
  )
  if (before !== undefined && same) return before
  const { title, body, version, summary } = given
  if (isAgreement(name)) return `---\n${stringify({ version, title, summary }, { lineWidth: 0 })}---\n\n${body}\n`
  return body ? `# ${title}\n\n${body}\n` : `# ${title}\n`
}

/** Every text of the working copy, those it has and those that its facts ask for, by family in the order of the check. */
export function textNames({ bundle, files }: WorkingCopy): string[] {
  const asked = bundle ? neededTexts(bundle.facts).map(({ name }) => name) : []
  const there = files.flatMap(({ path }) => languageAndName(path)[1] ?? [])
  return [...new Set([...asked, ...there.toSorted()])]
}

/** The first of the languages that has a title for it, the reader's own before others; of one to be written, what its hint calls it. */
export function titleOf(files: readonly BundleFile[], name: string, reader: Language): string | undefined {
  const order = [reader, ...languages.filter((language) => language !== reader)]
  return order.map((language) => fieldsOf(name, fileOf(files, language, name)).title.replace(gap, '').trim()).find(Boolean)
}

const isHead = (field: keyof TextFields) => field === 'version' || field === 'summary'

function unfinishedAgreement(raw: string): Partial<TextFields> {
  const [, yaml, rest] = /^---\r?\n([\s\S]*?\r?\n)---\r?\n([\s\S]*)$/.exec(raw) ?? []
  if (yaml === undefined) return { body: raw }
  const head: unknown = safely(() => parse(yaml) as unknown)
  const words = new Map(typeof head === 'object' && head ? Object.entries(head) as [string, unknown][] : [])
  const word = (name: string) => (['string', 'number'].includes(typeof words.get(name)) ? `${words.get(name) as string | number}` : '')
  return { title: word('title'), version: word('version'), summary: word('summary'), body: (rest ?? '').trim() }
}

function safely<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
