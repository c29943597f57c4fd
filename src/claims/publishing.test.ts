import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Ctx } from '#platform/ctx.ts'
import { listen } from '#platform/db/listen.ts'
import { newVaultKeys, openVault, readVaultKeys } from '#platform/vault.ts'
import { contentFolder, smallClaim, smallOrganisation, writeFiles, type Files } from '../../test/small-bundles.ts'
import { testDb, type TestDb } from '../../test/database.ts'
import { exportBundle } from './export-bundle.ts'
import { importBundle } from './import-bundle.ts'
import { findAgreementByHash, getAgreement, getContent, getOrganisation, listAgreements, listClaims } from './queries.ts'
import { readBundle, sha256 } from './read-bundle.ts'

const vault = openVault(readVaultKeys(newVaultKeys(), 'keys of this test'))
const jobs = { queue: () => Promise.reject(new Error('publishing queues nothing')) }
let database: TestDb
let content: { folder: string; remove(): Promise<void> }

beforeEach(async () => {
  database = await testDb()
  content = await contentFolder({ app: smallClaim() })
})
afterEach(async () => {
  await database.close()
  await content.remove()
})

async function publish(folder: string, change: Files = {}, now = new Date('2020-07-27T08:00:00Z')) {
  await writeFiles(join(content.folder, folder), change)
  const { bundle } = await readBundle(join(content.folder, folder))
  if (!bundle) throw new Error('the bundle cannot be read')
  return database.db.transaction().execute((db) => importBundle({ db, now, actor: 'operator', vault, jobs } satisfies Ctx, bundle))
}
async function publishBoth() {
  expect(await publish('organisation')).toEqual({ ok: true, value: { version: 1, published: true } })
  expect(await publish('claims/app')).toEqual({ ok: true, value: { version: 1, published: true } })
}
const changed = (path: string, from: string, to: string, files = smallClaim()): Files => {
  const before = files[path] ?? ''
  if (!before.includes(from)) throw new Error(`${path} has no ${from}`)
  return { [path]: before.replace(from, to) }
}

describe('publishing', () => {
  it('is refused for a claim before its foundation', async () => {
    expect(await publish('claims/app')).toEqual({ ok: false, because: 'organisation-missing' })
    expect(await listClaims(database.db)).toEqual([])
  })

  it('of the same bundle changes nothing; of another makes the next version', async () => {
    await publishBoth()
    expect(await publish('claims/app')).toEqual({ ok: true, value: { version: 1, published: false } })
    const later = new Date('2020-09-09T08:00:00Z')
    expect(await publish('claims/app', { 'en/page/harm.md': '# Harm\n\nNew words.\n' }, later)).toEqual({
      ok: true,
      value: { version: 2, published: true },
    })
    const claim = await getContent(database.db, 'app', 'en')
    expect([claim.version, claim.publishedAt, claim.text('page/harm')?.markdown]).toEqual([2, later, 'New words.'])
    const journal = await database.db.selectFrom('journal_entry').select(['event', 'actor']).execute()
    expect(journal).toEqual(Array.from({ length: 3 }, () => ({ event: 'claims.published', actor: 'operator' })))
  })

  it('two times at once makes one version', async () => {
    await publish('organisation')
    const results = await Promise.all([publish('claims/app'), publish('claims/app')])
    expect(results.map((result) => result.ok && result.value.published).toSorted()).toEqual([false, true])
  })

  it('tells every node, and only when it is committed', async () => {
    const heard: (string | undefined)[] = []
    const listening = await listen(database.url, 'content', (slug) => heard.push(slug))
    await publish('claims/app')
    await publishBoth()
    await expect.poll(() => heard).toEqual(expect.arrayContaining(['organisation', 'app']))
    expect(heard.filter(Boolean)).toEqual(['organisation', 'app'])
    await listening.close()
  })

  it('is refused when a quote has no fact', async () => {
    await publishBoth()
    expect(await publish('claims/app', { 'en/page/harm.md': '# Harm\n\n{{nothing}}\n' })).toEqual({ ok: false, because: 'unknown-fact' })
  })

  it('keeps a published agreement: other words need a new version (SG-06)', async () => {
    await publishBoth()
    expect(await publish('claims/app', changed('en/agreements/mandate.md', '1.1', '1.2'))).toEqual({
      ok: false,
      because: 'agreement-changed',
    })
    expect(await publish('claims/app', changed('en/agreements/mandate.md', 'We may', 'We can'))).toEqual({
      ok: false,
      because: 'agreement-changed',
    })
    const renamed = { ...smallClaim(), ...changed('en/agreements/mandate.md', 'version: 2020-07-27', 'version: 2020-08-01') }
    expect(await publish('claims/app', renamed)).toEqual({ ok: false, because: 'agreement-repeated' })
    const renewed = changed('en/agreements/mandate.md', '**1.1**', '**1.1** Again:', renamed)
    expect(await publish('claims/app', renewed)).toEqual({ ok: true, value: { version: 2, published: true } })
    const old = await getAgreement(database.db, 'app', 'mandate', '2020-07-27', 'en')
    expect(old.body).toBe('## 1. Scope\n\n**1.1** Stichting SOMI acts against App Limited.')
    expect((await getAgreement(database.db, 'app', 'mandate', '2020-08-01', 'en')).body).toContain('Again')
  })

  it('keeps a published agreement when a fact in it changes', async () => {
    await publishBoth()
    expect(await publish('claims/app', changed('claim.yaml', 'name: App Limited', 'name: App Ireland Limited'))).toEqual({
      ok: false,
      because: 'agreement-changed',
    })
  })

  it('cannot be undone: the database refuses to change published words', async () => {
    await publishBoth()
    await expect(database.db.updateTable('agreement_text').set({ body: 'x' }).execute()).rejects.toThrow(/permission denied|append-only/)
    await expect(sql`delete from content_text`.execute(database.db)).rejects.toThrow(/permission denied|append-only/)
  })
})

