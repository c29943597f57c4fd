import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import Cursor from 'pg-cursor'
import { preparing } from './prepared.ts'
import type { DB } from './types.ts'

/** The plain role under which the application works; append-only tables hold because it owns nothing. */
export const appRole = 'joinder_app'

const oids = { int8: 20, date: 1082, int8Array: 1016, dateArray: 1182 }

const texts = pg.types.getTypeParser(1009 as Parameters<typeof pg.types.getTypeParser>[0]) as (text: string) => string[]
const whole = (text: string) => (Number.isSafeInteger(Number(text)) ? Number(text) : text)

/** date stays `YYYY-MM-DD`; int8 becomes a number as long as a number can hold it exactly. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (format !== 'binary') {
      if (oid === oids.int8) return whole
      if (oid === oids.date) return (text: string) => text
      if (oid === oids.int8Array) return (text: string) => texts(text).map(whole)
      if (oid === oids.dateArray) return texts
    }
    return pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown
  },
}

/**
 * The same address, but every connection works as `joinder_app` from its first statement. It travels as a startup option, so the address
 * must lead to PostgreSQL itself or to a pooler in session mode.
 */
export function asApp(url: string): string {
  const address = new URL(url)
  const options = [address.searchParams.get('options'), `-c role=${appRole}`].filter(Boolean).join(' ')
  address.searchParams.set('options', options)
  return address.href
}

export interface Opening {
  max: number
  asOwner?: boolean
  statementSeconds?: number
  lost?: (error: Error) => void
}

/** A pooler in between may drop startup options without a word, and the application would own its append-only tables. */
async function refuseOwner(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ role: string }>('select current_user::text as role')
  if (rows[0]?.role !== appRole) {
    throw new Error(`The database connection works as ${rows[0]?.role} instead of ${appRole}: DATABASE_URL seems to lead `
      + 'through a pooler that drops startup options. Give the address of PostgreSQL itself, or let the pooler work in session mode and '
      + 'pass "options" on.')
  }
}

/**
 * Opens the database with at most `max` connections, as the plain role unless `asOwner`. A statement may take `statementSeconds` (30; 0 is
 * without limit), a transaction left idle is cut after a minute. `lost` hears of connections that broke while idle.
 */
export function openDb(url: string, opening: Opening): Kysely<DB> {
  const pool = new pg.Pool({
    connectionString: opening.asOwner ? url : asApp(url),
    max: opening.max,
    application_name: 'joinder',
    statement_timeout: (opening.statementSeconds ?? 30) * 1000,
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
    types,
    ...(!opening.asOwner && { onConnect: refuseOwner }),
  })
  // An idle connection that breaks (a restart of the server) is replaced at the next query; without a listener it would end the process.
  pool.on('error', (error) => opening.lost?.(error))
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparing(pool), cursor: Cursor }) })
}
