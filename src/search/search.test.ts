import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { family } from '../../test/admitted.ts'
import { testSite, type TestSite } from '../../test/builders.ts'
import { admit, takePart } from '#participants/admit.ts'
import { reachAt } from '#participants/reach-at.ts'
import { forgetAllBut } from '#erasure/forget-all.ts'
import { suspend } from '#guardians/suspend.ts'
import { findAsked, keepAsked } from './asked.ts'
import { find } from './find.ts'
import { followJournal, listBirthdays, searchNightly } from './jobs.ts'
import { look } from './look.ts'
import type { Reading } from './readings.ts'
import { relist } from './relist.ts'

let site: TestSite
const made: Record<string, string> = {}
const references: Record<string, string> = {}

type Told = 'born' | 'email' | 'postcode' | 'country' | 'account' | 'claim' | 'at'
type Somebody = { name: string } & Partial<Record<Told, string>>

/** Admits somebody by the acts themselves and lets the list follow later. */
async function somebody({
  name, born = '1984-02-03', email, postcode = '1234 AB', country = 'NL', account = 'x', claim = 'tiktok', at,
}: Somebody) {
  if (at) site.clock.moveTo(at)
  made[name] = await family(site).within(async (ctx) => {
    const personId = randomUUID()
    await ctx.vault.create(ctx.db, personId, ctx.now)
    await admit(ctx, personId, 'nl', { legalName: name, birthDate: born, email: email ?? `${personId}@voorbeeld.example`,
      address: { street: 'Voorbeeldstraat 1', postcode, city: 'Voorbeeldstad', country } })
    const { reference } = await takePart(ctx, personId, {
      claim, language: 'nl', startEarly: false,
      usage: { accounts: { username: account }, from: '2020-01', until: null },
      successFee: { choice: 'fixed', fixedCents: 5000, percent: 20 },
    })
    references[name] = reference
    return personId
  })
}
const names = async (text: string, filter = {}) => (await find(site.ctx(), { text, filter })).people.map(({ name }) => name)

beforeAll(async () => {
  site = await testSite()
  await somebody({ name: 'Jasmijn van der Vries', email: 'jasmijn@voorbeeld.example', at: '2026-10-01T10:00:00Z' })
  await somebody({ name: 'Zoë de Vries-Jansen', born: '1990-12-31', account: '@zoe.vries', at: '2026-10-02T10:00:00Z' })
  await somebody({ name: 'Γιώργος Παράδειγμα', postcode: '9999 ZZ', account: '+31 6 12 34 56 78', at: '2026-10-03T10:00:00Z' })
  await somebody({ name: 'Łucja Żółć', country: 'PL', postcode: '00-950', claim: 'zoom', account: 'K12345', at: '2026-10-04T10:00:00Z' })
  await somebody({ name: 'Li Wei', email: 'jan.klaassen+claim@gmail.com', at: '2026-10-05T10:00:00Z' })
  const { person, child, joins } = family(site)
  site.clock.moveTo('2026-10-06T10:00:00Z')
  made['parent'] = await person('ouder@voorbeeld.example', { name: 'Ouder Voorbeeld' })
  await joins(made['parent'])
  made['child'] = await child(made['parent'], { name: 'Kind Voorbeeld', born: '2010-11-26' })
  await joins(made['child'], { by: made['parent'], pays: false })
  site.clock.moveTo('2026-11-23T10:00:00Z')
  await followJournal(site)
}, 120_000)
afterAll(() => site.close())

describe('a name', () => {
  test('is found from its first three letters on, whatever its marks, case and script, newest first', async () => {
    expect(await names('jas')).toEqual(['Jasmijn van der Vries'])
    expect(await names('VRIES')).toEqual(['Zoë de Vries-Jansen', 'Jasmijn van der Vries'])
    expect(await names('zoe')).toEqual(['Zoë de Vries-Jansen'])
    expect(await names('γιωργος')).toEqual(['Γιώργος Παράδειγμα'])
    expect(await names('zolc')).toEqual(['Łucja Żółć'])
    expect(await names('li')).toEqual(['Li Wei'])
    expect(await names('ja')).toEqual([])
  })

  test('of fewer than three letters is found only where it is a whole word of the name, and the reading says so', async () => {
    const short = async (text: string) => ((await find(site.ctx(), { text, filter: {} })).reading as Reading).short
    expect([await short('li'), await short('de vries'), await short('jas'), await short('de j')]).toEqual(['all', 'some', 'none', 'all'])
  })

  test('with several words means all of them', async () => {
    expect(await names('vries jas')).toEqual(['Jasmijn van der Vries'])
    expect(await names('de vries')).toEqual(['Zoë de Vries-Jansen'])
    expect(await names('jasmijn zoë')).toEqual([])
  })

  test('of more than six letters is found whole, and by its first six where nobody is called so', async () => {
    expect(await names('jasmijn')).toEqual(['Jasmijn van der Vries'])
    const { people, reading } = await find(site.ctx(), { text: 'jasmijnt', filter: {} })
    expect([people.length, reading]).toMatchObject([1, { kinds: ['name'], widened: true }])
  })

  test('goes with a date of birth in the ways people write it; the date alone finds nobody', async () => {
    expect(await names('vries 31-12-1990')).toEqual(['Zoë de Vries-Jansen'])
    expect(await names('vries 31‑12‑1990')).toEqual(['Zoë de Vries-Jansen'])
    expect(await names('1984-02-03 Vries')).toEqual(['Jasmijn van der Vries'])
    expect(await names('vries 1/1/1990')).toEqual([])
    expect((await find(site.ctx(), { text: '31-12-1990', filter: {} })).reading).toBe('none')
  })

  test('goes with a postcode', async () => {
    expect(await names('jansen 1234ab')).toEqual(['Zoë de Vries-Jansen'])
    expect(await names('jansen 9999 zz')).toEqual([])
  })
})

