import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { join, testSite, visitor, type TestSite, type Visitor } from '../../test/builders.ts'
import { unzipped } from '../../test/unzipped.ts'
import { inAccount } from '../../test/account-builders.ts'
import { child, joinFamily, personAt } from '../../test/families.ts'
import { workOn, written } from '../../test/security/desk-life.ts'
import { storeFile } from '#platform/files/stored.ts'
import { archiveTables, notInArchive } from './archive-tables.ts'
import { findInMailbox, listMailbox } from '#platform/mail/mailbox.ts'
import { build } from './build-archive.ts'

let site: TestSite
let parent: string
let small: string
let teen: string
const email = 'ouder@voorbeeld.example'
beforeAll(async () => {
  site = await testSite()
  const family = await joinFamily(site, visitor(site),
    { email, children: [child('Kleine Voorbeeld', '2015-05-05'), child('Zestien Voorbeeld', '2010-05-05')],
    answers: { legalName: 'Ouder Voorbeeld' } })
  parent = family.parent
  ;[, small, teen] = family.joined as [string, string, string]
})
afterAll(() => site.close())

const base = '/en/account/my-data'
const archives = async (personId: string) => site.db.selectFrom('archive').selectAll().where('person_id', '=', personId)
  .orderBy('asked_at', 'desc').execute()
const built = async (personId: string) => {
  const newest = (await archives(personId)).find(({ built_at: at }) => !at)
  await build(site, { personId, archiveId: newest!.id })
  return newest!.id
}

test('every table with a person in it is in the archive or has a reason why not (SE-05)', async () => {
  const { rows } = await sql<{ name: string }>`
    select distinct table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'person_id'`.execute(site.db)
  expect(rows.map(({ name }) => name).sort()).toEqual([...Object.keys(archiveTables), ...Object.keys(notInArchive)].sort())
})

test('columns that stay out exist', async () => {
  for (const [table, { without = {}, actors = [] }] of Object.entries(archiveTables)) {
    const { rows } = await sql<{ name: string }>`
      select column_name as name from information_schema.columns where table_name = ${table}`.execute(site.db)
    const names = rows.map(({ name }) => name)
    expect([...Object.keys(without), ...actors].filter((column) => !names.includes(column))).toEqual([])
  }
})

describe('the archive', () => {
  test('holds what is known, readable by another program, says when it is ready, and is asked for once at a time', async () => {
    const who = await inAccount(site, email)
    await storeFile(site, parent, { kind: 'mandate', mediaType: 'application/pdf', bytes: Buffer.from('%PDF sealed') })
    expect(await (await who.get(base)).text()).toContain('Make an archive')
    expect((await who.post(`${base}/${parent}/archive`)).headers.get('location')).toBe(base)
    expect(await (await who.get(base)).text()).toContain('page-refresh')
    expect((await who.post(`${base}/${parent}/archive`)).status).toBe(422)
    const id = await built(parent)
    expect((await archives(parent))[0]).toMatchObject({ parts: expect.any(Number) as number, asked_by: parent })
    const [row] = await archives(parent)
    expect(row!.parts_done).toBe(row!.parts)
    const page = await (await who.get(base)).text()
    expect([page.includes('Download the archive'), page.includes('page-refresh')]).toEqual([true, false])
    const answer = await who.get(`${base}/${parent}/archives/${id}`)
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')])
      .toEqual([200, 'application/zip', 'private, no-store'])
    const files = unzipped(new Uint8Array(await answer.arrayBuffer()))
    const names = Object.keys(files)
    expect(names).toEqual(expect.arrayContaining(['readme.txt', 'data.json']))
    for (const folder of ['files/', 'evidence/', 'mails/']) expect(names.some((name) => name.startsWith(folder))).toBe(true)
    const told = JSON.parse(files['data.json']!) as Record<string, Record<string, unknown>[]>
    expect(told['person']![0])
      .toMatchObject({ legalName: 'Ouder Voorbeeld', email, birthDate: '1994-03-27', address: { city: 'Voorbeeldstad' } })
    expect(told['participations']![0]).toMatchObject({ claim: 'tiktok', usage: { accounts: { username: 'voorbeeld' } } })
    expect(told['journal']!.length).toBeGreaterThan(3)
    expect(told['represents']).toHaveLength(2)
    expect(files['data.json']).not.toMatch(/tokenHash|emailIndex|"mac"|wrapped/)
    expect(files['data.json']).not.toContain('Kleine Voorbeeld')
    const mail = (await listMailbox(site, 500)).find(({ to, kind }) => to === email && kind === 'archive-ready')
    expect((await findInMailbox(site, mail!.id))?.attachments).toEqual([])
  })

  test('of every sealed column that has a value here is readable text: no sealed bytes are left', async () => {
    const [row] = await archives(parent)
    expect(row).toBeDefined()
    const files = unzipped(await (await (await inAccount(site, email)).get(`${base}/${parent}/archives/${row!.id}`)).bytes())
    // A sealed value begins with its version byte 01 and is never short.
    expect(files['data.json']).not.toMatch(/"01[0-9a-f]{60,}"/)
  })

  test('holds what the desk noted, decided and asked, in its words, and who of the desk did not (15; C-434/16)', async () => {
    await join(site, visitor(site), { email: 'dossier@voorbeeld.example' })
    const person = await personAt(site, 'dossier@voorbeeld.example')
    const who = await inAccount(site, 'dossier@voorbeeld.example')
    await workOn(site, person, who)
    await who.post(`${base}/${person}/archive`)
    const id = await built(person)
    const told = unzipped(await (await who.get(`${base}/${person}/archives/${id}`)).bytes())['data.json']!
    for (const words of Object.values(written)) expect(told).toContain(words)
    for (const words of ['"decisions"', '"deficiencyNotices"', '"openingsOfTheRecord"', 'somebody of the foundation'])
      expect(told).toContain(words)
    const { person_id: organiser } = await site.db.selectFrom('organiser').select('person_id').executeTakeFirstOrThrow()
    expect([told.includes('Zeggekorfslak'), told.includes(organiser)]).toEqual([false, false])
  })

  test('may not be asked for too often', async () => {
    const who = await inAccount(site, email)
    expect((await who.post(`${base}/${parent}/archive`)).status).toBe(303)
    await built(parent)
    const third = await who.post(`${base}/${parent}/archive`)
    expect([third.status, (await third.text()).includes('You can ask again from')]).toEqual([429, true])
  })

  test('built twice stays one, and building for an erased person does nothing', async () => {
    const before = await archives(parent)
    for (const { id } of before) await build(site, { personId: parent, archiveId: id })
    expect(await archives(parent)).toEqual(before)
  })
})

