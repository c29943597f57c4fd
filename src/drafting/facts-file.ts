import { isCollection, isMap, isSeq, parseDocument, Scalar, visit, YAMLMap, YAMLSeq, type Document, type Node } from 'yaml'
import type { BundleFile } from '#claims/read-bundle.ts'

/** A place in a facts file, such as `['timeline', 0, 'on']`. */
export type FactPath = readonly (string | number)[]

/** The facts file of a working copy; undefined while it cannot be read as YAML at all. */
export function openFacts(files: readonly BundleFile[]): { path: string; raw: string; document: Document } | undefined {
  const file = files.find(({ path }) => path === 'claim.yaml' || path === 'organisation.yaml')
  if (!file) return undefined
  const document = parseDocument(file.raw)
  if (document.errors.length || !isMap(document.contents)) return undefined
  return { path: file.path, raw: file.raw, document }
}

/** The file as text: comments, order, quotes and line breaks as they were, wherever nothing changed. */
export function printFacts(document: Document): string {
  visit(document, { Seq(_, seq) { if (seq.flow) tighten(seq as YAMLSeq) } })
  return document.toString({ lineWidth: 0 })
}

/** `[a, b]` and `{ a: b }`, as the files are written by hand; the printer pads both or neither. */
function tighten(seq: YAMLSeq): void {
  seq.toString = (ctx, onComment, onChompKeep) =>
    YAMLSeq.prototype.toString.call(seq, ctx && { ...ctx, flowCollectionPadding: '' }, onComment, onChompKeep)
}

/** The plain value at a place. */
export function valueAt(document: Document, path: FactPath): unknown {
  const node: unknown = path.length ? document.getIn(path, true) : document.contents
  return isCollection(node) || node instanceof Scalar ? (node.toJS(document) as unknown) : undefined
}

/** Sets a value and leaves everything around it alone; `undefined` takes it away. */
export function putValue(document: Document, path: FactPath, value: unknown, quoted = false): void {
  if (value === undefined) return void document.deleteIn(path)
  const before: unknown = document.getIn(path, true)
  if (before instanceof Scalar && !Array.isArray(value) && typeof value !== 'object') {
    before.value = value
    // How a number was written belongs to the number that was there.
    delete before.format
    delete before.source
    return
  }
  const node = nodeFor(document, value, quoted)
  if (isSeq(before) && isSeq(node)) {
    node.flow = before.flow ?? false
    node.commentBefore = before.commentBefore ?? null
  }
  document.setIn(path, node)
}

/** A value as the files are written: short lists on one line, days in quotes. */
export function nodeFor(document: Document, value: unknown, quoted = false): Node {
  const node = document.createNode(value)
  if (isSeq(node) && node.items.every((item) => item instanceof Scalar)) node.flow = true
  if (quoted && node instanceof Scalar) node.type = 'QUOTE_SINGLE'
  return node
}

/** The items of a list, or the named things of a map, to be moved and taken away; made where the file has none. */
export function itemsAt(document: Document, path: FactPath): unknown[] {
  const node: unknown = document.getIn(path, true)
  if (isSeq(node)) return node.items
  if (isMap(node)) return node.items
  const made = path.at(-1) === 'facts' ? new YAMLMap() : new YAMLSeq()
  document.setIn(path, made)
  return made.items
}
