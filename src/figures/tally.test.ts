import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getContent } from '#claims/queries.ts'
import { follow } from '#journal/follow.ts'
import { beginAgain } from '#joining/begin-again.ts'
import { eraseDraft } from '#joining/erase-draft.ts'
import { endParticipation } from '#leaving/end-participation.ts'
import { ageOn } from '#participants/age.ts'
import { listPersons } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import { join, joinWithChildren, testSite, visitor, type TestSite } from '../../test/builders.ts'
import { wait } from '../../test/account-builders.ts'
import { ageBand } from './age-band.ts'
import { follower, tally } from './jobs.ts'
import { countJoined, countUnsealed, countWaitingMails } from './live.ts'
import { tallyEntries } from './tally-entries.ts'

let site: TestSite
beforeAll(async () => { site = await testSite({ at: '2026-11-01T10:00:00Z' }) })
afterAll(() => site.close())

/** A small stream of numbers that is the same each time, and another with another seed. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}
const untils = ['start', 'code', 'details', 'agreements', 'sign', 'check', 'check', 'check'] as const
const claims = ['tiktok', 'tiktok', 'zoom'] as const
const births = ['1950', '1970', '1985', '1996', '2004', '2008']

async function sealSome(roll: (sides: number) => number) {
  const waiting = await site.db.selectFrom('mandate').leftJoin('seal', (on) => on.onRef('seal.person_id', '=', 'mandate.person_id')
    .onRef('seal.mandate_id', '=', 'mandate.id')).select(['mandate.person_id', 'mandate.id']).where('seal.file_id', 'is', null).execute()
  for (const { person_id, id } of waiting.filter(() => roll(2) === 0)) {
    const file = randomUUID()
    await site.db.insertInto('stored_file').values({ person_id, id: file, kind: 'mandate', media_type: 'application/pdf', bytes: 1,
      sha256: randomBytes(32), stored_at: site.clock.now() }).execute()
    await site.db.insertInto('seal').values({ person_id, mandate_id: id, file_id: file, sha256: randomBytes(32), level: 'B-B',
      certificate_sha256: randomBytes(32), test_certificate: true, sealed_at: site.clock.now() }).execute()
  }
}

async function oneMoreThing(roll: (sides: number) => number, number: number) {
  const claim = claims[roll(3)]!
  const email = `telling${number}@voorbeeld.example`
  switch (roll(7)) {
    case 0: return void (await joinWithChildren(site, visitor(site), { email, claim: 'tiktok', who: roll(2) ? 'both' : 'children' }))
    case 1: {
      const living = await site.db.selectFrom('participation').leftJoin('participation_end', (on) => on
        .onRef('participation_end.person_id', '=', 'participation.person_id').onRef('participation_end.round', '=', 'participation.round'))
        .select(['participation.person_id', 'participation.claim']).where('kind', 'is', null)
        .orderBy('joined_at').limit(1).executeTakeFirst()
      if (living) await endParticipation(site.ctx(), living.person_id,
        { claim: living.claim, kind: 'terminated', channel: 'desk', notice: {}, effectiveOn: '2026-12-01' })
      return
    }
    case 2: {
      const open = await site.db.selectFrom('draft').select(['person_id', 'claim']).where('submitted_at', 'is', null).limit(1)
        .executeTakeFirst()
      if (open) await eraseDraft(site.ctx(), open.person_id, open.claim, 'joining-unfinished')
      return
    }
    case 3: {
      const [adult] = await site.db.selectFrom('participant').innerJoin('draft', 'draft.person_id', 'participant.person_id')
        .select(['participant.person_id']).where('participant.email', 'is not', null).orderBy('admitted_at', 'desc').limit(1).execute()
      if (!adult) return
      const content = await getContent(site.db, 'zoom', 'en')
      await beginAgain(site.ctx(), content, { personId: adult.person_id, purpose: 'join', provenAt: site.clock.now().toISOString(),
        statement: { sentence: 'x', terms: 'x', texts: [], at: site.clock.now().toISOString() } })
      return
    }
    default: await join(site, visitor(site), { email, claim, until: untils[roll(untils.length)]!,
      answers: { 'birthDate-year': births[roll(births.length)]! } })
  }
}

const sums = async (what: string) => Object.fromEntries((await site.db.selectFrom('tally').select(['claim', 'day', 'of', 'n'])
  .where('what', '=', what).where('day', '>', '-infinity').execute()).filter(({ n }) => Number(n))
  .map((row) => [`${row.claim} ${row.day} ${row.of}`.trim(), Number(row.n)]))
const counted = (keys: readonly string[]) => {
  const n: Record<string, number> = {}
  for (const key of keys) n[key] = (n[key] ?? 0) + 1
  return n
}
const day = (at: Date) => dayIn('Europe/Amsterdam', at)

/** Counts everything anew, each from where it stands: the rows themselves, or the journal for what may be gone. */
async function recount() {
  const journal = await site.db.selectFrom('journal_entry').selectAll().orderBy('id').execute()
  const told = (event: string, of: (facts: Record<string, string>) => string = () => '') => counted(journal
    .filter((entry) => entry.event === event)
    .filter((entry) => !['renew', 'come-of-age'].includes((entry.facts as Record<string, string>)['purpose'] ?? ''))
    .map(({ at, facts }) => `${(facts as Record<string, string>)['claim']} ${day(at)} ${of(facts as Record<string, string>)}`.trim()))
  const rows = await site.db.selectFrom('participation').innerJoin('participant', 'participant.person_id', 'participation.person_id')
    .select(['participation.person_id', 'claim', 'joined_at', 'participation.language', 'country']).execute()
  const people = await listPersons(site.ctx(), rows.map(({ person_id }) => person_id))
  const born = (personId: string) => people.find((person) => person.personId === personId)!.birthDate
  const seals = await site.db.selectFrom('seal').innerJoin('mandate', (on) => on.onRef('mandate.person_id', '=', 'seal.person_id')
    .onRef('mandate.id', '=', 'seal.mandate_id')).select(['claim', 'granted_at']).execute()
  return {
    started: told('joining.started'), left: told('leaving.ended', ({ kind }) => kind!),
    joined: counted(rows.map((row) => `${row.claim} ${day(row.joined_at)} ${row.language} ${row.country}`)),
    age: counted(rows.map((row) => `${row.claim} ${day(row.joined_at)} ${ageBand(born(row.person_id), day(row.joined_at))}`)),
    sealed: counted(seals.map((row) => `${row.claim} ${day(row.granted_at)} first`)),
  }
}

