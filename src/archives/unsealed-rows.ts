import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import type { Safe } from '#platform/vault.ts'
import { archiveTables } from './archive-tables.ts'

export type TableName = keyof typeof archiveTables

type Row = Record<string, unknown>

const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

const actorWords = (personId: string, value: unknown) => {
  if (String(value).startsWith('organiser:')) return 'somebody of the foundation'
  const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(String(value))?.[0]
  if (id === personId) return 'this person'
  return id === undefined ? value : 'somebody else of the account'
}

/** A sealed value as it was before; what holds JSON as JSON. Undefined where it was not sealed at this place. */
function unsealed(safe: Safe, table: string, column: string, row: Row, value: Uint8Array): unknown {
  for (const place of [`${table}.${column}`, `${table}.${column}.${String(row['id'])}`]) {
    try {
      const text = safe.text(place, value)
      return /^[[{]/.test(text) ? JSON.parse(text) as unknown : text
    } catch {
      // Sealed at another place, or no sealed value at all.
    }
  }
  return undefined
}

function readable(safe: Safe, table: string, row: Row): Row {
  const { without = {}, actors = [] } = archiveTables[table]!
  return Object.fromEntries(Object.entries(row).flatMap(([column, value]): [string, unknown][] => {
    if (column === 'person_id' || column in without || value === null) return []
    if (actors.includes(column)) return [[camel(column), actorWords(safe.personId, value)]]
    if (!(value instanceof Uint8Array)) return [[camel(column), value]]
    const open = unsealed(safe, table, column, row, value)
    return [[camel(column), open ?? Buffer.from(value).toString('hex')]]
  }))
}

/** The rows of one table about one person, unsealed, with names of columns as a program of today would write them. */
export async function listUnsealed({ db }: Pick<Ctx, 'db'>, safe: Safe, table: TableName): Promise<Row[]> {
  const { rows } = await sql<Row>`select * from ${sql.table(table)} where person_id = ${safe.personId}`.execute(db)
  return rows.map((row) => readable(safe, table, row))
}
