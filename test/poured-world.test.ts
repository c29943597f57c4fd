import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookFor } from '#duplicates/look.ts'
import { countOpenPairs, listOpenPairs } from '#duplicates/pairs.ts'
import { newVaultKeys } from '#platform/vault.ts'
import { lookForSigns } from '#signals/look.ts'
import { listQueue, listSignals } from '#signals/queries.ts'
import { testSite, type TestSite } from './builders.ts'
import { deskVisitor } from './desk.ts'
import { pourParticipants } from './worlds/pour.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'joinder-poured-'))
const now = new Date('2026-11-23T10:00:00Z')
let site: TestSite
beforeAll(async () => {
  const [keys, keyFile] = [newVaultKeys(), path.join(folder, 'keys')]
  writeFileSync(keyFile, keys)
  site = await testSite({ keys, at: now.toISOString() })
  await pourParticipants({ url: site.database.ownerUrl, keyFile, now }, 2000, () => undefined)
}, 120_000)
afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Everything that is kept to compare people with one another. */
async function compared() {
  const [terms, pairs, signs] = await Promise.all([
    sql`select person_id, kind, encode(term, 'hex') as term from match_term order by 1, 2, 3`.execute(site.db),
    sql`select person_id, other_id, weight, reasons, open from duplicate_pair order by 1, 2`.execute(site.db),
    sql`select person_id, code, weight, figures from signal order by 1, 2`.execute(site.db),
  ])
  return { terms: terms.rows, pairs: pairs.rows, signs: signs.rows }
}

test('a poured world holds pairs of every kind and signs of abuse, found by the program itself (AD-03, AD-05)', async () => {
  const pairs = await listOpenPairs(site)
  const reasons = new Set(pairs.flatMap((pair) => pair.reasons))
  const planted = ['account', 'name-birth', 'alike-birth', 'name-nearly-birth', 'same-mailbox', 'address']
  expect([...reasons]).toEqual(expect.arrayContaining(planted))
  const queued = await listQueue(site, { of: 'open' })
  const codes = new Set((await listSignals(site, queued.map(({ personId }) => personId))).map(({ code }) => code))
  expect([...codes].sort()).toEqual(['alias-addresses', 'burst', 'fast-signing', 'impossible-age', 'numbered-addresses', 'shared-iban'])
  // Who stands in no case waits for nobody: the queues are a small part of the people.
  expect(await countOpenPairs(site)).toBeLessThan(20)
  expect(queued.length).toBeLessThan(50)
})

test('terms, pairs and signs of a poured world are those that the followers would write', async () => {
  const before = await compared()
  const { rows } = await sql<{ person_id: string }>`select person_id from signal union select person_id from duplicate_pair
    union select other_id from duplicate_pair union (select person_id from participant order by person_id limit 250)`.execute(site.db)
  const ids = rows.map((row) => row.person_id)
  await site.db.transaction().execute((db) => lookFor({ ...site.ctx(), db }, ids))
  await site.db.transaction().execute((db) => lookForSigns({ ...site.ctx(), db }, ids))
  const after = await compared()
  expect(after.terms).toEqual(before.terms)
  expect(after.signs).toEqual(before.signs)
  // By chance two of the names and days of birth that were thrown may agree; nobody placed them.
  expect(after.pairs).toEqual(expect.arrayContaining(before.pairs))
  expect(after.pairs.length - before.pairs.length).toBeLessThan(5)
}, 120_000)

test('the desk shows both queues of a poured world, with people by name', async () => {
  const handler = await deskVisitor(site, ['case-handler'])
  for (const queue of ['duplicates', 'signals']) {
    const text = await (await handler.get(`/en/desk/${queue}`)).text()
    expect(text.match(new RegExp(`/en/desk/${queue}/[0-9a-f-]{36}`, 'g'))?.length, queue).toBeGreaterThan(3)
  }
})
