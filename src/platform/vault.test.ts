import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDb, type TestDb } from '../../test/database.ts'
import { openVault } from './vault.ts'

let database: TestDb
beforeAll(async () => { database = await testDb() })
afterAll(() => database.close())

const [old, young, index] = [randomBytes(32), randomBytes(32), randomBytes(32)]
const now = new Date('2026-11-22T10:00:00Z')

test('a new master key takes over: in batches, beside erasures and new people, and then the old one is needed no more', async () => {
  const { db } = database
  const before = openVault({ masters: [old], index })
  const both = openVault({ masters: [young, old], index })
  const people = Array.from({ length: 7 }, () => randomUUID())
  const sealed = new Map<string, Buffer>()
  for (const id of people) sealed.set(id, (await before.create(db, id, now)).seal('some.place', `words of ${id}`))
  const newcomer = randomUUID()
  sealed.set(newcomer, (await both.create(db, newcomer, now)).seal('some.place', `words of ${newcomer}`))

  expect(await both.rewrap(db, 3)).toBe(3)
  for (const id of people) expect((await both.open(db, id)).text('some.place', sealed.get(id)!)).toBe(`words of ${id}`)
  await both.erase(db, people[6]!, 'on-request', now)
  await Promise.all([both.rewrap(db, 10), both.rewrap(db, 10)])
  expect(await both.rewrap(db, 10)).toBe(0)

  const after = openVault({ masters: [young], index })
  for (const id of [...people.slice(0, 6), newcomer]) expect((await after.open(db, id)).text('some.place', sealed.get(id)!))
    .toBe(`words of ${id}`)
  expect(await after.find(db, people[6]!)).toBeUndefined()
})

test('a key whose master key is not in the file is named, and nothing is lost', async () => {
  const { db } = database
  const stranger = openVault({ masters: [randomBytes(32)], index })
  await expect(stranger.rewrap(db, 10)).rejects.toThrow(/lacks the master key [0-9a-f]{16}/)
  expect(await openVault({ masters: [young], index }).rewrap(db, 10)).toBe(0)
})