describe('exporting', () => {
  it('writes the same bundle byte for byte', async () => {
    const odd: Files = { 'en/page/harm.md': '#  Harm \r\n\r\n\r\nWords \t\n\n', 'agreements.lock.json': '{ }' }
    await publish('organisation')
    await publish('claims/app', odd)
    for (const [slug, folder] of [
      ['app', 'claims/app'],
      ['organisation', 'organisation'],
    ] as const) {
      const to = join(content.folder, 'exported', slug)
      const written = await exportBundle(database.db, slug, to)
      const entries = await readdir(join(content.folder, folder), { recursive: true, withFileTypes: true })
      expect(written).toHaveLength(entries.filter((entry) => entry.isFile()).length)
      for (const path of written) expect(await readFile(join(to, path)), path).toEqual(await readFile(join(content.folder, folder, path)))
      expect((await readBundle(to)).bundle?.sha256).toBe((await readBundle(join(content.folder, folder))).bundle?.sha256)
    }
  })

  it('can write an older version', async () => {
    await publishBoth()
    await publish('claims/app', { 'en/page/harm.md': '# Harm\n\nNew words.\n' })
    const to = join(content.folder, 'exported')
    await exportBundle(database.db, 'app', to, 1)
    expect(await readFile(join(to, 'en/page/harm.md'), 'utf8')).toBe(smallClaim()['en/page/harm.md'])
    await expect(exportBundle(database.db, 'app', to, 9)).rejects.toThrow('app version 9 is not published')
  })
})

describe('reading', () => {
  it('gives texts with their facts written out, without the title line', async () => {
    await publishBoth()
    const en = await getContent(database.db, 'app', 'en')
    const nl = await getContent(database.db, 'app', 'nl')
    expect(en.text('page/headline')).toEqual({
      name: 'page/headline',
      title: 'Did you use App?',
      markdown: 'You may be entitled to up to €500.[^paper]',
    })
    expect(nl.text('page/money')?.markdown).toBe('Je betaalt eenmalig €\u00a017,50.\nOpen sinds maandag 27 juli 2020.')
    expect(en.text('page/nothing')).toBeUndefined()
    expect(en.facts.signUpsUntil).toBe('investigating')
  })

  it('gives the questions in the order of the facts', async () => {
    await publishBoth()
    const claim = await getContent(database.db, 'app', 'en')
    expect(claim.texts('faq/').map(({ name }) => name)).toEqual(['faq/second', 'faq/first'])
  })

  it('follows the foundation when its name changes', async () => {
    await publishBoth()
    await publish('claims/app', { 'en/page/about.md': '# {{organisation}}\n' })
    expect((await getContent(database.db, 'app', 'en')).text('page/about')?.title).toBe('SOMI')
    await publish('organisation', changed('organisation.yaml', 'name: SOMI\n', 'name: Somi\n', smallOrganisation()))
    expect((await getContent(database.db, 'app', 'en')).text('page/about')?.title).toBe('Somi')
    expect((await getOrganisation(database.db, 'nl')).facts.name).toBe('Somi')
  })

  it('throws for a claim that is not published', async () => {
    await publish('organisation')
    await expect(getContent(database.db, 'app', 'en')).rejects.toThrow('no claim app is published')
    await expect(getContent(database.db, 'organisation', 'en')).rejects.toThrow('no claim organisation is published')
  })

  it('lists the agreements of a signing session in its order, with the hash of exactly their words', async () => {
    await publishBoth()
    const session = await listAgreements(database.db, 'app', 'nl')
    expect(session.map(({ kind, of, act, version, title }) => [kind, of, act, version, title])).toEqual([
      ['general-terms', 'organisation', 'agree', '2020-07-01', 'Algemene voorwaarden'],
      ['mandate', 'claim', 'sign', '2020-07-27', 'Opdracht'],
    ])
    for (const { title, body, sha256: hash } of session) expect(hash).toBe(sha256(`# ${title}\n\n${body}\n`))
    const mandate = session[1]
    expect(await findAgreementByHash(database.db, mandate?.sha256 ?? '')).toMatchObject({ slug: 'app', kind: 'mandate', language: 'nl' })
    expect(await findAgreementByHash(database.db, 'none')).toBeUndefined()
  })
})
