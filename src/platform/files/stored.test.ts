import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDb } from '../../../test/database.ts'
import type { TestDb } from '../../../test/database.ts'
import { standingClock } from '#platform/clock.ts'
import { newVaultKeys, openVault, readVaultKeys } from '#platform/vault.ts'
import { folderStore } from './folder.ts'
import { readFile, storeFile, sweepFiles } from './stored.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'joinder-files-'))
const files = folderStore(folder)
const clock = standingClock('2026-03-01T10:00:00Z')
const vault = openVault(readVaultKeys(newVaultKeys(), 'test'))
const content = { kind: 'mandate', mediaType: 'application/pdf', bytes: Buffer.from('%PDF the words of Anna') }

let at: TestDb
beforeAll(async () => { at = await testDb() })
afterAll(async () => {
  await at.close()
  rmSync(folder, { recursive: true, force: true })
})
const world = () => ({ db: at.db, vault, files, clock })
const onDisk = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  .map((each) => path.join(each.parentPath, each.name))
async function aPerson() {
  const id = crypto.randomUUID()
  await vault.create(at.db, id, clock.now())
  return id
}

test('a file comes back as it was, and lies on disk where only the key opens it', async () => {
  const personId = await aPerson()
  const { id, sha256 } = await storeFile(world(), personId, content)
  expect(sha256.toString('hex')).toMatch(/^[0-9a-f]{64}$/)
  expect(await readFile(world(), personId, id)).toEqual({ ...content, bytes: Buffer.from(content.bytes) })
  const place = path.join(folder, id.slice(0, 2), id.slice(2, 4), id)
  expect(onDisk()).toEqual([place])
  expect(readFileSync(place).includes('Anna')).toBe(false)
})

test('another person does not reach it, and erasure makes it unreadable', async () => {
  const personId = await aPerson()
  const { id } = await storeFile(world(), personId, content)
  expect(await readFile(world(), await aPerson(), id)).toBeUndefined()
  await vault.erase(at.db, personId, 'asked', clock.now())
  expect(await readFile(world(), personId, id)).toBeUndefined()
  await expect(storeFile(world(), personId, content)).rejects.toThrow('no vault key')
})

test('a crash between bytes and row leaves an orphan that the sweep removes; what has a row or is new stays', async () => {
  const personId = await aPerson()
  const { id } = await storeFile(world(), personId, content)
  await at.db.transaction().execute(async (db) => {
    await storeFile({ ...world(), db }, personId, content)
    throw new Error('crash')
  }).catch(() => undefined)
  const before = onDisk()
  writeFileSync(path.join(path.dirname(before[0] as string), 'README'), 'not ours')
  expect(await sweepFiles({ ...world(), clock: { now: () => new Date() } })).toBe(0)
  for (const file of before) utimesSync(file, new Date('2020-01-01'), new Date('2020-01-01'))
  expect(await sweepFiles(world())).toBe(1)
  expect(onDisk()).toHaveLength(before.length)
  expect(await readFile(world(), personId, id)).toBeDefined()
})

test('only a UUID names a file', async () => {
  await expect(async () => files.write('../../etc/passwd', Buffer.from('x'))).rejects.toThrow('UUID')
  expect(await files.read(crypto.randomUUID())).toBeUndefined()
})

test('lost bytes are an error, not an empty file', async () => {
  const personId = await aPerson()
  const { id } = await storeFile(world(), personId, content)
  await files.remove(id)
  await expect(readFile(world(), personId, id)).rejects.toThrow('missing from the file store')
})
