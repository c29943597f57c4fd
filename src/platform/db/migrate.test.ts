import { cp, mkdir, mkdtemp, rm, unlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyDatabase, queried } from '../../../test/database.ts'
import { migrate } from './migrate.ts'

const run = promisify(execFile)
const role = `do $$ begin create role joinder_app nologin; exception when duplicate_object or unique_violation then null; end $$;`
let database: Awaited<ReturnType<typeof emptyDatabase>>
let folder: string

const write = (name: string, text: string) => writeFile(path.join(folder, name), text)
const query = (text: string) => queried(database.url, text)

beforeEach(async () => {
  database = await emptyDatabase()
  folder = await mkdtemp(path.join(os.tmpdir(), 'joinder-migrate-'))
  await write('0001-ground.sql', `${role} create table a (id int primary key);
    create table b (id int primary key); insert into a values (1);`)
  await write('0002-more.sql', 'insert into a values (2); insert into b values (1);')
})
afterEach(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

test('files are applied once and in order; new ones follow', async () => {
  expect(await migrate(database.url, folder)).toEqual(['0001-ground', '0002-more'])
  expect(await migrate(database.url, folder)).toEqual([])
  await write('0003-last.sql', 'insert into a values (3);')
  expect(await migrate(database.url, folder)).toEqual(['0003-last'])
})

test('four processes at once: exactly one applies', async () => {
  const script = `const { migrate } = await import(${JSON.stringify(path.resolve(import.meta.dirname, 'migrate.ts'))})
    console.log(JSON.stringify(await migrate(${JSON.stringify(database.url)}, ${JSON.stringify(folder)}, [{ name: 'q' }])))`
  const four = await Promise.all([1, 2, 3, 4].map(() => run(process.execPath, ['--input-type=module', '-e', script])))
  expect(four.map(({ stdout }) => JSON.parse(stdout) as string[]).sort()).toEqual([[], [], [], ['0001-ground', '0002-more']])
  expect(await query('select count(*)::int as n from a')).toEqual([{ n: 2 }])
}, 120_000)

test('a file that fails leaves nothing behind, also of the files before it, and is named', async () => {
  await write('0002-more.sql', 'insert into a values (2); insert into nowhere values (1);')
  await expect(migrate(database.url, folder)).rejects.toThrow(/0002-more\.sql failed: relation "nowhere" does not exist/)
  expect(await query(`select to_regclass('public.a') as a`)).toEqual([{ a: null }])
})

test('an applied file that was edited is refused by name', async () => {
  await migrate(database.url, folder)
  await write('0001-ground.sql', 'select 1')
  await expect(migrate(database.url, folder)).rejects.toThrow(/0001-ground\.sql was edited after it had been applied/)
})

test('a database newer than the code is refused', async () => {
  await migrate(database.url, folder)
  await unlink(path.join(folder, '0002-more.sql'))
  await expect(migrate(database.url, folder)).rejects.toThrow(/newer than this Joinder: it knows the migration 0002-more/)
})

test('two files with one number, or an odd name, are refused', async () => {
  await write('0002-again.sql', 'select 1')
  await expect(migrate(database.url, folder)).rejects.toThrow(/no number occurs twice/)
  await mkdir(path.join(folder, 'x'))
  await expect(migrate(database.url, path.join(folder, 'absent'))).rejects.toThrow(/ENOENT/)
})

test('an owner who is no superuser can migrate and then work as the plain role', async () => {
  const name = `owner_${process.hrtime.bigint().toString(36)}`
  await query(`create role ${name} login createrole password 'x'`)
  await query(`do $$ begin execute format('alter database %I owner to ${name}', current_database()); end $$`)
  const url = Object.assign(new URL(database.url), { username: name, password: 'x' }).href
  // The role may be there already, made by another owner of this server; then he must have given it to this one.
  await query(`${role} grant joinder_app to ${name} with admin option`)
  await migrate(url, folder, [{ name: 'q' }])
  expect(await queried(`${url}?options=-c%20role%3Djoinder_app`, 'select current_user as me')).toEqual([{ me: 'joinder_app' }])
  await database.close()
  database = await emptyDatabase()
  await query(`drop role ${name}`)
})

test('who joined before the agreed success fee was kept gets the terms of the newest content', async () => {
  const shipped = path.resolve(import.meta.dirname, '../../../migrations')
  for (const name of ['0001-ground.sql', '0002-session-of-person.sql']) await cp(path.join(shipped, name), path.join(folder, name))
  await unlink(path.join(folder, '0002-more.sql'))
  await migrate(database.url, folder)
  const content = (version: number, fixed: number) =>
    `insert into content_version
      values ('app', ${version}, 'claim', '${version}', '{"money": {"successFixed": ${fixed}, "successPercent": 20}}', now());`
  const person = '00000000-0000-4000-8000-000000000001'
  await query(`${content(1, 4000)} ${content(2, 5000)}
    insert into participant values ('${person}', '', '', '', '', '', 'NL', 'nl', now());
    insert into participation values ('${person}', 'app', 'R', 'nl', 'fixed', false, '', now())`)
  await cp(path.join(shipped, '0003-agreed-success-fee.sql'), path.join(folder, '0003-agreed-success-fee.sql'))
  expect(await migrate(database.url, folder)).toEqual(['0003-agreed-success-fee'])
  expect(await query('select success_fixed_cents, success_percent from participation'))
    .toEqual([{ success_fixed_cents: 5000, success_percent: 20 }])
  const columnsOf = `select column_name from information_schema.columns where table_name = 'participation'`
  expect(await query(`${columnsOf} and column_default is not null`)).toEqual([])
})
