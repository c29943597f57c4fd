import { parseDocument } from 'yaml'

/** A value of the facts that differs; undefined where it is not there. `path` is such as `['money', 'registrationFee']`. */
export interface FactChange { path: readonly string[]; before: string | undefined; after: string | undefined }

/** What differs between two facts files, value by value; entries of a list with an `id` are compared with the entry of the same id. */
export function compareFacts(before: string | undefined, after: string | undefined): FactChange[] {
  const [was, is] = [valuesOf(before), valuesOf(after)]
  const names = [...new Set([...was.keys(), ...is.keys()])]
  return names.filter((name) => was.get(name)?.value !== is.get(name)?.value)
    .map((name) => ({ path: (is.get(name) ?? was.get(name))!.path, before: was.get(name)?.value, after: is.get(name)?.value }))
}

type Values = Map<string, { path: string[]; value: string }>

function valuesOf(raw: string | undefined): Values {
  const values: Values = new Map()
  if (raw === undefined) return values
  const document = parseDocument(raw)
  if (document.errors.length) return values.set('', { path: [], value: raw })
  gather(document.toJS(), [], values)
  return values
}

function gather(value: unknown, path: string[], values: Values): void {
  const put = (text: string) => values.set(path.join('\n'), { path, value: text })
  if (Array.isArray(value)) {
    const ids = value.map(idOf)
    if (!ids.length) put('[]')
    else if (ids.every((id) => id !== undefined)) {
      put(ids.join(', '))
      for (const [at, entry] of value.entries()) gather(entry, [...path, ids[at] ?? ''], values)
    } else if (value.every((entry) => typeof entry !== 'object')) put(value.join(', '))
    else for (const [at, entry] of value.entries()) gather(entry, [...path, String(at + 1)], values)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) if (!(name === 'id' && path.length > 0)) gather(inner, [...path, name], values)
  } else if (value !== undefined && value !== null) put(typeof value === 'string' ? value : JSON.stringify(value))
}

const idOf = (entry: unknown): string | undefined => {
  if (typeof entry !== 'object' || entry === null) return undefined
  const known = entry as { id?: unknown; kind?: unknown }
  const name = known.id ?? known.kind
  return typeof name === 'string' ? name : undefined
}
