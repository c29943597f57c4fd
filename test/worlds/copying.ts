import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Row } from './poured.ts'

const special: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** A value as PostgreSQL's COPY reads it from text. */
function written(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  if (value instanceof Date) return value.toISOString()
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean)
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => special[sign]!) : text
}

const linesAtOnce = 500

function* lines(rows: readonly Row[], columns: readonly string[]): Generator<string> {
  for (let at = 0; at < rows.length; at += linesAtOnce) {
    let text = ''
    for (const row of rows.slice(at, at + linesAtOnce)) text += `${columns.map((column) => written(row[column])).join('\t')}\n`
    yield text
  }
}

/** Writes rows into a table by COPY; all have the columns of the first. */
export async function copyRows(client: pg.ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const into = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  for (const text of lines(rows, columns)) if (!into.write(text)) await once(into, 'drain')
  into.end()
  await finished(into)
}
