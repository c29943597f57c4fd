import { appendFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { exportAll, importAll } from '#platform/db/carry.ts'
import { testDb, type TestDb } from '../../test/database.ts'
import { join, testSite, visitor, type TestSite } from '../../test/builders.ts'
import { inAccount } from '../../test/account-builders.ts'
import { personAt } from '../../test/families.ts'
import { folderStore } from '#platform/files/folder.ts'
import { installJobs } from '#platform/db/install-jobs.ts'
import { queueOptions } from '#platform/jobs.ts'
import { jobs as allJobs } from '#worker.ts'
import { log } from './log-erasures.ts'
import { replayErasures } from './replay-erasures.ts'

let site: TestSite
let folder: string
const restored: TestDb[] = []
beforeEach(async () => {
  site = await testSite()
  folder = await mkdtemp(path.join(os.tmpdir(), 'joinder-replay-'))
})
afterEach(async () => {
  for (const each of restored.splice(0)) await each.close()
  await site.close()
  await rm(folder, { recursive: true })
})
const world = () => ({ ...site, config: { ...site.config, erasureLog: path.join(folder, 'erasures') } })

async function restore(backup: string) {
  const database = await testDb()
  restored.push(database)
  await installJobs(database.ownerUrl, queueOptions(allJobs.map(({ kind }) => kind)))
  await importAll(database.ownerUrl, path.join(folder, `files-${restored.length}`), backup)
  return { ...world(), db: database.db, files: folderStore(path.join(folder, `files-${restored.length}`)) }
}

test('who was erased after a backup comes back with it, and is erased again; who was locked is locked again (SE-06)', async () => {
  await join(site, visitor(site), { email: 'heel@voorbeeld.example' })
  await join(site, visitor(site), { email: 'deel@voorbeeld.example' })
  await join(site, visitor(site), { email: 'blijft@voorbeeld.example' })
  const [whole, part, stays] = [await personAt(site, 'heel@voorbeeld.example'), await personAt(site, 'deel@voorbeeld.example'),
    await personAt(site, 'blijft@voorbeeld.example')]
  const backup = path.join(folder, 'backup')
  await exportAll(site.database.ownerUrl, path.join(folder, 'none'), backup)

  await site.vault.erase(site.db, whole, 'withdrawn', site.clock.now())
  await (await inAccount(site, 'deel@voorbeeld.example')).post(`/en/account/my-data/${part}/erase/confirm`, { sure: 'yes' })
  expect(await log(world())).toBe(2)
  expect(await log(world())).toBe(0)
  expect(await replayErasures(world())).toEqual({ known: 2, again: 0, foreign: 0, lost: 0 })

  const old = await restore(backup)
  expect(await site.vault.find(old.db, whole)).toBeDefined()
  expect(await replayErasures(old)).toEqual({ known: 2, again: 2, foreign: 0, lost: 0 })
  expect(await site.vault.find(old.db, whole)).toBeUndefined()
  expect((await old.db.selectFrom('participant').select(['email', 'email_index']).where('person_id', 'in', [whole, part]).execute()))
    .toEqual([{ email: null, email_index: null }, { email: null, email_index: null }])
  expect((await old.db.selectFrom('restriction').select('kept').where('person_id', '=', part).orderBy('kept').execute())
    .map(({ kept }) => kept)).toEqual(['books', 'evidence'])
  expect((await old.db.selectFrom('participation_end').select('kind').where('person_id', '=', part).execute()))
    .toEqual([{ kind: 'erased' }])
  expect((await old.db.selectFrom('participant').select('email_index').where('person_id', '=', stays)
    .executeTakeFirstOrThrow()).email_index).not.toBeNull()
  expect((await old.db.selectFrom('journal_entry').select('person_id').where('event', '=', 'erasure.erased-again').execute()))
    .toHaveLength(2)
  expect(await replayErasures(old)).toEqual({ known: 2, again: 0, foreign: 0, lost: 0 })
})

test('the log holds ids, a word and a time, and a line somebody added or changed does nothing', async () => {
  await join(site, visitor(site), { email: 'weg@voorbeeld.example' })
  await join(site, visitor(site), { email: 'blijft@voorbeeld.example' })
  const [gone, stays] = [await personAt(site, 'weg@voorbeeld.example'), await personAt(site, 'blijft@voorbeeld.example')]
  await site.vault.erase(site.db, gone, 'withdrawn', site.clock.now())
  await log(world())
  const [name, ...more] = await readdir(path.join(folder, 'erasures'))
  expect(more).toEqual([])
  const file = path.join(folder, 'erasures', name!)
  const line = await readFile(file, 'utf8')
  expect(Object.keys(JSON.parse(line) as object)).toEqual(['person', 'reason', 'at', 'mac'])
  await appendFile(file, line.replace(gone, stays))
  await appendFile(file, 'torn')
  expect(await replayErasures(world())).toEqual({ known: 1, again: 0, foreign: 2, lost: 0 })
  expect(await site.vault.find(site.db, stays)).toBeDefined()
})

test('without a log there is nothing to do', async () => {
  expect(await replayErasures(world())).toEqual({ known: 0, again: 0, foreign: 0, lost: 0 })
})

test('a log that was lost, emptied or left behind in a move is told of', async () => {
  await join(site, visitor(site), { email: 'weg@voorbeeld.example' })
  await site.vault.erase(site.db, await personAt(site, 'weg@voorbeeld.example'), 'withdrawn', site.clock.now())
  expect(await log(world())).toBe(1)
  await rm(path.join(folder, 'erasures'), { recursive: true })
  expect(await replayErasures(world())).toEqual({ known: 0, again: 0, foreign: 0, lost: 1 })
})
