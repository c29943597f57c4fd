import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { PgBoss } from 'pg-boss'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyDatabase, queried, testDb } from '../../../test/database.ts'
import { installedPostgres, installedServer } from '../../../test/installed-server.ts'
import { exportAll, importAll } from './carry.ts'
import { migrate } from './migrate.ts'

/** Everything COPY text could trip over; `answer` refers to `question`, which comes later in the alphabet. */
const ground = `do $$ begin create role joinder_app nologin; exception when duplicate_object or unique_violation then null; end $$;
  create function refuse() returns trigger language plpgsql as $$ begin raise exception 'append-only'; end $$;
  create table question (slug text, number int, primary key (slug, number));
  create table answer (id bigint generated always as identity primary key, slug text not null, number int not null, text text, sealed bytea,
    at timestamptz, day date, facts jsonb, tags text[], exact numeric, measured float8, doubled int generated always as (number * 2) stored,
    foreign key (slug, number) references question);
  create trigger append_only before update or delete on answer for each row execute function refuse();`
const rows = `insert into question select s, n from unnest(array['Zoë', 'zoe', 'a-b', 'ab', '_x']) s, generate_series(1, 20) n;
  insert into answer (slug, number, text, sealed, at, day, facts, tags, exact, measured) values
    ('Zoë', 1, E'tab\\there\\nnew line \\\\ back\\\\N slash \\r', '\\x00ff0a5c', '2026-03-29T01:59:59.123456Z', '2026-02-28',
      '{"a": [1, null, "ü"]}', array['x', null, 'y,"z"'], 12345678901234567890.10, 0.1),
    ('ab', 2, '', null, 'infinity', null, 'null', '{}', 'NaN', 'Infinity'), ('zoe', 3, null, null, null, null, null, null, null, null);
  select setval('answer_id_seq', 70);`

let folder: string
const open: { close(): Promise<void> | void }[] = []
const at = (name: string) => path.join(folder, name)

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'joinder-carry-'))
  await mkdir(at('migrations'))
  await writeFile(at('migrations/0001-ground.sql'), ground)
  await mkdir(at('stored/ab/cd'), { recursive: true })
  await writeFile(at('stored/ab/cd/one'), Buffer.from([0, 1, 2, 255]))
  await writeFile(at('stored/ab/two'), '')
})
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close()
  await rm(folder, { recursive: true })
})

async function migrated(url?: string) {
  const database = url ? { url, close: () => undefined } : await emptyDatabase()
  open.push(database)
  await migrate(database.url, at('migrations'), [{ name: 'letter', retryLimit: 3 }])
  return database.url
}

async function filled() {
  const url = await migrated()
  await queried(url, rows)
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false })
  await boss.start()
  await boss.createQueue('late', { retryLimit: 9 })
  await boss.schedule('letter', '0 4 * * *', { who: 'é' })
  for (let n = 1; n <= 3; n += 1) await boss.send('late', { n, text: 'tab\there' }, { startAfter: 3600 })
  await boss.stop({ graceful: false })
  return url
}

