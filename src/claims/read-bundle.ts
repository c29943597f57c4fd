import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { LineCounter, parseDocument, type Document } from 'yaml'
import type * as z from 'zod'
import { claimFacts, languages, organisationFacts, type ClaimFacts, type Language, type OrganisationFacts } from './bundle.ts'
import { pictureIdOf } from './picture-file.ts'
import { say, type Said } from './sayings.ts'
import { notYaml, plainOf, readText, type TextFile } from './text-file.ts'

/** Something that keeps a bundle from being published: where, and what. `path` can be opened from where the check was started. */
export interface Finding extends Said {
  path: string
  line: number
  /** Of a finding in the facts file: where its value stands, such as `['timeline', 0, 'on']`. */
  at?: PropertyKey[]
}

/** A file of a bundle exactly as it is on disk; `path` is inside the folder, with forward slashes. */
export interface BundleFile {
  path: string
  raw: string
}

/** One text in one language, quotes unresolved; `name` is for example `faq/costs`. */
export interface BundleText extends TextFile {
  language: Language
  name: string
  path: string
  raw: string
}

/** A folder of content in memory. `sha256` is over all files, so equal bundles have equal hashes. */
export interface Bundle<F extends ClaimFacts | OrganisationFacts = ClaimFacts | OrganisationFacts> {
  folder: string
  facts: F
  factsFile: string
  files: BundleFile[]
  texts: BundleText[]
  sha256: string
  /** The line of the facts file that holds the value at this path, such as `['timeline', 0, 'on']`. */
  lineOf: (path: PropertyKey[]) => number
}

export const lockFile = 'agreements.lock.json'
const factsFiles = { 'claim.yaml': claimFacts, 'organisation.yaml': organisationFacts }

/** Reads a folder. Without findings the bundle is typed and complete as far as each file by itself goes; `check` looks at the whole. */
export async function readBundle(folder: string): Promise<{ bundle: Bundle | undefined; findings: Finding[] }> {
  const { files, findings } = await readFiles(folder)
  const read = bundleOf(folder, files)
  return { bundle: read.bundle, findings: [...findings, ...read.findings] }
}

/** The same of files that need not lie on a disk; the last part of `folder` is the name that the bundle must have. */
export function bundleOf(folder: string, given: readonly BundleFile[]): { bundle: Bundle | undefined; findings: Finding[] } {
  const files = given.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const findings: Finding[] = []
  const place = (path: string) => join(folder, path)
  const facts = readFacts(files, (path, line, said, at) => findings.push({ path: place(path), line, ...said, ...(at && { at }) }))
  const texts: BundleText[] = []
  for (const { path, raw } of files) {
    const [language, name] = languageAndName(path)
    if (!language) continue
    const { text, flaws } = readText(name, raw)
    findings.push(...flaws.map((flaw) => ({ path: place(path), ...flaw })))
    if (text) texts.push({ ...text, language, name, path, raw })
  }
  if (!facts) {
    if (!files.some(({ path }) => path in factsFiles)) findings.push({ path: folder, line: 1, ...say('no-facts', {}) })
    return { bundle: undefined, findings }
  }
  return { bundle: { folder, ...facts, files, texts, sha256: hashOf(files) }, findings }
}

/** Tells the foundation's bundle from those of its claims. */
export const isOrganisation = (bundle: Bundle): bundle is Bundle<OrganisationFacts> => bundle.facts.kind === 'organisation'

/** SHA-256 in hexadecimal of exactly these bytes, or of a text in UTF-8. */
export const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** `en/faq/costs.md` is the text `faq/costs` in English; other paths are no text. */
export function languageAndName(path: string): [Language, string] | [undefined, undefined] {
  const [, folder, name] = /^([a-z]{2})\/([a-z]+\/[A-Za-z0-9-]+)\.md$/.exec(path) ?? []
  const language = languages.find((known) => known === folder)
  return language && name ? [language, name] : [undefined, undefined]
}

/** Whether a file of this path belongs into a bundle at all. */
export const hasPlace = (path: string): boolean =>
  path in factsFiles || path === lockFile || languageAndName(path)[0] !== undefined || pictureIdOf(path) !== undefined

async function readFiles(folder: string): Promise<{ files: BundleFile[]; findings: Finding[] }> {
  const files: BundleFile[] = []
  const findings: Finding[] = []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  for (const path of paths.toSorted()) {
    const report = (said: Said) => findings.push({ path: join(folder, path), line: 1, ...said })
    if (!hasPlace(path)) report(say('no-place', {}))
    else {
      const bytes = await readFile(join(folder, path))
      const raw = bytes.toString('utf8')
      if (!Buffer.from(raw).equals(bytes) || raw.includes('\0')) report(say('not-text', {}))
      else files.push({ path, raw })
    }
  }
  return { files, findings }
}

type ReportFacts = (path: string, line: number, said: Said, at?: PropertyKey[]) => void

function readFacts(files: BundleFile[], report: ReportFacts) {
  const [file, second] = files.filter(({ path }) => path in factsFiles)
  if (!file) return undefined
  if (second) report(second.path, 1, say('two-facts', { file: file.path }))
  const lines = new LineCounter()
  const document = parseDocument(file.raw, { lineCounter: lines })
  for (const error of document.errors) report(file.path, error.linePos?.[0].line ?? 1, notYaml(error))
  if (document.errors.length > 0) return undefined
  const lineOf = (path: PropertyKey[]) => lines.linePos(offsetOf(document, path)).line || 1
  const schema: z.ZodType<ClaimFacts | OrganisationFacts> = factsFiles[file.path as keyof typeof factsFiles]
  const plain = plainOf(document)
  if (!plain.ok) {
    report(file.path, 1, notYaml(plain.error))
    return undefined
  }
  const parsed = schema.safeParse(plain.value)
  if (parsed.success) return { facts: parsed.data, factsFile: file.path, lineOf }
  for (const { path, message } of parsed.error.issues)
    report(file.path, lineOf(path), say('wrong-fact', { fact: path.join('.'), problem: message }), path)
  return undefined
}

/** The offset of a value, or of the nearest thing around it when it is missing. */
function offsetOf(document: Document, path: PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node: unknown = document.getIn(path.slice(0, depth), true)
    if (typeof node === 'object' && node && 'range' in node && Array.isArray(node.range)) return Number(node.range[0])
  }
  return 0
}

/** Folder order and line endings do not matter twice: files are sorted by path and hashed byte for byte. */
function hashOf(files: BundleFile[]): string {
  return sha256(files.map(({ path, raw }) => `${path}\n${sha256(raw)}\n`).join(''))
}
