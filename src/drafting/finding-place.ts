import { languages, type Language } from '#claims/bundle.ts'
import { languageAndName, type Finding } from '#claims/read-bundle.ts'
import { openFacts, valueAt } from './facts-file.ts'
import type { WorkingCopy } from './draft-bundle.ts'
import { parts, type Part } from './parts.ts'
import { fieldsOf } from './texts.ts'

/** Where a finding is mended: at a text, at a field of a part of the facts, in a claim that quotes the foundation, or in the files. */
type FindingPlace =
  | { of: 'text'; name: string; language: Language }
  | { of: 'facts'; part: string; field: string | undefined }
  | { of: 'claim'; slug: string }
  | { of: 'files' }

/** The parts of a working copy's facts in the order of the desk, the named facts among them. */
export function partsOf({ slug }: Pick<WorkingCopy, 'slug'>): (Part | 'facts')[] {
  const own = parts.filter(({ of }) => of === (slug === 'organisation' ? 'organisation' : 'claim'))
  return [...own, 'facts']
}

export const nameOfPart = (part: Part | 'facts'): string => (part === 'facts' ? part : part.name)

/** The part of the facts in which a value stands, by its path in the file; undefined for what no form changes, such as the phase. */
export function partOf(copy: Pick<WorkingCopy, 'slug'>, [first]: readonly PropertyKey[]): string | undefined {
  const own = partsOf(copy)
  if (first === 'facts') return 'facts'
  const found = own.find((part) => part !== 'facts' && (part.path.length ? part.path[0] === first
    : part.fields.some(({ name }) => name.split('.')[0] === first)))
  return found && nameOfPart(found)
}

/** A text that is missing is mended where it is written, not where it is asked for. */
export function placeOf(copy: WorkingCopy, finding: Finding): FindingPlace {
  const claim = /^claims\/([^/]+)\//.exec(finding.path)?.[1]
  if (claim) return { of: 'claim', slug: claim }
  const [language, name] = languageAndName(finding.code === 'missing-text' ? finding.values['path'] ?? '' : finding.path)
  if (language) return { of: 'text', name, language }
  const [first, ...rest] = finding.at ?? []
  if (first === undefined) return { of: 'files' }
  if (first === 'facts') return { of: 'facts', part: 'facts', field: fieldOfFact(copy, String(rest[0] ?? '')) }
  for (const part of partsOf(copy)) {
    if (part === 'facts') continue
    if (part.path.length === 0 ? part.fields.some((field) => field.name.split('.')[0] === first) : part.path[0] === first) {
      return { of: 'facts', part: part.name, field: fieldOf(part, part.path.length === 0 ? [first, ...rest] : rest) }
    }
  }
  return { of: 'files' }
}

function fieldOf(part: Part, path: readonly PropertyKey[]): string | undefined {
  const item = part.shape === 'one' ? undefined : path[0]
  const [inside, before] = part.shape === 'one' ? [path, ''] : [path.slice(1), `i${String(item)}-`]
  if (part.shape !== 'one' && item === undefined) return undefined
  const written = inside.map(String)
  const found = part.fields.find(({ name }) => written.join('.') === name || written.join('.').startsWith(`${name}.`)) ?? part.fields[0]
  if (!found) return undefined
  const language = languages.find((one) => one === written.at(-1)) ?? languages[0]
  return `${before}${found.name.replaceAll('.', '-')}${found.each ? `-${language}` : ''}`
}

function fieldOfFact(copy: WorkingCopy, name: string): string | undefined {
  const facts = openFacts(copy.files)
  const at = Object.keys((facts && valueAt(facts.document, ['facts']) as object | undefined) ?? {}).indexOf(name)
  return at < 0 ? undefined : `i${at}-name`
}

/** The line of a finding as its text field counts: from the first line of the body. Undefined where it is about no line of it. */
export function lineInField(copy: WorkingCopy, finding: Finding): number | undefined {
  const [language, name] = languageAndName(finding.path)
  const raw = copy.files.find(({ path }) => path === finding.path)?.raw.replaceAll('\r\n', '\n')
  if (!language || raw === undefined || finding.code === 'missing-text') return undefined
  const { body } = fieldsOf(name, raw)
  const above = body ? raw.slice(0, raw.lastIndexOf(body)).split('\n').length - 1 : finding.line
  return finding.line > above ? finding.line - above : undefined
}
