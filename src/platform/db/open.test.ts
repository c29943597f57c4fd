import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDb } from '../../../test/database.ts'
import type { TestDb } from '../../../test/database.ts'
import { asApp, openDb } from './open.ts'

let at: TestDb
beforeAll(async () => { at = await testDb() })
afterAll(() => at.close())

const one = async (query: ReturnType<typeof sql>) => (await query.execute(at.db)).rows[0]

test('the application works as the plain role from its first statement', async () => {
  expect(await one(sql`select current_user::text as who, session_user::text <> current_user::text as differs`))
    .toEqual({ who: 'joinder_app', differs: true })
})

test('a date stays a calendar day, an int8 is a number, also in arrays', async () => {
  expect(await one(sql`select date '2026-02-28' as day, 9007199254740991::int8 as most, 9007199254740993::int8 as more,
    array[date '2026-01-01'] as days, array[1::int8, 2] as numbers`))
    .toEqual({ day: '2026-02-28', most: 9007199254740991, more: '9007199254740993', days: ['2026-01-01'], numbers: [1, 2] })
})

test('the plain role may not make tables', async () => {
  await expect(sql`create table x (a int)`.execute(at.db)).rejects.toThrow(/permission denied/)
})

test('options already in the address are kept', () => {
  expect(new URL(asApp('postgres://a:b@h/d?options=-c%20search_path%3Dx')).searchParams.get('options'))
    .toBe('-c search_path=x -c role=joinder_app')
})

test('a statement that takes too long is cut', async () => {
  const hasty = openDb(at.url, { max: 1, statementSeconds: 0.1 })
  await expect(sql`select pg_sleep(5)`.execute(hasty)).rejects.toThrow(/statement timeout/)
  await hasty.destroy()
})

test('a cursor streams', async () => {
  const series = at.db.selectFrom(sql<{ n: number }>`generate_series(1, 1000)`.as('n')).selectAll()
  let rows = 0
  for await (const _row of series.stream(100)) rows += 1
  expect(rows).toBe(1000)
})
