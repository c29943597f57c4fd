import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '#config.ts'
import { wallClock } from '#platform/clock.ts'
import { embeddedPostgres } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openDb } from '#platform/db/open.ts'
import { folderStore } from '#platform/files/folder.ts'
import { queueOptions, startQueue } from '#platform/jobs.ts'
import { faultOf, openLog } from '#platform/log.ts'
import { mailboxMailer, smtpMailer } from '#platform/mail/mailer.ts'
import { masterKeys } from '#platform/master-key.ts'
import { startTypesetter } from '#platform/pdf/typesetter.ts'
import { openSealer } from '#platform/seal/sealer.ts'
import { openVault } from '#platform/vault.ts'
import type { Ground, World } from '#platform/world.ts'
import { jobs } from '#worker.ts'

/** Both `src/` and `dist/` lie beside it. */
const migrations = path.resolve(import.meta.dirname, '../migrations')

export const filesFolder = (config: Config) => path.join(config.dataDir, 'files')

export interface OpenDatabase {
  /** For the application. */
  url: string
  /** For migrations, export and import. */
  ownerUrl: string
  close(): Promise<void>
}

/** The server of DATABASE_URL, or the PostgreSQL that came with the package, in DATA_DIR. */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  mkdirSync(config.dataDir, { recursive: true })
  if (config.databaseUrl) return { url: config.databaseUrl, ownerUrl: config.migrateDatabaseUrl ?? config.databaseUrl,
    close: async () => undefined }
  const { url, stop } = await embeddedPostgres(config.dataDir)
  return { url, ownerUrl: url, close: stop }
}

/** Brings the database to what this code needs; any number of processes may do it at once. */
export const migrateDatabase = ({ ownerUrl }: OpenDatabase) => migrate(ownerUrl, migrations, queueOptions(jobs.map(({ kind }) => kind)))
  .catch(explain)

const remedies: Record<string, string> = {
  ECONNREFUSED: 'nothing answers there. Start the server, or correct host and port.',
  ENOTFOUND: 'there is no machine of that name. Correct the host.',
  ETIMEDOUT: 'it does not answer. Check host, port and firewall.',
  '28P01': 'it refuses this user and password.',
  '28000': 'it refuses this user, or wants an encrypted connection (add ?sslmode=require).',
  '3D000': 'it has no database of that name. Create it first: createdb -O joinder joinder',
  '42501': 'the user may not do what the migrations need: own the database and create roles. '
    + 'Give MIGRATE_DATABASE_URL the address of one who may.',
}

function explain(error: Error & { code?: string; errors?: { code?: string }[] }): never {
  // A name with several addresses fails with one error for each.
  const code = error.code ?? error.errors?.[0]?.code ?? ''
  const remedy = remedies[code]
  throw remedy ? new Error(`DATABASE_URL: ${remedy} (${code})`, { cause: error }) : error
}

export interface OpenGround extends Ground {
  database: OpenDatabase
  close(): Promise<void>
}

/**
 * Opens all that every process needs: database (migrated), vault, files and queue. What was opened is closed again when a later
 * step fails. With `works` false the queue only takes jobs in.
 */
export async function openGround(config: Config, { works }: { works: boolean }): Promise<OpenGround> {
  const log = openLog(config.logLevel)
  const closing: (() => Promise<void>)[] = []
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step()
  }
  try {
    const vault = openVault(masterKeys(config.masterKeyFile, !config.production))
    const database = await openDatabase(config)
    closing.push(database.close)
    await migrateDatabase(database)
    const db = openDb(database.url, { max: 10, lost: (error) => log.warn({ fault: faultOf(error) }, 'database connection lost') })
    closing.push(() => db.destroy())
    await proveKeys({ db, vault })
    const files = folderStore(filesFolder(config))
    const queue = await startQueue(database.url, { log, works })
    closing.push(() => queue.stop())
    return { config, log, clock: wallClock, db, vault, files, jobs: queue, database, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Opens one person's key, if there is a person: with the wrong key file nothing should start, rather than everything fail later. */
async function proveKeys({ db, vault }: Pick<Ground, 'db' | 'vault'>): Promise<void> {
  const row = await db.selectFrom('vault_key').select('person_id').limit(1).executeTakeFirst()
  if (row) await vault.open(db, row.person_id)
}

/** Adds the ports to the outside, which only jobs use. */
export async function openPorts(ground: Ground): Promise<World & { closePorts(): Promise<void> }> {
  const { config } = ground
  const sealer = await openSealer({
    certificate: config.sealCertificate, passphrase: config.sealPassphrase, tsaUrl: config.tsaUrl,
    keyFolder: path.dirname(config.masterKeyFile),
  })
  const mailer = config.smtpUrl ? smtpMailer(config.smtpUrl, config.mailFrom ?? `no-reply@${new URL(config.publicOrigin).hostname}`)
    : mailboxMailer
  const typesetter = startTypesetter()
  return {
    ...ground, sealer, mailer, typesetter,
    async closePorts() {
      mailer.close()
      await typesetter.close()
    },
  }
}
