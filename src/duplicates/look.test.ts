import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetAllBut } from '#erasure/forget-all.ts'
import { correct } from '#participants/correct.ts'
import { testSite, type TestSite } from '../../test/builders.ts'
import { judgeDifferent } from './judge.ts'
import { followForDuplicates } from './jobs.ts'
import { lookFor, ordered, shareAtMost } from './look.ts'
import { listOpenPairs, listPairsOf } from './pairs.ts'
import { personOf, twoOrganisers } from './people.fixture.ts'

let site: TestSite
beforeAll(async () => { site = await testSite() })
beforeEach(() => followForDuplicates(site))
afterAll(() => site.close())

const reasonsOf = async (personId: string) => (await listPairsOf(site, personId)).map(({ reasons }) => reasons)
const anna = { name: 'Anna de Vries', born: '1990-04-03' }

describe('the follower of the journal finds pairs by index (AD-03)', () => {
  test('who joined, with who joined before; once, however often it looks', async () => {
    const one = await personOf(site, anna)
    const other = await personOf(site, { name: 'DE VRIÉS, Anna', born: anna.born })
    await followForDuplicates(site)
    expect(await reasonsOf(other)).toEqual([['name-birth']])
    await lookFor(site.ctx(), [one, other])
    await lookFor(site.ctx(), [other])
    expect((await listPairsOf(site, one)).length).toBe(1)
    expect(await followForDuplicates(site)).toBe(0)
  })

  test('a correction that makes two people two takes their pair away, and one that makes them alike brings it', async () => {
    const [one, other] = [
      await personOf(site, { name: 'Bo Jansen', born: '1971-01-01' }),
      await personOf(site, { name: 'Bo Jansen', born: '1971-01-01' }),
    ]
    await followForDuplicates(site)
    expect(await reasonsOf(one)).toEqual([['name-birth']])
    const address = { street: 'Nieuw 1', postcode: '9000 ZZ', city: 'Elders', country: 'NL' }
    await correct(site.ctx(), other, { legalName: 'Jo Bakker', birthDate: '1972-02-02', address })
    await followForDuplicates(site)
    expect(await reasonsOf(one)).toEqual([])
    await correct(site.ctx(), other, { legalName: 'Bo Janssen', birthDate: '1971-01-01', address })
    await followForDuplicates(site)
    expect(await reasonsOf(one)).toEqual([])
  })

  test('a family that shares mailbox, address and bank account is no pair; nor are twins', async () => {
    const home = { street: 'Gezinsweg 5', postcode: '5555 GG', email: 'gezin@voorbeeld.example', iban: 'NL91ABNA0417164300' }
    const ids = [
      await personOf(site, { ...home, name: 'Kees Groot', born: '1980-05-05' }),
      await personOf(site, { ...home, name: 'Els Groot', born: '1982-06-06' }),
      await personOf(site, { ...home, name: 'Fenna Groot', born: '2012-07-07' }),
      await personOf(site, { ...home, name: 'Geert Groot', born: '2012-07-07' }),
    ]
    await followForDuplicates(site)
    for (const id of ids) expect(await reasonsOf(id)).toEqual([])
  })

  test('one account of the company claimed by two is a pair by itself', async () => {
    const [one] = [await personOf(site, { account: '@Zelfde_Account' }), await personOf(site, { account: 'zelfde_account' })]
    await followForDuplicates(site)
    expect(await reasonsOf(one!)).toEqual([['account']])
  })

  test('a bank account of hundreds makes no pair, and stands once as shared by many', async () => {
    const crowd: string[] = []
    for (let n = 0; n < shareAtMost + 5; n += 1)
      crowd.push(await personOf(site, { iban: 'NL02ABNA0123456789', name: `Anna Menigte`, born: `19${50 + n}-01-01` }))
    const before = (await site.db.selectFrom('duplicate_pair').select('weight').execute()).length
    await followForDuplicates(site)
    expect((await site.db.selectFrom('duplicate_pair').select('weight').execute()).length - before).toBe(0)
    expect(await site.db.selectFrom('shared_term').select('kind').execute()).toEqual([{ kind: 'iban' }])
  })
})

describe('what was decided is not asked again (AD-03)', () => {
  test('not for the same reasons, and again for a new one', async () => {
    const { one: byOne } = await twoOrganisers(site)
    const [one, other] = [
      await personOf(site, { name: 'Cor Smit', born: '1961-01-01' }),
      await personOf(site, { name: 'Cor Smit', born: '1961-01-01' }),
    ]
    await followForDuplicates(site)
    const two = ordered(one, other)
    expect(await byOne((ctx) => judgeDifferent(ctx, two, 'namesakes'))).toEqual({ ok: true, value: undefined })
    expect(await byOne((ctx) => judgeDifferent(ctx, two, 'namesakes'))).toMatchObject({ because: 'pair-decided' })
    await lookFor(site.ctx(), [one, other])
    expect((await listPairsOf(site, one)).map(({ open }) => open)).toEqual([false])
    const address = { street: 'Samen 1', postcode: '4000 AA', city: 'Stad', country: 'NL' }
    for (const id of two) await correct(site.ctx(), id, { legalName: 'Cor Smit', birthDate: '1961-01-01', address })
    await followForDuplicates(site)
    expect((await listPairsOf(site, one)).map(({ open, reasons }) => [open, reasons])).toEqual([[true, ['name-birth', 'address']]])
  })
})

describe('the queue', () => {
  test('is read by key, the heaviest first, and by reason', async () => {
    const all = await listOpenPairs(site, { limit: 100 })
    expect(all.length).toBeGreaterThan(2)
    expect(all.map(({ weight }) => weight)).toEqual(all.map(({ weight }) => weight).toSorted((a, b) => b - a))
    const paged: typeof all = []
    for (;;) {
      const [next] = await listOpenPairs(site, { limit: 1, after: paged.at(-1) })
      if (!next) break
      paged.push(next)
    }
    expect(paged).toEqual(all)
    expect((await listOpenPairs(site, { reason: 'account' })).map(({ reasons }) => reasons)).toEqual([['account']])
  })
})

test('who asks to be erased leaves no term and no pair behind, and is compared with nobody again', async () => {
  const [one, other] = [
    await personOf(site, { name: 'Wis Mij', born: '1951-01-01' }),
    await personOf(site, { name: 'Wis Mij', born: '1951-01-01' }),
  ]
  await followForDuplicates(site)
  expect(await reasonsOf(one)).toHaveLength(1)
  await site.db.insertInto('erasure_request').values({ person_id: other, whole: false, asked_at: site.clock.now() }).execute()
  await sql`insert into journal_entry (at, actor, event, person_id, facts)
    values (${site.clock.now()}, 'system', 'erasure.asked', ${other}, '{}')`.execute(site.db)
  await followForDuplicates(site)
  expect(await reasonsOf(one)).toEqual([])
  expect(await site.db.selectFrom('match_term').selectAll().where('person_id', '=', other).execute()).toEqual([])
  await lookFor(site.ctx(), [one, other])
  expect(await reasonsOf(one)).toEqual([])
  await forgetAllBut(site.ctx(), one)
  expect(await site.db.selectFrom('match_term').selectAll().where('person_id', '=', one).execute()).toEqual([])
})
