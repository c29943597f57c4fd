import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import type { Queue } from 'pg-boss'
import { installJobs } from './install-jobs.ts'
import { appRole } from './open.ts'

/** Any number will do, as long as all processes take the same; it is the lock's name within one database. */
export const migrationLock = 7_305_001

interface MigrationFile {
  name: string
  text: string
  sha256: string
}

/**
 * Brings the database to the state this code needs: the numbered SQL files of `folder` in order and forward only, then the job queues,
 * then the rights of the plain role. Any number of processes may call it at once; one works, the others wait and find it done. It refuses
 * (throws) when an applied file was edited or when the database is newer than the code. `url` is the owner's and must not lead through a
 * transaction pooler. Returns the names of the files it applied.
 */
export async function migrate(url: string, folder: string, queues: Queue[] = []): Promise<string[]> {
  const files = await readMigrations(folder)
  const guard = new pg.Client({ connectionString: url, application_name: 'joinder migrate' })
  await guard.connect()
  try {
    await requireVersion(guard)
    await guard.query('select pg_advisory_lock($1)', [migrationLock])
    await compareWithApplied(guard, files)
    const applied = await applyFiles(url, files)
    await installJobs(url, queues)
    await grantRole(guard)
    return applied
  } finally {
    await guard.end()
  }
}

/** The SQL files of a folder by name, with their hashes. */
export async function readMigrations(folder: string): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const numbers = names.map((name) => name.slice(0, 4))
  const odd = names.find((name, at) => !/^\d{4}-[a-z0-9-]+\.sql$/.test(name) || numbers.indexOf(name.slice(0, 4)) !== at)
  if (odd) throw new Error(`${path.join(folder, odd)}: a migration is named 0001-what-it-does.sql and no number occurs twice`)
  return Promise.all(names.map(async (name) => {
    const text = await readFile(path.join(folder, name), 'utf8')
    return { name: name.slice(0, -4), text, sha256: createHash('sha256').update(text).digest('hex') }
  }))
}

async function requireVersion(client: pg.Client) {
  const { rows } = await client.query<{ version: number }>(`select current_setting('server_version_num')::int as version`)
  if ((rows[0]?.version ?? 0) < 150_000) {
    throw new Error('Joinder needs PostgreSQL 15 or newer; the server of DATABASE_URL is older. Upgrade it.')
  }
}

async function compareWithApplied(client: pg.Client, files: MigrationFile[]) {
  await client.query(`create table if not exists applied_migration
    (name text primary key, sha256 text not null, applied_at timestamptz not null)`)
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from applied_migration order by name')
  const known = new Map(files.map((file) => [file.name, file]))
  for (const { name, sha256 } of rows) {
    const file = known.get(name)
    if (!file) {
      throw new Error(`The database is newer than this Joinder: it knows the migration ${name}. `
        + 'Start the newer version again, or restore a backup.')
    }
    if (file.sha256 !== sha256) {
      throw new Error(`The migration ${name}.sql was edited after it had been applied to this database. `
        + 'Put the file back and write the change as a new migration.')
    }
  }
}

async function applyFiles(url: string, files: MigrationFile[]): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: url, max: 2, application_name: 'joinder migrate' })
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const migrations = Object.fromEntries(files.map((file) => [file.name, { up: (trx: Kysely<unknown>) => apply(trx, file) }]))
  try {
    const { error, results } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest()
    const failed = results?.find((result) => result.status === 'Error')
    if (error && failed) {
      const why = (error as Error).message
      throw new Error(`The migration ${failed.migrationName}.sql failed: ${why}. Nothing of it was kept.`, { cause: error })
    }
    if (error) throw error as Error
    return (results ?? []).map((result) => result.migrationName)
  } finally {
    await db.destroy()
  }
}

async function apply(trx: Kysely<unknown>, { name, text, sha256 }: MigrationFile) {
  await sql.raw(text).execute(trx)
  await sql`insert into applied_migration (name, sha256, applied_at) values (${name}, ${sha256}, now())`.execute(trx)
}

/** An owner who is not superuser may take the role on only as its member; since PostgreSQL 16 creating it is not enough. */
async function grantRole(client: pg.Client) {
  const { rows } = await client.query<{ superuser: boolean }>('select rolsuper as superuser from pg_roles where rolname = current_user')
  if (rows[0]?.superuser) return
  await client.query(`do $$ begin execute format('grant ${appRole} to %I', current_user);
    exception when unique_violation then null; end $$`)
}
