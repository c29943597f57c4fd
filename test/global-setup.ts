import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { embeddedPostgres } from '#platform/db/embedded.ts'
import { isUsed } from '#platform/db/uses.ts'
import { migrate, readMigrations } from '#platform/db/migrate.ts'
import { connected } from './database.ts'

const migrations = path.resolve(import.meta.dirname, '../migrations')

const prefix = 'joinder-test-'

/** Ends and removes what runs that were killed have left behind. */
function sweep() {
  for (const name of readdirSync(os.tmpdir()).filter((each) => each.startsWith(prefix))) {
    const folder = path.join(os.tmpdir(), name)
    const pidFile = path.join(folder, 'data', 'postmaster.pid')
    try {
      const young = Date.now() - statSync(folder).mtimeMs < 10 * 60_000
      if (young || isUsed(folder)) continue
      const pid = existsSync(pidFile) ? Number.parseInt(readFileSync(pidFile, 'utf8'), 10) : 0
      const command = `/proc/${pid}/cmdline`
      if (existsSync(command) && readFileSync(command, 'utf8').includes(folder)) process.kill(pid, 'SIGQUIT')
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // It belongs to another user, or another run sweeps at this moment.
    }
  }
}

/** One PostgreSQL for the whole run: the embedded one in a temporary folder, or the server of TEST_DATABASE_URL or DATABASE_URL. */
export default async function setup(project: TestProject) {
  const given = process.env['TEST_DATABASE_URL'] || process.env['DATABASE_URL']
  sweep()
  const folder = given ? undefined : mkdtempSync(path.join(os.tmpdir(), prefix))
  // Not safe against a power cut, which nobody minds for a database that is thrown away.
  const quick = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200', autovacuum: 'off' }
  const own = folder ? await embeddedPostgres(folder, quick) : undefined
  const server = given || (own?.url ?? '')
  try {
    project.provide('databaseServer', server)
    project.provide('databaseTemplate', await template(server))
  } catch (error) {
    await clear()
    throw error
  }
  async function clear() {
    await own?.stop()
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
  return clear
}

/** The database that every test file clones; its name tells which migrations it holds. Parallel runs on one server share it. */
async function template(server: string): Promise<string> {
  const files = await readMigrations(migrations)
  const name = `joinder_template_${createHash('sha256').update(files.map((file) => file.sha256).join()).digest('hex').slice(0, 12)}`
  await connected(server, async (client) => {
    await client.query('select pg_advisory_lock(7305002)')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount) return
    await client.query(`drop database if exists ${name}_half with (force)`)
    await client.query(`create database ${name}_half`)
    await migrate(Object.assign(new URL(server), { pathname: `/${name}_half` }).href, migrations)
    await client.query(`alter database ${name}_half rename to ${name}`)
  })
  return name
}