describe('who is kept out', () => {
  let smallArchive: string
  let mine: Visitor
  beforeAll(async () => {
    mine = await inAccount(site, email)
    await mine.post(`${base}/${small}/archive`)
    smallArchive = await built(small)
  })

  test('a parent gets the archive of a child under 16, mailed to the parent, and none of a child of 16 (GD-07, SE-08)', async () => {
    expect((await mine.get(`${base}/${small}/archives/${smallArchive}`)).status).toBe(200)
    expect((await site.db.selectFrom('archive').select('asked_by').where('person_id', '=', small).executeTakeFirstOrThrow()).asked_by)
      .toBe(parent)
    const page = await (await mine.get(base)).text()
    expect([page.includes('Kleine Voorbeeld'), page.includes('Zestien Voorbeeld')]).toEqual([true, false])
    for (const way of ['archive', 'erase', 'erase/confirm']) expect((await mine.get(`${base}/${teen}/${way}`)).status).toBe(404)
    expect((await mine.post(`${base}/${teen}/archive`)).status).toBe(404)
    expect((await mine.post(`${base}/${teen}/erase/confirm`, { sure: 'yes' })).status).toBe(404)
    expect(await archives(teen)).toEqual([])
  })

  test('another family, and nobody', async () => {
    await join(site, visitor(site), { email: 'buren@voorbeeld.example', answers: { legalName: 'Buur Voorbeeld' } })
    const neighbour = await inAccount(site, 'buren@voorbeeld.example')
    for (const way of [`archives/${smallArchive}`, 'archive', 'erase', 'erase/confirm']) {
      expect((await neighbour.get(`${base}/${small}/${way}`)).status).toBe(404)
      expect((await visitor(site).get(`${base}/${small}/${way}`)).status).toBe(403)
    }
    expect((await neighbour.get(`${base}/${parent}/archives/${smallArchive}`)).status).toBe(404)
    expect((await mine.get(`${base}/${parent}/archives/${smallArchive}`)).status).toBe(404)
    expect(await (await neighbour.get(base)).text()).not.toContain('Kleine')
  })

  test('the page of documents gives no archive', async () => {
    const [row] = await archives(small)
    expect((await mine.get(`/en/account/documents/${small}/${row!.file_id}`)).status).toBe(404)
  })

  test('whose proof is older than a quarter of an hour', async () => {
    site.clock.moveTo('2026-11-23T10:20:00Z')
    const answer = await mine.get(`${base}/${small}/archives/${smallArchive}`)
    expect([answer.status, answer.headers.get('location')?.includes('/account/confirm')]).toEqual([303, true])
  })

  test('a former guardian, and who asked for it before the child turned 16', async () => {
    await site.db.insertInto('representation_end')
      .values({ person_id: small, representative_id: parent, reason: 'court-order', ended_at: site.clock.now() }).execute()
    const former = await inAccount(site, email)
    for (const way of [`archives/${smallArchive}`, 'archive', 'erase']) expect((await former.get(`${base}/${small}/${way}`)).status)
      .toBe(404)
  })

  test('everybody after seven days', async () => {
    site.clock.moveTo('2026-12-01T10:00:00Z')
    const [row] = await archives(parent)
    expect((await (await inAccount(site, email)).get(`${base}/${parent}/archives/${row!.id}`)).status).toBe(404)
  })
})
