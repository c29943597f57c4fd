import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import * as z from 'zod'
import { copyFolder, copyListed, pour } from './carried-files.ts'
import { carriedTables, copyIn, copyOut, counters, firstWithRows, setCounter } from './carried-tables.ts'
import { migrationLock } from './migrate.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

const manifestShape = z.object({
  format: z.literal('joinder export 1'),
  migrations: z.array(z.object({ name: z.string(), sha256: hash })),
  jobSchema: z.number(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number(), sha256: hash })),
  counters: z.array(z.object({ name: z.string(), last: z.string(), used: z.boolean() })),
  files: z.object({ count: z.number(), sha256: hash }),
})

/** What an export holds: the migrations it stands on, and rows and SHA-256 of every table file; equal states give equal manifests. */
export type Manifest = z.infer<typeof manifestShape>

type Tell = (line: string) => void

const tableFile = (folder: string, name: string) => path.join(folder, 'tables', `${name}.copy`)

/**
 * Writes the whole state to an empty or new folder: every table as PostgreSQL's COPY text in one snapshot, the stored files, and last of
 * all `manifest.json`; without it an export is not whole. Joinder may go on running meanwhile. Personal values leave sealed as they are
 * stored: the export is of use only together with MASTER_KEY_FILE, which is not part of it. Of pg-boss the queues, the timetable and all
 * jobs travel; its counts, warnings and housekeeping stay behind. `url` is the owner's.
 */
export async function exportAll(url: string, filesFolder: string, target: string, tell: Tell = () => undefined): Promise<Manifest> {
  await mkdir(path.join(target), { recursive: true, mode: 0o700 })
  if ((await readdir(target)).length > 0) throw new Error(`The export needs an empty folder, and ${target} is not empty.`)
  await mkdir(path.join(target, 'tables'), { mode: 0o700 })
  return withClient(url, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    const tables: Manifest['tables'] = []
    for (const table of await carriedTables(client)) {
      const rows = client.query(copyTo(copyOut(table)))
      const sha256 = await pour(rows, createWriteStream(tableFile(target, table.name), { flags: 'wx', mode: 0o600 }))
      tables.push({ name: table.name, columns: table.columns, rows: rows.rowCount, sha256 })
      tell(`${table.name}: ${rows.rowCount} rows`)
    }
    const standing = { ...await standsOn(client), counters: await counters(client) }
    await client.query('commit')
    const files = await copyFolder(filesFolder, path.join(target, 'files'), path.join(target, 'files.sha256'))
    tell(`files: ${files.count}`)
    const manifest: Manifest = { format: 'joinder export 1', ...standing, tables, files }
    await writeFile(path.join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true })
    return manifest
  })
}

/**
 * Reads an export into an empty database that `migrate` has brought to the same migrations, and into an empty files folder. All or
 * nothing: the rows arrive in one transaction, and it ends only when every table and file matches its SHA-256. Refuses (throws) with a
 * sentence for the operator when something is there already, the versions differ or the export is damaged. `url` is the owner's.
 */
export async function importAll(url: string, filesFolder: string, source: string, tell: Tell = () => undefined): Promise<Manifest> {
  const manifest = await readManifest(source)
  await mkdir(filesFolder, { recursive: true })
  if ((await readdir(filesFolder)).length > 0) {
    throw new Error(`The import needs an empty files folder, and ${filesFolder} is not empty. Move its content away.`)
  }
  return withClient(url, async (client) => {
    await client.query('begin')
    // The triggers that count let what is brought along alone: its counts come with it.
    await client.query(`set local joinder.carried = 'yes'`)
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
    await requireSameVersion(client, manifest)
    await importTables(client, source, manifest, tell)
    try {
      await copyListed(path.join(source, 'files.sha256'), path.join(source, 'files'), filesFolder, manifest.files)
      tell(`files: ${manifest.files.count}`)
      await client.query('commit')
    } catch (error) {
      for (const name of await readdir(filesFolder)) await rm(path.join(filesFolder, name), { recursive: true })
      throw error
    }
    await client.query('analyze')
    return manifest
  })
}

async function importTables(client: pg.Client, source: string, manifest: Manifest, tell: Tell): Promise<void> {
  const tables = await carriedTables(client)
  const filled = await firstWithRows(client, tables)
  if (filled) {
    throw new Error(`The import needs an empty database, and ${filled} has rows already. `
      + 'Import before the first start: into a new DATA_DIR, or a new database for DATABASE_URL.')
  }
  for (const table of tables) {
    const told = manifest.tables.find((each) => each.name === table.name)
    if (!told || told.columns.join() !== table.columns.join()) {
      throw new Error(`The export does not hold the table ${table.name} as this database has it.`)
    }
    const { before, copy, after } = copyIn(table)
    if (before) await client.query(before)
    const rows = client.query(copyFrom(copy))
    const sha256 = await pour(createReadStream(tableFile(source, table.name)), rows)
    if (sha256 !== told.sha256 || rows.rowCount !== told.rows) {
      throw new Error(`${tableFile(source, table.name)} is damaged: it is not what the manifest describes. Nothing was imported.`)
    }
    if (after) await client.query(after)
    tell(`${table.name}: ${rows.rowCount} rows`)
  }
  for (const counter of manifest.counters) await setCounter(client, counter)
}

async function readManifest(source: string): Promise<Manifest> {
  const file = path.join(source, 'manifest.json')
  const text = await readFile(file, 'utf8').catch(() => { throw new Error(`${source} is not a whole export: ${file} cannot be read.`) })
  return manifestShape.parse(JSON.parse(text))
}

async function standsOn(client: pg.Client): Promise<Pick<Manifest, 'migrations' | 'jobSchema'>> {
  const { rows: migrations } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from applied_migration order by name collate "C"')
  const { rows } = await client.query<{ version: number }>('select version from pgboss.version')
  return { migrations, jobSchema: rows[0]?.version ?? 0 }
}

async function requireSameVersion(client: pg.Client, manifest: Manifest): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(`
    select to_regclass('public.applied_migration') is not null and to_regclass('pgboss.version') is not null as there`)
  if (!rows[0]?.there) throw new Error('The database to import into has no tables yet: migrate it first.')
  const here = await standsOn(client)
  const state = (of: Pick<Manifest, 'migrations' | 'jobSchema'>) =>
    JSON.stringify([of.migrations.map((each) => [each.name, each.sha256]), of.jobSchema])
  if (state(here) !== state(manifest)) {
    const last = (of: Pick<Manifest, 'migrations'>) => of.migrations.at(-1)?.name ?? 'none'
    throw new Error(`The export stands on migration ${last(manifest)}, this database on ${last(here)}. `
      + 'Import with the version of Joinder that exported, then start the newer version: it brings the data forward.')
  }
}

/** A connection of the owner whose texts read the same on every server. */
async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'joinder carry' })
  await client.connect()
  try {
    await client.query(`set datestyle = 'ISO, YMD'; set timezone = 'UTC'; set intervalstyle = 'postgres'; set bytea_output = 'hex';
      set extra_float_digits = 1; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`)
    return await work(client)
  } finally {
    await client.end()
  }
}
