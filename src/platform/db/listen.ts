import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { asApp } from './open.ts'

/** Closes the ear. */
export interface Listening {
  close(): Promise<void>
}

const aliveEveryMs = 30_000

/**
 * Calls `handler` with the payload of every NOTIFY on a channel, for as long as it is not closed; resolves once it listens. A lost
 * connection is made again by itself, and since messages may have been missed meanwhile, the handler is then called once with
 * `undefined`: look again at everything. The address must lead to PostgreSQL itself, not to a transaction pooler.
 */
export async function listen(url: string, channel: string, handler: (payload: string | undefined) => void): Promise<Listening> {
  const ear = { closed: new AbortController(), client: await connect(url, channel, handler) }
  const lost = keepListening(ear, url, channel, handler)
  return {
    async close() {
      ear.closed.abort()
      await ear.client.end().catch(() => undefined)
      await lost
    },
  }
}

interface Ear {
  closed: AbortController
  client: pg.Client
}

async function connect(url: string, channel: string, handler: (payload: string) => void): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: asApp(url), application_name: 'joinder listen', keepAlive: true,
    connectionTimeoutMillis: 10_000, query_timeout: 10_000,
  })
  // The end of the connection is told by 'end'; without a listener the error before it would end the process.
  client.on('error', () => undefined)
  client.on('notification', ({ payload }) => handler(payload ?? ''))
  try {
    await client.connect()
    await client.query(`listen ${pg.escapeIdentifier(channel)}`)
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
}

async function keepListening(ear: Ear, url: string, channel: string, handler: (payload: string | undefined) => void): Promise<void> {
  while (!ear.closed.signal.aborted) {
    await ended(ear.client, ear.closed.signal)
    for (let wait = 100; !ear.closed.signal.aborted; wait = Math.min(wait * 2, 5000)) {
      try {
        ear.client = await connect(url, channel, handler)
        handler(undefined)
        break
      } catch {
        await pause(wait, undefined, { signal: ear.closed.signal }).catch(() => undefined)
      }
    }
  }
  await ear.client.end().catch(() => undefined)
}

/** Resolves when the connection is gone; a connection that only looks alive is found out by asking. */
async function ended(client: pg.Client, closed: AbortSignal): Promise<void> {
  const asking = setInterval(() => {
    client.query('select 1').catch(() => client.end().catch(() => undefined))
  }, aliveEveryMs)
  await new Promise<void>((resolve) => {
    client.once('end', () => resolve())
    closed.addEventListener('abort', () => resolve(), { once: true })
  })
  clearInterval(asking)
}