test.skipIf(!installedPostgres())('embedded to server to embedded, equal hashes (skipped where apt has no postgresql)', async () => {
  const server = await installedServer(installedPostgres() ?? '')
  open.push({ close: () => server.stop() })
  const first = await exportAll(await filled(), at('stored'), at('1'))
  const onServer = await migrated(server.url)
  await importAll(onServer, at('stored2'), at('1'))
  const second = await exportAll(onServer, at('stored2'), at('2'))
  const back = await migrated()
  await importAll(back, at('stored3'), at('2'))
  const third = await exportAll(back, at('stored3'), at('3'))

  expect(second).toEqual(first)
  expect(third).toEqual(first)
  expect(first.tables.map((table) => `${table.name} ${table.rows}`)).toEqual(
    ['public.question 100', 'public.answer 3', 'pgboss.queue 2', 'pgboss.schedule 1', 'pgboss.job 3', 'pgboss.job_dependency 0'])
  expect(await readFile(at('stored3/ab/cd/one'))).toEqual(Buffer.from([0, 1, 2, 255]))
  expect(await queried(back, `select text, doubled from answer where id = 1`))
    .toEqual([{ text: 'tab\there\nnew line \\ back\\N slash \r', doubled: 2 }])
  expect(await queried(back, `insert into answer (slug, number) values ('ab', 1) returning id`)).toEqual([{ id: '71' }])
  expect(await queried(back, `select retry_limit from pgboss.queue where name = 'late'`)).toEqual([{ retry_limit: 9 }])
  await queried(back, `update pgboss.job set start_after = now()`)
  const boss = new PgBoss({ connectionString: back, supervise: false, schedule: false })
  await boss.start()
  expect((await boss.fetch('late', { batchSize: 5 })).map((job) => (job.data as { n: number }).n).sort()).toEqual([1, 2, 3])
  await boss.stop({ graceful: false })
}, 120_000)

test('the real tables travel, and the snapshot does not see what is written meanwhile', async () => {
  const from = await testDb()
  open.push(from)
  await queried(from.ownerUrl, `insert into vault_key values ('00000000-0000-7000-8000-000000000001', '\\x01', 'k', now())`)
  let added = false
  const told = await exportAll(from.ownerUrl, at('absent'), at('1'), () => {
    if (added) return
    added = true
    void queried(from.ownerUrl, `insert into vault_key values ('00000000-0000-7000-8000-000000000002', '\\x02', 'k', now())`)
  })
  expect(told.tables.find((table) => table.name === 'public.vault_key')?.rows).toBe(1)
  const to = await testDb()
  open.push(to)
  await importAll(to.ownerUrl, at('stored2'), at('1'))
  expect(await exportAll(to.ownerUrl, at('stored2'), at('2'))).toEqual(told)
})

test('a database or a folder with something in it is refused, and so is an export into a folder with something in it', async () => {
  const url = await filled()
  await exportAll(url, at('stored'), at('1'))
  await expect(importAll(url, at('stored2'), at('1'))).rejects.toThrow(/needs an empty database, and public\.question has rows already/)
  await expect(importAll(await migrated(), at('stored'), at('1'))).rejects.toThrow(/needs an empty files folder/)
  await expect(exportAll(url, at('stored'), at('1'))).rejects.toThrow(/needs an empty folder/)
})

test('a damaged table, a damaged file or half an export leaves nothing behind', async () => {
  await exportAll(await filled(), at('stored'), at('1'))
  const to = await migrated()
  const whole = await readFile(at('1/tables/public.question.copy'))
  await appendFile(at('1/tables/public.question.copy'), 'more\t1\n')
  await expect(importAll(to, at('stored2'), at('1'))).rejects.toThrow(/public\.question\.copy is damaged.*Nothing was imported/)
  await writeFile(at('1/tables/public.question.copy'), whole)
  await writeFile(at('1/files/ab/two'), 'x')
  await expect(importAll(to, at('stored2'), at('1'))).rejects.toThrow(/files\/ab\/two is damaged/)
  await writeFile(at('1/files/ab/two'), '')
  await rm(at('1/manifest.json'))
  await expect(importAll(to, at('stored2'), at('1'))).rejects.toThrow(/not a whole export/)
  expect(await queried(to, 'select count(*)::int as n from question')).toEqual([{ n: 0 }])
})

test('an export of another version, or a database without tables, is refused with the way out', async () => {
  await exportAll(await filled(), at('stored'), at('1'))
  const bare = await emptyDatabase()
  open.push(bare)
  await expect(importAll(bare.url, at('stored2'), at('1'))).rejects.toThrow(/migrate it first/)
  await writeFile(at('migrations/0002-later.sql'), 'create table later (id int primary key)')
  await expect(importAll(await migrated(), at('stored2'), at('1')))
    .rejects.toThrow(/stands on migration 0001-ground, this database on 0002-later/)
})