describe('tallies', () => {
  test.each([1, 7])('equal a recount in a random world, followed at odd moments, by two at once, and killed (%i)', async (seed) => {
    const roll = dice(seed)
    for (let step = 0; step < 40; step += 1) {
      await oneMoreThing(roll, seed * 100 + step)
      wait(site, 61 + roll(400))
      if (roll(3) === 0) await sealSome(roll)
      if (roll(4) === 0) await Promise.all([tally(site), tally(site)])
      if (roll(4) === 0) {
        // What a follower had counted when it died is not counted: the place it had come to and the counts are written together.
        await follow(site, follower, async (ctx, entries) => {
          await tallyEntries(ctx, entries)
          throw new Error('killed')
        }, { batch: 3 }).catch(() => undefined)
      }
    }
    await tally(site)
    await tally(site)
    const anew = await recount()
    for (const [what, counts] of Object.entries(anew)) expect([what, await sums(what)]).toEqual([what, counts])
    expect(Object.values(anew).every((counts) => Object.keys(counts).length > 1)).toBe(true)
    const { rows: apart } = await sql`select what, claim, of from tally where what not in ('age', 'reached') group by what, claim, of
      having sum(n) filter (where day > '-infinity') is distinct from sum(n) filter (where day = '-infinity')`.execute(site.db)
    expect(apart).toEqual([])
    expect(await site.db.selectFrom('tally_delta').selectAll().execute()).toEqual([])
  }, 120_000)

  test('what public pages and the metrics say is true at once, before anything is added up', async () => {
    const live = async () => ({ tiktok: await countJoined(site.db, 'tiktok'), zoom: await countJoined(site.db, 'zoom'),
      mails: await countWaitingMails(site.db), unsealed: await countUnsealed(site.db) })
    const real = async (claim: string) => {
      const open = await site.db.selectFrom('draft').selectAll().where('claim', '=', claim).where('confirmed_at', 'is not', null)
        .where('submitted_at', 'is', null).where('purpose', '=', 'join').execute()
      const joined = await site.db.selectFrom('participation').select('claim').where('claim', '=', claim).execute()
      const left = await site.db.selectFrom('participation_end').select('claim').where('claim', '=', claim).execute()
      return { confirmed: open.length + joined.length - left.length, signed: joined.length - left.length }
    }
    const roll = dice(3)
    for (let step = 0; step < 12; step += 1) {
      await oneMoreThing(roll, 900 + step)
      wait(site, 200)
    }
    const mails = await site.db.selectFrom('mail').select('id').execute()
    const outcomes = await site.db.selectFrom('mail_outcome').select('mail_id').execute()
    const mandates = await site.db.selectFrom('mandate').select('id').execute()
    const seals = await site.db.selectFrom('seal').select('mandate_id').execute()
    expect(await live()).toEqual({ tiktok: await real('tiktok'), zoom: await real('zoom'), mails: mails.length - outcomes.length,
      unsealed: mandates.length - seals.length })
    const before = await live()
    await tally(site)
    expect(await live()).toEqual(before)
  }, 120_000)

  test('a step counts once for each joining, however often it is answered, and details say for whom too', async () => {
    await tally(site)
    const before = await sums('reached')
    const who = visitor(site)
    wait(site, 24 * 60)
    await join(site, who, { email: 'stappen@voorbeeld.example', until: 'sign' })
    await join(site, who, { email: 'stappen2@voorbeeld.example', until: 'details' })
    const again = visitor(site)
    await join(site, again, { email: 'stappen3@voorbeeld.example', until: 'agreements' })
    await again.post('/en/tiktok/join/who', { who: 'self' })
    await tally(site)
    const now = Object.entries(await sums('reached')).filter(([key, n]) => before[key] !== n)
    const today = day(site.clock.now())
    expect(Object.fromEntries(now)).toEqual({ [`tiktok ${today} who`]: 3, [`tiktok ${today} details`]: 3, [`tiktok ${today} agreements`]: 2,
      [`tiktok ${today} sign`]: 1 })
  })

  test('an age falls into its band on the day of joining (MI-01)', () => {
    expect(['2014-11-02', '2013-11-01', '2010-11-01', '2008-11-01', '1961-11-01'].map((born) => ageBand(born, '2026-11-01')))
      .toEqual(['under-13', '13-15', '16-17', '18-24', '65-up'])
    expect(ageOn('2013-11-02', '2026-11-01')).toBe(12)
  })
})
