import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkContent, lockAgreements } from '#claims/check.ts'
import { noLog } from '#platform/log.ts'
import { standingClock } from '#platform/clock.ts'
import { newVaultKeys, openVault, readVaultKeys } from '#platform/vault.ts'
import type { Ground } from '#platform/world.ts'
import { contentFolder, smallClaim, writeFiles } from '../test/small-bundles.ts'
import { testDb, type TestDb } from '../test/database.ts'
import { ContentWrong, publishContent } from './content.ts'

let database: TestDb
let content: Awaited<ReturnType<typeof contentFolder>>
beforeAll(async () => {
  database = await testDb()
  content = await contentFolder({ app: smallClaim() })
})
afterAll(async () => {
  await database.close()
  await content.remove()
})

const versions = async () => (await database.db.selectFrom('content_version').select(['slug', 'version']).orderBy('slug').orderBy('version')
  .execute()).map(({ slug, version }) => `${slug} ${version}`)

test('all bundles are published or none: where one is refused, the foundation before it stays as it was', async () => {
  const published: object[] = []
  const ground = {
    db: database.db, clock: standingClock('2020-07-27T08:00:00Z'), vault: openVault(readVaultKeys(newVaultKeys(), 'keys of this test')),
    jobs: undefined,
    log: { ...noLog, info: (facts: object) => void published.push(facts) },
  } as unknown as Ground
  const publish = () => publishContent(ground, content.folder)
  await lockAgreements(await checkContent(content.folder))
  await publish()
  expect(await versions()).toEqual(['app 1', 'organisation 1'])

  const claim = path.join(content.folder, 'claims/app')
  await writeFiles(content.folder, { 'organisation/en/page/about.md': '# About us\n\nNew words.\n' })
  await writeFiles(claim, { 'en/agreements/mandate.md': smallClaim()['en/agreements/mandate.md']!.replace('acts against',
    'acts at once against') })
  await rm(path.join(claim, 'agreements.lock.json'))
  await lockAgreements(await checkContent(content.folder))
  published.length = 0
  await expect(publish()).rejects.toThrow(ContentWrong)
  await expect(publish()).rejects.toThrow(/agreement-changed/)
  expect([await versions(), published]).toEqual([['app 1', 'organisation 1'], []])

  await writeFiles(claim, smallClaim())
  await rm(path.join(claim, 'agreements.lock.json'))
  await lockAgreements(await checkContent(content.folder))
  await publish()
  expect(await versions()).toEqual(['app 1', 'organisation 1', 'organisation 2'])
  expect(published).toEqual([{ slug: 'organisation', version: 2 }])
})
