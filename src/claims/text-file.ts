import { parseDocument, type Document } from 'yaml'
import * as z from 'zod'
import { agreementHead } from './bundle.ts'
import { say, type Said } from './sayings.ts'

/** A text as it stands in its file, quotes unresolved. `head` is the front matter of an agreement. */
export interface TextFile {
  title: string
  body: string
  head: z.infer<typeof agreementHead> | undefined
}

/** What is wrong with a file, with the line (from 1) where it is. */
export interface Flaw extends Said {
  line: number
}

/** Whether a text of this name is an agreement, which begins with front matter instead of a title line. */
export const isAgreement = (name: string): boolean => name.startsWith('agreements/')

/** Reads the text of one file: a title line and the body, or front matter and the body. */
export function readText(name: string, raw: string): { text: TextFile; flaws: [] } | { text: undefined; flaws: Flaw[] } {
  return isAgreement(name) ? readAgreement(raw) : readTitled(raw)
}

function readTitled(raw: string): ReturnType<typeof readText> {
  const [, title, rest] = /^# +(\S.*?) *(?:\r?\n([\s\S]*))?$/.exec(raw) ?? []
  if (title === undefined) return { text: undefined, flaws: [{ line: 1, ...say('no-title', {}) }] }
  return { text: { title, body: bodyOf(rest ?? ''), head: undefined }, flaws: [] }
}

function readAgreement(raw: string): ReturnType<typeof readText> {
  const [, yaml, rest] = /^---\r?\n([\s\S]*?\r?\n)---\r?\n([\s\S]*)$/.exec(raw) ?? []
  if (yaml === undefined)
    return { text: undefined, flaws: [{ line: 1, ...say('no-front-matter', {}) }] }
  const document = parseDocument(yaml)
  const wrong = document.errors.map((error) => ({
    line: (error.linePos?.[0].line ?? 0) + 1,
    ...notYaml(error),
  }))
  if (wrong.length > 0) return { text: undefined, flaws: wrong }
  const plain = plainOf(document)
  if (!plain.ok) return { text: undefined, flaws: [{ line: 1, ...notYaml(plain.error) }] }
  const head = agreementHead.safeParse(plain.value)
  if (head.success) return { text: { title: head.data.title, body: bodyOf(rest ?? ''), head: head.data }, flaws: [] }
  return {
    text: undefined,
    flaws: head.error.issues.map(({ path, message }) => ({ line: 1, ...say('wrong-head', { field: path.join('.'), problem: message }) })),
  }
}

/** The plain values of a document. Aliases that grow without end are refused by the reader of YAML when the values are made. */
export function plainOf(document: Document): { ok: true; value: unknown } | { ok: false; error: Error } {
  try {
    return { ok: true, value: document.toJS() }
  } catch (error) {
    return { ok: false, error: error as Error }
  }
}

/** What the reader of YAML says of a fault, in its first line. */
export const notYaml = (error: Error): Said => say('not-yaml', { problem: error.message.split('\n')[0] ?? 'not YAML' })

/** One line ending, no empty lines around it: so the bytes that are signed do not depend on an editor. */
const bodyOf = (rest: string): string =>
  rest
    .replaceAll('\r\n', '\n')
    .replace(/^\s*\n/, '')
    .trimEnd()
