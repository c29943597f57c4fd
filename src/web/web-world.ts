import type { IncomingMessage } from 'node:http'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/ctx.ts'
import type { FileStore } from '#platform/files/store.ts'
import type { JobQueue } from '#platform/jobs.ts'
import type { Signals } from '#platform/signals.ts'
import type { Vault } from '#platform/vault.ts'
import type { Arrival } from './receive.ts'
import type { Site } from './site.ts'

/** What the web needs of the world. */
export interface WebWorld {
  db: Db
  vault: Vault
  jobs: JobQueue
  clock: Clock
  files: FileStore
  site: Site
  /** Host names of claims, kept up to date by `content` notices. */
  hosts: { slugOf(host: string): string | undefined; origins(): string[] }
  trustedProxies: number
  log: { error(fields: object, message: string): void; info(fields: object, message: string): void }
  /** Counts requests for `/metrics`; absent in tests of pages. */
  signals?: Signals
}

/** What node adds to a request. */
export type Env = { Bindings: { incoming?: IncomingMessage }; Variables: { arrival: Arrival } }
