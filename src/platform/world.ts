import type { Config } from '#config.ts'
import type { Clock } from '#platform/clock.ts'
import type { Actor, Ctx, Db } from '#platform/ctx.ts'
import type { FileStore } from '#platform/files/store.ts'
import type { RunningQueue } from '#platform/jobs.ts'
import type { Log } from '#platform/log.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import type { Typesetter } from '#platform/pdf/typesetter.ts'
import type { Sealer } from '#platform/seal/sealer.ts'
import type { Vault } from '#platform/vault.ts'

/** What every process has: settings, state and the queue. */
export interface Ground {
  config: Config
  log: Log
  clock: Clock
  db: Db
  vault: Vault
  files: FileStore
  jobs: RunningQueue
}

/** What jobs receive: the ground, and the ports to the outside. */
export interface World extends Ground {
  mailer: Mailer
  sealer: Sealer
  typesetter: Typesetter
}

type Inner = Pick<Ground, 'db' | 'clock' | 'vault' | 'jobs'>

/** What a job hands to an act that writes outside any transaction. */
export function ctxOf({ db, clock, vault, jobs }: Inner, actor: Actor = 'system'): Ctx {
  return { db, now: clock.now(), actor, vault, jobs }
}

/** Runs an act in a transaction of its own, as the page wrapper does for a POST. An exception rolls back. */
export function transact<T>(world: Inner, act: (ctx: Ctx) => Promise<T>, actor: Actor = 'system'): Promise<T> {
  return world.db.transaction().execute((db) => act(ctxOf({ ...world, db }, actor)))
}
