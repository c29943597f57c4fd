import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkContent, lockAgreements } from '#claims/check.ts'
import { findPublishedFiles } from '#claims/export-bundle.ts'
import { importBundle } from '#claims/import-bundle.ts'
import { bundleOf } from '#claims/read-bundle.ts'
import { withPhase } from '#claims/set-phase.ts'
import { noLog } from '#platform/log.ts'
import { standingClock } from '#platform/clock.ts'
import { newVaultKeys, openVault, readVaultKeys } from '#platform/vault.ts'
import { transact, type Ground } from '#platform/world.ts'
import { contentFolder, smallClaim, smallOrganisation, writeFiles } from '../test/small-bundles.ts'
import { testDb, type TestDb } from '../test/database.ts'
import { ContentWrong, publishContent } from './content.ts'

let database: TestDb
let content: Awaited<ReturnType<typeof contentFolder>>
const ground = () => ({
  db: database.db, clock: standingClock('2020-07-27T08:00:00Z'), vault: openVault(readVaultKeys(newVaultKeys(), 'keys of this test')),
  jobs: undefined, log: { ...noLog, info: (facts: object) => void published.push(facts), warn: () => undefined },
}) as unknown as Ground
const published: object[] = []
const desk = '00000000-0000-4000-8000-000000000001'
/** Publishes as the desk does, with one file changed. */
const fromDesk = (slug: string, path: string, raw: string) => transact(ground(), async (ctx) => {
  const files = (await findPublishedFiles(ctx.db, slug))!.files.map((file) => (file.path === path ? { path, raw } : file))
  return importBundle(ctx, bundleOf(slug, files).bundle!, { origin: 'desk', by: desk })
})
const told = async (options = {}) =>
  (await publishContent(ground(), content.folder, options)).map(({ slug, warning }) => `${slug} ${warning}`)
const relock = async () => {
  for (const folder of ['claims/app', 'organisation']) await rm(path.join(content.folder, folder, 'agreements.lock.json'), { force: true })
  await lockAgreements(await checkContent(content.folder))
}
beforeEach(async () => {
  published.length = 0
  database = await testDb()
  content = await contentFolder({ app: smallClaim() })
})
afterEach(async () => {
  await database.close()
  await content.remove()
})

const versions = async () => (await database.db.selectFrom('content_version').select(['slug', 'version']).orderBy('slug').orderBy('version')
  .execute()).map(({ slug, version }) => `${slug} ${version}`)

test('all bundles are published or none: where one is refused, the foundation before it stays as it was', async () => {
  const publish = () => publishContent(ground(), content.folder)
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

test('what the desk published stays: the same folder says nothing, a new one is left out with the remedy', async () => {
  await relock()
  // A demonstration: its claims may be open although the law asks for more.
  expect(await told()).toEqual(['app opens-in-demonstration'])
  await fromDesk('app', 'en/page/harm.md', '# Harm\n\nFrom the desk.\n')
  expect(await told()).toEqual([])
  await writeFiles(content.folder, { 'claims/app/en/page/harm.md': '# Harm\n\nFrom the folder.\n' })
  expect(await told()).toEqual(['app desk-is-newer'])
  expect((await publishContent(ground(), content.folder))[0]?.message).toContain('import-content --replace')
  expect(await versions()).toEqual(['app 1', 'app 2', 'organisation 1'])

  expect(await told({ replace: true })).toEqual([])
  expect(await versions()).toEqual(['app 1', 'app 2', 'app 3', 'organisation 1'])
  const origins = await database.db.selectFrom('content_version').select(['origin', 'published_by'])
    .where('slug', '=', 'app').orderBy('version').execute()
  expect(origins).toEqual([
    { origin: 'folder', published_by: null },
    { origin: 'desk', published_by: desk },
    { origin: 'import', published_by: null },
  ])
  await writeFiles(content.folder, { 'claims/app/en/page/harm.md': '# Harm\n\nFrom the folder again.\n' })
  expect(await told()).toEqual([])
  expect(await versions()).toContain('app 4')
})

test('a folder that goes back to what it was is left out', async () => {
  await relock()
  await told()
  await writeFiles(content.folder, { 'claims/app/en/page/harm.md': '# Harm\n\nOther words.\n' })
  await told()
  await writeFiles(content.folder, { 'claims/app/en/page/harm.md': smallClaim()['en/page/harm.md']! })
  expect(await told()).toEqual(['app older-than-published'])
  expect(await versions()).toEqual(['app 1', 'app 2', 'organisation 1'])
})

test('no folder opens a claim of a real foundation before WEB-01 to WEB-09 are complete; one that is open stays open', async () => {
  const real = smallOrganisation()['organisation.yaml']!.replace('demonstration: true', 'demonstration: false')
  await writeFiles(content.folder, { 'organisation/organisation.yaml': real })
  await relock()
  expect(await told()).toEqual(['app opens-incomplete'])
  expect(await versions()).toEqual(['organisation 1'])
  expect(await told({ replace: true })).toEqual(['app opens-incomplete'])

  const pending = withPhase([{ path: 'claim.yaml', raw: smallClaim()['claim.yaml']! }], 'pre_registration')[0]!.raw
  await writeFiles(content.folder, { 'claims/app/claim.yaml': pending })
  expect(await told()).toEqual([])
  await writeFiles(content.folder, { 'claims/app/claim.yaml': pending.replace('pre_registration', 'merits') })
  expect(await told()).toEqual(['app opens-incomplete'])
  expect(await versions()).toEqual(['app 1', 'organisation 1'])
})
