/** Writes src/platform/db/types.ts from a freshly migrated database; with --verify it only says whether the file is up to date. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { embeddedPostgres } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'

const root = path.resolve(import.meta.dirname, '..')
const types = path.join(root, 'src/platform/db/types.ts')
const codegen = createRequire(import.meta.url).resolve('kysely-codegen/dist/cli/bin.js')

const folder = mkdtempSync(path.join(os.tmpdir(), 'joinder-types-'))
const database = await embeddedPostgres(folder, { fsync: 'off' })
try {
  await migrate(database.url, path.join(root, 'migrations'))
  const args = ['--dialect', 'postgres', '--url', database.url, '--out-file', types, '--include-pattern', 'public.*',
    '--exclude-pattern', '{kysely_migration,kysely_migration_lock,applied_migration}',
    '--date-parser', 'string', '--type-mapping', '{"int8":"number"}']
  const verify = process.argv.includes('--verify')
  const { status } = spawnSync(process.execPath, [codegen, ...args, ...(verify ? ['--verify'] : [])], { stdio: 'inherit', cwd: folder })
  if (status && verify) console.error('src/platform/db/types.ts does not match the migrations: run `npm run types` and commit it.')
  process.exitCode = status ?? 1
} finally {
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}
