import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newVaultKeys, openVault, readVaultKeys } from '#platform/vault.ts'
import { testDb, type TestDb } from '../../test/database.ts'
import { languages } from './bundle.ts'
import { checkContent, type Checked } from './check.ts'
import { exportBundle } from './export-bundle.ts'
import { importBundle } from './import-bundle.ts'
import { getContent, getOrganisation, listAgreements, listClaims } from './queries.ts'

const vault = openVault(readVaultKeys(newVaultKeys(), 'keys of this test'))
const jobs = { queue: () => Promise.reject(new Error('publishing queues nothing')) }
let database: TestDb
let shipped: Checked
let exported: string

beforeAll(async () => {
  database = await testDb()
  shipped = await checkContent('content')
  exported = await mkdtemp(join(tmpdir(), 'joinder-exported-'))
})
afterAll(async () => {
  await database.close()
  await rm(exported, { recursive: true })
})

describe('the content Joinder comes with', () => {
  it('can be published as it is', async () => {
    for (const bundle of shipped.bundles) {
      const ctx = { now: new Date('2026-11-22T09:00:00Z'), actor: 'operator' as const, vault, jobs }
      const published = await database.db.transaction().execute((db) => importBundle({ ...ctx, db }, bundle))
      expect(published, bundle.folder).toEqual({ ok: true, value: { version: 1, published: true } })
    }
    expect((await listClaims(database.db)).map(({ slug }) => slug)).toEqual(shipped.organisation?.facts.claims)
  })

  it('comes out again byte for byte', async () => {
    for (const { folder, facts, files } of shipped.bundles) {
      const paths = await exportBundle(database.db, facts.slug, join(exported, facts.slug))
      expect(paths).toEqual(files.map(({ path }) => path))
      for (const path of paths) expect(await readFile(join(exported, facts.slug, path)), path).toEqual(await readFile(join(folder, path)))
    }
  })

  it('reads in every language without a brace left over, and has all agreements to sign', async () => {
    for (const language of languages) {
      const contents = [await getOrganisation(database.db, language)]
      const claims = await Promise.all((await listClaims(database.db)).map(({ slug }) => getContent(database.db, slug, language)))
      for (const { slug, texts } of [...contents, ...claims]) {
        for (const { name, title, markdown } of texts('')) {
          expect(title + markdown, `${slug}/${language}/${name}`).not.toMatch(/\{\{|\}\}/)
        }
      }
      for (const { slug, facts } of claims) {
        const session = await listAgreements(database.db, slug, language)
        expect(session.map(({ kind }) => kind)).toEqual(facts.agreements.map(({ kind }) => kind))
      }
    }
  })
})
