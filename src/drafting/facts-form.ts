import { isCollection, isSeq, type Document } from 'yaml'
import type { Language } from '#claims/bundle.ts'
import { languages } from '#claims/bundle.ts'
import { sha256 } from '#claims/read-bundle.ts'
import { itemsAt, nodeFor, putValue, valueAt, type FactPath } from './facts-file.ts'
import type { Field, Part } from './parts.ts'
import { readValue, writeValue, type ValueFault } from './values.ts'

export type Typed = Record<string, string | undefined>
export type FormFaults = Record<string, ValueFault | 'value-missing'>

/** A field of a form: its name there, and its place under the thing it belongs to. */
export interface FormField {
  name: string
  field: Field
  path: FactPath
  language: Language | undefined
}

/** The item that is added when something is typed into it. */
export const newItem = 'new'

/** The fields of one item (its number, or `new`), or of a part that is one thing. */
export function formFields(part: Part, item?: number | typeof newItem): FormField[] {
  const before = item === undefined ? '' : item === newItem ? 'new-' : `i${item}-`
  return part.fields.flatMap((field): FormField[] => {
    const name = before + field.name.replaceAll('.', '-')
    const path = part.shape === 'words' ? [] : field.name.split('.')
    return field.each ? languages.map((language) => ({ name: `${name}-${language}`, field, path: [...path, language], language }))
      : [{ name, field, path, language: undefined }]
  })
}

/** How many items a part has now. */
export function countItems(document: Document, part: Part): number {
  const node: unknown = document.getIn(part.path, true)
  return part.shape === 'one' || !isSeq(node) ? 0 : node.items.length
}

const placeOf = (part: Part, item: number | undefined, path: FactPath) => [...part.path, ...(item === undefined ? [] : [item]), ...path]
const itemNumbers = (document: Document, part: Part) => (part.shape === 'one' ? [undefined] : [...Array(countItems(document, part)).keys()])

/** What the form of a part shows, by the names of its fields. */
export function writePart(document: Document, part: Part, language: Language): Record<string, string> {
  return Object.fromEntries(itemNumbers(document, part).flatMap((item) => formFields(part, item).map(({ name, field, path }) =>
    [name, writeValue(field.kind, valueAt(document, placeOf(part, item, path)) ?? field.fallback, language)])))
}

/** Names what stands there, so that a form knows whether somebody else has changed it since. */
export const shaOfPart = (document: Document, part: Part): string => sha256(JSON.stringify(
  part.path.length ? valueAt(document, part.path) ?? null : part.fields.map(({ name }) => valueAt(document, name.split('.')) ?? null)))

/** What may be chosen for a field. */
export function choicesOf(document: Document, { choices = [] }: Field): string[] {
  if (!('of' in choices)) return [...choices]
  const items = valueAt(document, [choices.of])
  return Array.isArray(items) ? items.flatMap((item: unknown) => (hasId(item) ? [item.id] : [])) : []
}
const hasId = (item: unknown): item is { id: string } =>
  typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string'

const unix = (typed: string) => typed.replaceAll('\r\n', '\n').trim()
const mayBeEmpty = ({ kind, optional }: Field) => optional ?? ['words', 'lines', 'ids', 'hosts', 'yes'].includes(kind)

/**
 * Brings what was typed into the facts, value by value: what says the same as before stays as it was written. A field the form did not
 * send is left alone. Answers what cannot stand in the file at all; then the document is of no use any more.
 */
export function applyPart(document: Document, part: Part, typed: Typed, language: Language): FormFaults {
  const faults: FormFaults = {}
  if (part.whole && formFields(part).every(({ name, field }) => field.fallback !== undefined || !unix(typed[name] ?? ''))) {
    document.deleteIn(part.path)
    return faults
  }
  for (const item of itemNumbers(document, part)) {
    for (const one of formFields(part, item)) {
      const { field, name, path } = one
      const place = placeOf(part, item, path)
      const shown = writeValue(field.kind, valueAt(document, place) ?? field.fallback, language)
      const given = field.kind === 'yes' ? (typed[name] ?? '') : ticksOf(one) ? ticked(one, typed, shown) : typed[name]
      if (given === undefined || unix(given) === shown) continue
      const read = readField(document, one, given)
      if ('because' in read) faults[name] = read.because
      else putValue(document, place, read.value, isDay(field))
    }
  }
  if (part.shape !== 'one') addItem(document, part, typed, faults)
  return faults
}

/**
 * The fixed words of a list that are ticked, each in a field of its own (`usage-accounts-email`); empty where the field is no such list.
 */
export const ticksOf = ({ field: { kind, choices } }: Pick<FormField, 'field'>): readonly string[] | undefined =>
  (kind === 'ids' && choices && !('of' in choices) ? choices : undefined)

/** What is ticked, as lines: what was there in its order, then what is new. A form with ticks says so in the field itself. */
function ticked(one: FormField, typed: Typed, before = ''): string | undefined {
  if (typed[one.name] !== 'ticks') return typed[one.name]
  const chosen = (ticksOf(one) ?? []).filter((word) => typed[`${one.name}-${word}`] === 'yes')
  const kept = before.split('\n').filter((word) => chosen.includes(word))
  return [...kept, ...chosen.filter((word) => !kept.includes(word))].join('\n')
}

const isDay = ({ kind }: Field) => kind === 'date' || kind === 'instant'

function readField(document: Document, { field }: FormField, given: string): { value: unknown } | { because: FormFaults[string] } {
  if (unix(given)) return readValue(field.kind, unix(given), choicesOf(document, field))
  if (!mayBeEmpty(field)) return { because: 'value-missing' }
  if (field.optional) return { value: undefined }
  return { value: ['lines', 'ids', 'hosts'].includes(field.kind) ? [] : field.kind === 'yes' ? false : '' }
}

/** The empty form at the end of a list becomes an item as soon as something is typed into it. */
function addItem(document: Document, part: Part, typed: Typed, faults: FormFaults): void {
  const fields = formFields(part, newItem)
  const begun = fields.some(
    ({ name, field }, at) => unix(typed[name] ?? '') && (at === 0 || !(['choice', 'yes'].includes(field.kind) || ticksOf({ field }))),
  )
  if (!begun) return
  const item = document.createNode(part.shape === 'words' ? '' : {})
  for (const one of fields) {
    const read = readField(document, one, (ticksOf(one) ? ticked(one, typed) : typed[one.name]) ?? '')
    if ('because' in read) faults[one.name] = read.because
    else if (!isCollection(item)) return void itemsAt(document, part.path).push(nodeFor(document, read.value))
    else if (read.value !== undefined) putIn(document, item, one.path, nodeFor(document, read.value, isDay(one.field)))
  }
  if (isCollection(item)) itemsAt(document, part.path).push(item)
}

function putIn(
  document: Document, item: { setIn(path: unknown[], value: unknown): void; hasIn(path: unknown[]): boolean },
  path: FactPath, node: unknown,
) {
  if (path.length > 1 && !item.hasIn(path.slice(0, 1))) item.setIn(path.slice(0, 1), document.createNode({}))
  item.setIn([...path], node)
}

/** Moves an item one place, or takes it away, with the comments that belong to it. An item that is not there changes nothing. */
export function moveItem(document: Document, path: FactPath, move: { act: 'up' | 'down' | 'remove'; item: number }): void {
  const items = itemsAt(document, path)
  if (move.item >= items.length) return
  const [taken] = items.splice(move.item, 1)
  if (move.act === 'remove') return
  items.splice(Math.max(0, move.act === 'up' ? move.item - 1 : move.item + 1), 0, taken)
}
