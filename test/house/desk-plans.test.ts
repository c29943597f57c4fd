import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { chainJournal } from '#journal/chain.ts'
import { verifyJournal } from '#journal/verify.ts'
import { roles } from '#organisers/roles.ts'
import { newVaultKeys } from '#platform/vault.ts'
import { followJournal } from '#search/jobs.ts'
import { relist } from '#search/relist.ts'
import { countSegment, sampleSegment, walkSegment } from '#search/segments.ts'
import { deskVisitor, type DeskVisitor } from '../desk.ts'
import { testSite, type TestSite } from '../builders.ts'
import { pourParticipants } from '../worlds/pour.ts'
import { pouredTables } from '../worlds/poured.ts'
import { askedOf, scansOf } from './explained.ts'

const people = 20_000
const folder = mkdtempSync(path.join(tmpdir(), 'joinder-desk-plans-'))
const now = new Date('2026-11-23T10:00:00Z')
let site: TestSite
let owner: pg.Client
let who: DeskVisitor
beforeAll(async () => {
  const [keys, keyFile] = [newVaultKeys(), path.join(folder, 'keys')]
  writeFileSync(keyFile, keys)
  site = await testSite({ keys, at: now.toISOString() })
  await pourParticipants({ url: site.database.ownerUrl, keyFile, now }, people, () => undefined)
  owner = new pg.Client({ connectionString: site.database.ownerUrl })
  await owner.connect()
  who = await deskVisitor(site, roles)
}, 180_000)
afterAll(async () => {
  await owner.end()
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Somebody of the world, and what the desk may type to find them. */
async function somebody() {
  const { person_id: personId, reference } = await site.db.selectFrom('participation').select(['person_id', 'reference'])
    .orderBy('reference').limit(1).executeTakeFirstOrThrow()
  const { legal_name, address } = await site.db.selectFrom('participant').select(['legal_name', 'address'])
    .where('person_id', '=', personId).executeTakeFirstOrThrow()
  const safe = await site.vault.open(site.db, personId)
  const { postcode } = JSON.parse(safe.text('participant.address', address)) as { postcode: string }
  return { personId, reference, name: safe.text('participant.legal_name', legal_name), postcode }
}

test('among twenty thousand people no page of the desk that shows people reads a large table from end to end', async () => {
  const one = await somebody()
  const query = vi.spyOn(pg.Client.prototype, 'query')
  const pages = [
    '/people', '/people?claim=tiktok', '/people?claim=zoom&state=suspended&country=BE&fee=fixed',
    '/people?age=13-15&sealed=no', '/people?living=left&from=2026-10-01&to=2026-10-31', '/people/segments',
    `/people/${one.personId}`, '',
  ]
  const shown: Record<string, number> = {}
  for (const page of pages) {
    const answer = await who.get(`/en/desk${page}`)
    shown[page] = [...(await answer.text()).matchAll(/\/desk\/people\/[0-9a-f-]{36}/g)].length
    expect(answer.status, page).not.toBe(500)
  }
  expect(shown['/people']).toBe(50)
  for (const text of [one.name, one.name.slice(0, 3), one.reference, one.postcode, 'deelnemer.1v@voorbeeld.example', '0612345678']) {
    const answer = await who.get((await who.post('/en/desk/people', { text })).headers.get('location')!)
    expect(answer.status).toBe(200)
  }
  const list = await (await who.get('/en/desk/people?claim=tiktok')).text()
  const older = /rel="next" href="([^"]+)"/.exec(list)![1]!.replaceAll('&amp;', '&')
  const newer = /rel="prev" href="([^"]+)"/.exec(await (await who.get(older)).text())![1]!.replaceAll('&amp;', '&')
  expect((await who.get(newer)).status).toBe(200)
  await sampleSegment(site.ctx(), { claim: 'tiktok', country: 'BE' }, 5)
  await walkSegment(site.ctx(), { claim: 'tiktok', living: 'living' }, undefined, 100)
  await relist(site.ctx(), [one.personId])
  const asked = askedOf(query.mock.calls)
  query.mockRestore()
  expect(asked.size).toBeGreaterThan(20)
  const small = ['participant_flag', 'suspension', 'participation_end', 'bank_account']
  const scans = await scansOf(owner, asked, new Set(pouredTables.filter((table) => !small.includes(table))))
  expect(scans.map(({ text, tables }) => `${tables.join()}: ${text}`)).toEqual([])
}, 120_000)

test('a poured world is what the program itself would have made: the list, the tallies, the chain of the journal', async () => {
  const ctx = site.ctx()
  const some = await site.db.selectFrom('participant').select('person_id').orderBy('person_id').limit(300).execute()
  const ids = some.map((row) => row.person_id)
  const terms = async () => (await sql`
    select person_id, place::text, (select array_agg(t order by t) from unnest(terms) t)::text as terms from search_person
    where person_id = any(${ids}::uuid[]) order by 1`.execute(site.db)).rows
  const before = await terms()
  await site.db.transaction().execute((db) => relist({ ...ctx, db }, ids))
  expect(await terms()).toEqual(before)
  const { rows: [count] } = await sql<{ joined: number; aged: number }>`select sum(n) filter (where what = 'joined')::int as joined,
    sum(n) filter (where what = 'age')::int as aged from tally where day > '-infinity'`.execute(site.db)
  expect(count).toEqual({ joined: people, aged: people })
  await chainJournal(ctx)
  expect(await verifyJournal(site)).toMatchObject({ ok: true, unchained: 0 })
  expect(await followJournal(site)).toBeLessThan(100)
}, 120_000)

test('a segment is walked whole, each once, and counted exactly; a sample is spread over the time of joining (AD-03)', async () => {
  const filter = { claim: 'tiktok', living: 'living', country: 'NL' }
  const seen: string[] = []
  for (let after: string | undefined, calls = 0; ; calls += 1) {
    const { personIds, after: next } = await walkSegment(site.ctx(), filter, after, 3000)
    seen.push(...personIds)
    if (!next) break
    expect(calls).toBeLessThan(50)
    after = next
  }
  expect([new Set(seen).size, await countSegment(site.ctx(), filter)]).toEqual([seen.length, seen.length])
  expect(seen.length).toBeGreaterThan(people / 2)
  const sample = await sampleSegment(site.ctx(), filter, 8)
  const places = sample.map((id) => seen.indexOf(id))
  expect(new Set(sample).size).toBe(8)
  expect(places.every((place) => place >= 0)).toBe(true)
  expect(Math.max(...places)).toBeGreaterThan(seen.length / 2)
  expect([await countSegment(site.ctx(), {}), await countSegment(site.ctx(), { from: '2030-01-01' })]).toEqual([people, 0])
}, 120_000)