test('an address finds its aliases, a reference is read in groups and in that of a payment, postcode and account as typed', async () => {
  expect(await names(' Jasmijn@Voorbeeld.Example ')).toEqual(['Jasmijn van der Vries'])
  expect(await names('janklaassen@googlemail.com')).toEqual(['Li Wei'])
  const reference = references['Łucja Żółć']!
  for (const typed of [reference, reference.toLowerCase(), reference.replace(/(.{4})/g, '$1 '), `RF18JN${reference}`]) {
    expect(await names(typed), typed).toEqual(['Łucja Żółć'])
  }
  expect(await names('9999zz')).toEqual(['Γιώργος Παράδειγμα'])
  expect(await names('00950')).toEqual(['Łucja Żółć'])
  for (const typed of ['0612345678', '06-12345678', '+31612345678']) expect(await names(typed), typed).toEqual(['Γιώργος Παράδειγμα'])
  for (const typed of ['zoe.vries', '@zoe.vries', 'ZOE.VRIES']) expect(await names(typed), typed).toEqual(['Zoë de Vries-Jansen'])
  expect(await names('k12345')).toEqual(['Łucja Żółć'])
  for (const nothing of ['nobody@voorbeeld.example', '%', '...', "' or 1=1 --"]) expect(await names(nothing), nothing).toEqual([])
})

test('a child is found by the address of who represents it, and by the new one after it changed', async () => {
  expect(await names('ouder@voorbeeld.example')).toEqual(['Kind Voorbeeld', 'Ouder Voorbeeld'].sort(byPlace))
  await family(site).within((ctx) => reachAt(ctx, made['parent']!, 'nieuw@voorbeeld.example'))
  await followJournal(site)
  expect(await names('ouder@voorbeeld.example')).toEqual([])
  expect(await names('nieuw@voorbeeld.example')).toHaveLength(2)
})
/** Both joined at one instant: their ids decide. */
const byPlace = (a: string) => ((a === 'Kind Voorbeeld') === (made['child']!.slice(-5) > made['parent']!.slice(-5)) ? -1 : 1)

describe('filters', () => {
  test('narrow by claim, state, country, age, fee, seal, representation and the day of joining, all at once', async () => {
    const all = async (filter: object) => (await names('', filter)).length
    expect(await all({})).toBe(7)
    expect([await all({ claim: 'zoom' }), await all({ claim: 'zoom', state: 'active' }), await all({ claim: 'zoom', state: 'suspended' })])
      .toEqual([1, 1, 0])
    expect([await all({ country: 'PL' }), await all({ age: 'adult' }), await all({ represented: 'yes' }), await all({ fee: 'percent' })])
      .toEqual([1, 6, 1, 2])
    expect([await all({ sealed: 'no' }), await all({ sealed: 'yes' }), await all({ living: 'living' }), await all({ flag: 'plus-alias' })])
      .toEqual([7, 0, 7, 1])
    expect([await all({ from: '2026-10-03', to: '2026-10-04' }), await all({ to: '2026-10-01' }), await all({ from: '2026-10-07' })])
      .toEqual([2, 1, 0])
    expect(await names('vries', { from: '2026-10-02' })).toEqual(['Zoë de Vries-Jansen'])
  })

  test('of two things asked of one claim mean the participation in that claim', async () => {
    await family(site).within(async (ctx) => {
      await takePart(ctx, made['Li Wei']!, { claim: 'zoom', language: 'nl', startEarly: false,
        usage: { accounts: {}, from: '2020-01', until: null }, successFee: { choice: 'percent', fixedCents: 0, percent: 20 } })
      await relist(ctx, made['Li Wei']!)
    })
    expect(await names('', { claim: 'tiktok', fee: 'percent' })).not.toContain('Li Wei')
    expect(await names('', { claim: 'zoom', fee: 'percent' })).toEqual(['Li Wei'])
  })

  test('follow a suspension, and a birthday without any act (MI-01)', async () => {
    await family(site).within((ctx) => suspend(ctx, made['Li Wei']!, 'identity-disputed'))
    expect(await names('', { state: 'suspended' })).toEqual([])
    await followJournal(site)
    expect(await names('', { state: 'suspended' })).toEqual(['Li Wei'])
    expect(await names('', { age: '13-15' })).toEqual(['Kind Voorbeeld'])
    site.clock.moveTo('2026-11-27T00:10:00Z')
    expect(await listBirthdays(site)).toBe(1)
    expect(await names('', { age: '13-15' })).toEqual([])
    expect(await names('', { age: '16-17', state: 'data-rights-own' })).toEqual(['Kind Voorbeeld'])
  })
})

