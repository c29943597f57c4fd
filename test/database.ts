import { inject } from 'vitest'
import pg from 'pg'
import type { Kysely } from 'kysely'
import { openDb } from '#platform/db/open.ts'
import type { DB } from '#platform/db/types.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string
    databaseTemplate: string
  }
}

export interface TestDb {
  /** Works as the plain role, like the application. */
  db: Kysely<DB>
  /** For `openDb`, `asApp` and `listen`. */
  url: string
  /** The same database as its owner; for preparing what the application may not write. */
  ownerUrl: string
  close(): Promise<void>
}

let made = 0

const at = (server: string, database: string) => Object.assign(new URL(server), { pathname: `/${database}` }).href

/** A fresh database with all migrations applied, of its own PostgreSQL connection pool; `close` drops it. */
export async function testDb(): Promise<TestDb> {
  const server = inject('databaseServer')
  made += 1
  const name = `joinder_test_${process.pid}_${process.env['VITEST_POOL_ID'] ?? 0}_${made}_${process.hrtime.bigint().toString(36)}`
  await asServer(server, `create database ${name} template ${inject('databaseTemplate')}`)
  const ownerUrl = at(server, name)
  const db = openDb(ownerUrl, { max: 5 })
  return {
    db,
    url: ownerUrl,
    ownerUrl,
    async close() {
      await db.destroy()
      await asServer(server, `drop database if exists ${name} with (force)`)
    },
  }
}

/** An empty database without any migration; `close` drops it. */
export async function emptyDatabase(): Promise<{ url: string; close(): Promise<void> }> {
  const server = inject('databaseServer')
  made += 1
  const name = `joinder_empty_${process.pid}_${made}_${process.hrtime.bigint().toString(36)}`
  await asServer(server, `create database ${name}`)
  return { url: at(server, name), close: () => asServer(server, `drop database if exists ${name} with (force)`) }
}

const asServer = (server: string, statement: string) => queried(server, statement).then(() => undefined)

/** Works on a connection of its own, such as the owner's, which ends with the work. */
export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The rows of one query on a connection of its own. */
export const queried = async <T extends pg.QueryResultRow>(url: string, text: string, values: readonly unknown[] = []): Promise<T[]> =>
  (await connected(url, (client) => client.query<T>(text, [...values]))).rows
