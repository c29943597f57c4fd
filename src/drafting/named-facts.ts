import { isMap, isPair, isScalar, type Document, type Pair } from 'yaml'
import { languages, type Language } from '#claims/bundle.ts'
import { sha256 } from '#claims/read-bundle.ts'
import { itemsAt, nodeFor, putValue, valueAt } from './facts-file.ts'
import type { FormFaults, Typed } from './facts-form.ts'
import { readValue, writeValue, type ValueKind } from './values.ts'

/** What a named fact may be, and what its field takes. */
export const factKinds = {
  date: 'date', cents: 'euros', dollars: 'whole', percent: 'percent', count: 'whole', year: 'whole', name: 'words', text: 'words',
} as const satisfies Record<string, ValueKind>
export type FactKind = keyof typeof factKinds

/** One named fact as its row of the form: `value` is of the kind; a `text` has one in each language. */
interface NamedFact {
  name: string
  kind: FactKind
  value: string
  values: Record<Language, string>
}

/** The named facts in the order of the file. One that is of no kind reads as an empty name. */
export function listNamedFacts(document: Document, language: Language): NamedFact[] {
  return pairsOf(document).map(({ name, kind }) => {
    const value = valueAt(document, ['facts', name, kind])
    const each = (one: Language) => (kind === 'text' ? writeValue('words', valueAt(document, ['facts', name, 'text', one]), one) : '')
    return {
      name, kind, value: kind === 'text' ? '' : writeValue(factKinds[kind], value, language),
      values: { en: each('en'), nl: each('nl') },
    }
  })
}

export const shaOfNamedFacts = (document: Document): string => sha256(JSON.stringify(valueAt(document, ['facts']) ?? null))

/** Brings the rows of the form into the file; see `applyPart`. Names are changed last, so that two facts may swap theirs. */
export function applyNamedFacts(document: Document, typed: Typed, language: Language): FormFaults {
  const faults: FormFaults = {}
  const before = listNamedFacts(document, language)
  const rows = pairsOf(document).map(({ pair, name, kind }, at) => {
    const shown = before[at]
    const row = typed[`i${at}-name`] === undefined ? undefined : readRow(`i${at}-`, typed, kind, faults)
    if (row && shown && !sameRow(row, shown)) {
      const value = factOf(`i${at}-`, row, faults)
      if (value !== undefined) putFact(document, name, kind, row.kind, value)
    }
    return { pair, row, at }
  })
  for (const { pair, row, at } of rows) {
    if (!row || !isScalar(pair.key)) continue
    if (rows.some((other) => other.at < at && other.row?.name === row.name)) faults[`i${at}-name`] = 'fact-name-twice'
    pair.key.value = row.name
  }
  addFact(document, typed, faults)
  return faults
}

function addFact(document: Document, typed: Typed, faults: FormFaults): void {
  if (!['name', 'value', 'value-en', 'value-nl'].some((field) => typed[`new-${field}`]?.trim())) return
  const row = readRow('new-', typed, 'name', faults)
  if (!row) return
  const value = factOf('new-', row, faults)
  if (document.hasIn(['facts', row.name])) faults['new-name'] = 'fact-name-twice'
  if (value === undefined || faults['new-name']) return
  itemsAt(document, ['facts'])
  document.setIn(['facts', row.name], document.createNode({ [row.kind]: value }, { flow: true }))
}

const sameRow = (row: NamedFact, shown: NamedFact) =>
  row.kind === shown.kind && row.value === shown.value && languages.every((one) => row.values[one] === shown.values[one])

function readRow(before: string, typed: Typed, was: FactKind, faults: FormFaults): NamedFact | undefined {
  const one = (field: string) => (typed[before + field] ?? '').trim()
  const name = readValue('fact', one('name'))
  if (!one('name')) faults[`${before}name`] = 'value-missing'
  else if ('because' in name) faults[`${before}name`] = name.because
  if (!one('name') || 'because' in name) return undefined
  const kind = one('kind') || was
  if (!(kind in factKinds)) {
    faults[`${before}kind`] = 'choice-wrong'
    return undefined
  }
  return { name: one('name'), kind: kind as FactKind, value: one('value'), values: { en: one('value-en'), nl: one('value-nl') } }
}

function factOf(before: string, { kind, value, values }: NamedFact, faults: FormFaults): unknown {
  if (kind === 'text') return { ...values }
  if (!value) {
    faults[`${before}value`] = 'value-missing'
    return undefined
  }
  const read = readValue(factKinds[kind], value)
  if ('because' in read) faults[`${before}value`] = read.because
  else return read.value
  return undefined
}

function putFact(document: Document, name: string, was: FactKind, kind: FactKind, value: unknown): void {
  if (was === kind && kind === 'text') {
    for (const [one, said] of Object.entries(value as Record<string, string>)) putValue(document, ['facts', name, 'text', one], said)
  } else if (was === kind) putValue(document, ['facts', name, kind], value)
  else document.setIn(['facts', name], nodeForKind(document, kind, value))
}

function nodeForKind(document: Document, kind: FactKind, value: unknown) {
  const node = nodeFor(document, { [kind]: value })
  if (isMap(node)) node.flow = true
  return node
}

function pairsOf(document: Document): { pair: Pair; name: string; kind: FactKind }[] {
  const node: unknown = document.getIn(['facts'], true)
  if (!isMap(node)) return []
  return node.items.filter(isPair).map((pair) => {
    const name = isScalar(pair.key) ? String(pair.key.value) : ''
    const kind = (Object.keys(factKinds) as FactKind[]).find((one) => isMap(pair.value) && pair.value.has(one))
    return { pair, name, kind: kind ?? 'name' }
  })
}
