import pg from 'pg'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { testDb, type TestDb } from '../../../test/database.ts'
import { openDb } from './open.ts'

let database: TestDb
beforeAll(async () => { database = await testDb() })
afterAll(() => database.close())

const readSessions = (db: TestDb['db']) => db.selectFrom('rate_limit').selectAll().execute()

test('a statement that reads is prepared under one name and sent without its text after that; one that writes is not', async () => {
  const db = openDb(database.url, { max: 1 })
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  await readSessions(db)
  await readSessions(db)
  await db.deleteFrom('rate_limit').execute()
  const names = (spy.mock.calls as unknown as [{ text?: string; name?: string }][])
    .filter(([asked]) => asked.text?.includes('"rate_limit"')).map(([asked]) => asked.name)
  spy.mockRestore()
  expect(names).toEqual([expect.stringMatching(/^[\w-]{32}$/), names[0], undefined])
  const { rows } = await sql<{ n: string }>`select count(*) as n from pg_prepared_statements
    where statement like '%from "rate_limit"%' and statement not like '%pg_prepared%'`.execute(db)
  expect(Number(rows[0]!.n)).toBe(1)
  await db.destroy()
})

test('a migration that changes what a prepared statement answers costs nothing but the connection', async () => {
  const db = openDb(database.url, { max: 1 })
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const connection = async () => (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]!.pid
  await readSessions(db)
  const before = await connection()
  await owner.query('alter table rate_limit add column note text')
  expect(await readSessions(db)).toEqual([])
  expect(await connection()).not.toBe(before)
  await owner.query('alter table rate_limit drop column note')
  await owner.end()
  await db.destroy()
})
