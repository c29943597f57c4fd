import { createHash } from 'node:crypto'
import type { PostgresCursor, PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'

/** Longer ones are lists of thousands of ids, each of another length: to keep them ready would fill memory for nothing. */
const longest = 4000

const names = new Map<string, string>()

/** One name for one text, on every connection. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32)
  if (names.size < 5000) names.set(text, name)
  return name
}

/**
 * The pool as the query builder sees it: each reading statement is prepared once on a connection and only executed after that. Parsing and
 * planning is a large part of what a read by key costs. Writes and cursors go as they come. A connection on which a migration made a
 * prepared statement stale reads it afresh and is not used again.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    Client: pg.Client,
    async connect() {
      const client = await pool.connect()
      const seen = known.get(client) ?? prepared(client)
      known.set(client, seen)
      // The pool gives a client another way to release it each time.
      const { release } = client
      Object.defineProperty(seen, 'release',
        { configurable: true, value: (destroy?: boolean) => { release.call(client, destroy || stale.has(client)) } })
      return seen
    },
    end: () => pool.end(),
  }
}

const stale = new WeakSet<pg.PoolClient>()
/** feature_not_supported: "cached plan must not change result type". */
const planChanged = '0A000'

function prepared(client: pg.PoolClient): PostgresPoolClient {
  const query = (text: string | PostgresCursor<unknown>, values: readonly unknown[] = []) =>
    (typeof text === 'string' ? ask(client, { text, values: [...values] }) : client.query(text as unknown as pg.Submittable))
  return Object.create(client, { query: { value: query } }) as PostgresPoolClient
}

async function ask(client: pg.PoolClient, asked: { text: string; values: unknown[] }): Promise<pg.QueryResult> {
  if (asked.text.length > longest || !/^\s*(select|with recursive)\s/.test(asked.text)) return client.query(asked)
  try {
    return await client.query({ ...asked, name: nameOf(asked.text) })
  } catch (error) {
    if ((error as { code?: string }).code !== planChanged) throw error
    stale.add(client)
    // Inside a transaction this fails as well, and the whole of it is tried again on another connection.
    return client.query(asked).catch(() => { throw error })
  }
}