test('two common terms that hardly ever meet are looked through in bounded steps, each of which says where to go on', async () => {
  const someone = made['parent']!
  await sql`insert into search_term select 1, n from generate_series(1, 9000) n`.execute(site.db)
  await sql`insert into search_term select 2, n from generate_series(100001, 109000) n union all select 2, 5`.execute(site.db)
  const { rows: [was] } = await sql<{ place: string }>`select place::text as place from search_person
    where person_id = ${someone}`.execute(site.db)
  await sql`update search_person set place = 5 where person_id = ${someone}`.execute(site.db)
  const terms = ['1', '2']
  const first = await look(site.ctx(), { terms, from: '0', below: '999999' }, { limit: 10 })
  expect(first).toEqual({ found: [], fit: 0, brokeOffAt: '1001' })
  const second = await look(site.ctx(), { terms, from: '0', below: first.brokeOffAt! }, { limit: 10 })
  expect(second).toEqual({ found: [{ personId: someone, place: '5' }], fit: 1, brokeOffAt: undefined })
  await sql`delete from search_term where term in (1, 2)`.execute(site.db)
  await sql`update search_person set place = ${was!.place}::bigint where person_id = ${someone}`.execute(site.db)
})

describe('pages', () => {
  test('lead on and back by place, nobody twice and nobody left out', async () => {
    const [seen, limit]: [string[][], number] = [[], 3]
    let page = await find(site.ctx(), { filter: {}, limit })
    expect(page.count).toEqual({ n: 7, more: false })
    for (;;) {
      seen.push(page.people.map(({ personId }) => personId))
      if (!page.older) break
      page = await find(site.ctx(), { filter: {}, limit, after: page.older })
    }
    expect(seen.map((each) => each.length)).toEqual([3, 3, 1])
    expect(new Set(seen.flat()).size).toBe(7)
    page = await find(site.ctx(), { filter: {}, limit, before: page.newer })
    expect(page.people.map(({ personId }) => personId)).toEqual(seen[1])
    page = await find(site.ctx(), { filter: {}, limit, before: page.newer })
    expect([page.people.map(({ personId }) => personId), page.newer]).toEqual([seen[0], undefined])
  })
})

describe('who was erased', () => {
  let counted: () => Promise<unknown>
  beforeEach(() => {
    counted = async () =>
      (await site.db.selectFrom('search_term').select((q) => q.fn.countAll().as('n')).executeTakeFirstOrThrow()).n
  })

  test('is found no more from that moment on, by nothing, and leaves no term behind (SE-06)', async () => {
    const before = Number(await counted())
    const { terms } = await site.db.selectFrom('search_person').select('terms').where('person_id', '=', made['Łucja Żółć']!)
      .executeTakeFirstOrThrow()
    await site.vault.erase(site.db, made['Łucja Żółć']!, 'on-request', site.clock.now())
    expect([await names('zolc'), await names(references['Łucja Żółć']!), await names('', { country: 'PL' })]).toEqual([[], [], []])
    expect(Number(await counted())).toBe(before - terms.length)
    await family(site).within((ctx) => relist(ctx, made['Łucja Żółć']!))
    expect(await site.db.selectFrom('search_person').select('person_id').where('person_id', '=', made['Łucja Żółć']!).execute()).toEqual([])
  })

  test('but kept for a claim is found by the name that is kept, and no longer by what was forgotten', async () => {
    expect(await names('jasmijn@voorbeeld.example')).toEqual(['Jasmijn van der Vries'])
    await family(site).within((ctx) => forgetAllBut(ctx, made['Jasmijn van der Vries']!))
    expect([await names('jasmijn@voorbeeld.example'), await names('jasmijn vries')]).toEqual([[], ['Jasmijn van der Vries']])
  })

  test('listing somebody anew writes only what changed', async () => {
    const before = await counted()
    await family(site).within((ctx) => relist(ctx, Object.values(made)))
    expect(await counted()).toBe(before)
  })
})

test('what was typed is read for 12 hours by who typed it, and gone by the night after (SE-03)', async () => {
  const [mine, other] = [made['parent']!, made['Li Wei']!]
  const id = await family(site).within((ctx) => keepAsked(ctx, mine, 'vries'))
  expect([await findAsked(site.ctx(), mine, id), await findAsked(site.ctx(), other, id), await findAsked(site.ctx(), mine, 'x')])
    .toEqual(['vries', undefined, undefined])
  await searchNightly(site)
  expect(await findAsked(site.ctx(), mine, id)).toBe('vries')
  site.clock.moveTo(new Date(site.clock.now().getTime() + 12 * 3_600_000).toISOString())
  expect(await findAsked(site.ctx(), mine, id)).toBe(undefined)
  await searchNightly(site)
  expect(await site.db.selectFrom('search_query').selectAll().execute()).toEqual([])
})
