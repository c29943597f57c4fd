import { globSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDb, type TestDb } from '../database.ts'

let database: TestDb
let columns: { table: string; column: string }[]
beforeAll(async () => {
  database = await testDb()
  columns = (await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely%' and table_name <> 'applied_migration'
    order by 1, ordinal_position`.execute(database.db)).rows
})
afterAll(() => database.close())

const sources = globSync('src/**/*.{ts,tsx}').filter((file) => !/\.(test|fixture)\.tsx?$/.test(file))

/** The tables a file writes, by query builder, in a loop over names, or in SQL. */
function writtenIn(source: string, tables: readonly string[]): string[] {
  const named = [...source.matchAll(/(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*'(\w+)/g)].map(([, table]) => table!)
  const looped = /(?:insertInto|updateTable|deleteFrom)\(table\)/.test(source)
    ? [...source.matchAll(/for \(const table of \[([^\]]+)\]/g)].flatMap(([,
    list]) => [...list!.matchAll(/'(\w+)'/g)].map(([, table]) => table!)) : []
  const inSql = [...source.matchAll(/\b(?:insert into|delete from|update|truncate|merge into) (?:only )?"?(\w+)"?/gi)].map(([,
    table]) => table!.toLowerCase()).filter((table) => tables.includes(table))
  return [...new Set([...named, ...looped, ...inSql])]
}

test('each table is written by one room only (reading joins are free)', () => {
  const tables = [...new Set(columns.map(({ table }) => table))]
  const writers = new Map<string, Set<string>>(tables.map((table) => [table, new Set()]))
  for (const file of sources) for (const table of writtenIn(readFileSync(file, 'utf8'),
    tables)) writers.get(table)?.add(file.split('/')[1]!)
  const all = Object.fromEntries([...writers].map(([table, rooms]) => [table, [...rooms]]))
  expect(Object.entries(all).filter(([, rooms]) => rooms.length !== 1)).toEqual([])
})

test('the page of data protection names the room that writes each table', () => {
  const said = [...document.matchAll(/^### (\w+) \((\w+)\)$/gm)].map(([, table, room]) => [table!, room!] as const)
  for (const [table, room] of said) {
    const writing = sources.filter((file) => writtenIn(readFileSync(file, 'utf8'), [table]).includes(table))
    expect([table, [...new Set(writing.map((file) => file.split('/')[1]))]]).toEqual([table, [room]])
  }
})

const document = readFileSync('docs/data-protection.md', 'utf8')

test('every column of every table has its line in docs/data-protection.md: what, why, basis, how long, who sees (GD-01)', () => {
  const lines: { table: string; column: string }[] = []
  for (const part of document.split(/^### /m).slice(1)) {
    const table = /^\w+/.exec(part)![0]
    for (const line of part.split(/^# /m)[0]!.split('\n').filter((each) => each.startsWith('| ') && !each.startsWith('| Column'))) {
      const cells = line.split('|').slice(1, -1).map((cell) => cell.trim())
      expect([line, cells.length, cells.every(Boolean)]).toEqual([line, 6, true])
      lines.push({ table, column: cells[0]! })
    }
  }
  const text = (list: typeof lines) => list.map(({ table, column }) => `${table}.${column}`).sort()
  expect(text(lines)).toEqual(text(columns))
})

test('every column that is sealed is told to be sealed, and no other', () => {
  const told = [...document.matchAll(/^\| (\w+) \| \*\*sealed\*\*/gm)].map(([, column]) => column!).sort()
  const sealed = sources.flatMap((file) => [...readFileSync(file, 'utf8')
    .matchAll(/(\w+): (?:sealed\b(?!\.)|\w+\.seal\()/g)].map(([, column]) => column!))
    .filter((column) => columns.some((each) => each.column === column))
  expect([...new Set(told)]).toEqual([...new Set(sealed)].sort())
})
