import { isCollection, isMap, type Document } from 'yaml'
import { quotesIn } from '#claims/quote.ts'
import { languageAndName, lockFile, type Bundle, type BundleFile } from '#claims/read-bundle.ts'
import { isAgreement } from '#claims/text-file.ts'
import { openFacts, printFacts, putValue, valueAt, type FactPath } from '#drafting/facts-file.ts'
import { offerEnd, termNames } from './agreement-changes.ts'

/** The files of a draft in two: the published ones with only what two people change (SE-03), and the draft without it. */
export interface Split { byTwo: BundleFile[]; rest: BundleFile[] }

/**
 * Takes what two people publish out of a draft: its agreements, the terms around them, and the facts that agreements quote, which their
 * words and hashes follow. Either half may lean on the other; the check of each says so.
 */
export function splitDraft(published: Bundle, draft: Bundle): Split {
  const lock = published.files.filter(({ path }) => path === lockFile)
  const half = (files: readonly BundleFile[], agreements: readonly BundleFile[]) =>
    [...files.filter((file) => !isLock(file) && !isOfAgreement(file)), ...agreements.filter(isOfAgreement), ...lock]
  const quoted = namesQuoted([published, draft])
  return {
    byTwo: withTerms(half(published.files, draft.files), draft, { published, draft, quoted }),
    rest: withTerms(half(draft.files, published.files), published, { published, draft, quoted }),
  }
}

const isLock = ({ path }: BundleFile): boolean => path === lockFile
const isOfAgreement = ({ path }: BundleFile): boolean => isAgreement(languageAndName(path)[1] ?? '')

/** The names that agreements quote in either: another value would make other words of them. */
const namesQuoted = (bundles: readonly Bundle[]): string[] => [...new Set(bundles.flatMap(({ files }) =>
  files.filter(isOfAgreement).flatMap(({ raw }) => quotesIn(raw).map(({ name }) => name))))]

function withTerms(
  files: BundleFile[], from: Bundle,
  { published, draft, quoted }: { published: Bundle; draft: Bundle; quoted: string[] },
) {
  const [target, source] = [openFacts(files), openFacts(from.files)]
  if (!target || !source) return files
  const named = quoted.filter((name) => name in published.facts.facts || name in draft.facts.facts)
  const paths: FactPath[] = [...termNames.map((name) => [name]), ...named.map((name) => ['facts', name])]
  for (const path of paths) carry(target.document, source.document, path)
  for (const id of new Set([offerEnd(published)?.id, offerEnd(draft)?.id])) if (id) carryDay(target.document, source.document, id)
  const raw = printFacts(target.document)
  return files.map((file) => (file.path === target.path ? { ...file, raw } : file))
}

/** Brings a value from one facts file into another; what says the same there stays as it is written. */
function carry(target: Document, source: Document, path: FactPath): void {
  const [was, is] = [valueAt(target, path), valueAt(source, path)]
  if (JSON.stringify(was) === JSON.stringify(is)) return
  const [before, after]: unknown[] = [target.getIn(path, true), source.getIn(path, true)]
  if (!isMap(before) || !isMap(after)) {
    putValue(target, path, is)
    const now: unknown = target.getIn(path, true)
    if (isCollection(now) && isCollection(after)) now.flow = after.flow ?? false
    return
  }
  for (const key of new Set([...Object.keys(was as object), ...Object.keys(is as object)])) carry(target, source, [...path, key])
}

/** The day of one event of the timeline, where both have that event. */
function carryDay(target: Document, source: Document, id: string): void {
  const at = (document: Document) => {
    const events = valueAt(document, ['timeline'])
    return Array.isArray(events) ? events.findIndex((event: { id?: unknown }) => event.id === id) : -1
  }
  const [to, from] = [at(target), at(source)]
  if (to < 0 || from < 0) return
  for (const name of ['on', 'after', 'planned']) {
    const value = valueAt(source, ['timeline', from, name])
    if (valueAt(target, ['timeline', to, name]) !== value) putValue(target, ['timeline', to, name], value, true)
  }
}
