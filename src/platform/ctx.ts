import type { Kysely } from 'kysely'
import type { DB } from '#platform/db/types.ts'
import type { JobQueue } from '#platform/jobs.ts'
import type { Vault } from '#platform/vault.ts'

/** The database or a transaction in it; an act never opens one itself. */
export type Db = Kysely<DB>

/**
 * Who acts: `joiner:<person>`, `participant:<person>`, `organiser:<person>` (at the desk), `operator`, `system` or `visitor`. Never a name
 * or an address.
 */
export type Actor = `joiner:${string}` | `participant:${string}` | `organiser:${string}` | 'visitor' | 'operator' | 'system'

/** What every act receives: where to write, when it is, who acts. */
export interface Ctx {
  db: Db
  now: Date
  actor: Actor
  vault: Vault
  jobs: JobQueue
}
