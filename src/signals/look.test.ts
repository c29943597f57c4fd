import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookFor } from '#duplicates/look.ts'
import { followForDuplicates } from '#duplicates/jobs.ts'
import { personOf } from '#duplicates/people.fixture.ts'
import { seek } from '#search/find.ts'
import { listSuspensions } from '#guardians/suspensions.ts'
import { join, testSite, visitor, type TestSite } from '../../test/builders.ts'
import { organiser } from '../../test/desk.ts'
import { personAt } from '../../test/families.ts'
import { decideOnSignals, type Deciding } from './decide.ts'
import { decidedBefore, forgetBlocks, forgetDetails } from './forget.ts'
import { followForSignals } from './jobs.ts'
import { forgetSignals, lookForSigns } from './look.ts'
import { countOpenSignals, findQueued, listDecisions, listQueue, listSignals } from './queries.ts'
import { limits } from './settings.ts'

let site: TestSite
let by: string
beforeAll(async () => {
  site = await testSite()
  by = (await organiser(site, ['case-handler'])).personId
})
afterAll(() => site.close())

const followed = async () => {
  await followForDuplicates(site)
  await followForSignals(site)
}
const codesOf = async (id: string) => (await listSignals(site, [id])).map(({ code }) => code).sort()
const decide = (personId: string, given: Partial<Deciding>) =>
  site.db.transaction()
    .execute((db) =>
      decideOnSignals({ ...site.ctx(`organiser:${by}`), db }, personId, {
        decision: 'no-concern', ground: 'household', explanation: '', origin: 'http://x', ...given,
      }),
    )
/** Every table that says where somebody stands. */
const states = async () =>
  Promise.all(
    (['suspension', 'participation_end', 'revocation', 'decision', 'erasure_request', 'person_merge', 'fee_refund', 'mail'] as const).map(
      async (table) => (await site.db.selectFrom(table).select('person_id').execute()).length,
    ),
  )

describe('the follower, during the window (AD-05)', () => {
  test('a burst from one block within an hour reaches also who came first; another hour does not count', async () => {
    const ids: string[] = []
    for (let n = 0; n < limits.burst; n += 1) {
      const email = `mens${'abcdefghijklmnopq'[n]}@voorbeeld.example`
      await join(site, visitor(site, { ip: `10.250.7.${n + 1}` }), {
        email, answers: { legalName: `Mens ${'abcdefghijklmnopq'[n]}`, 'account-username': `burst-${n}` },
      })
      ids.push(await personAt(site, email))
      site.clock.moveTo(new Date(Date.parse('2026-11-23T10:00:00Z') + (n + 1) * 120_000).toISOString())
      if (n === limits.burst - 2) {
        await followed()
        expect(await codesOf(ids[0]!)).not.toContain('burst')
      }
    }
    await followed()
    for (const id of ids) expect(await codesOf(id)).toContain('burst')
    expect((await listSignals(site, [ids[0]!])).find(({ code }) => code === 'burst')!.figures).toEqual({
      people: limits.burst, minutes: 60,
    })
    site.clock.moveTo('2026-11-23T18:00:00Z')
    await join(site, visitor(site, { ip: '10.250.7.99' }), { email: 'later@voorbeeld.example', answers: { legalName: 'Later Mens' } })
    await followed()
    expect(await codesOf(await personAt(site, 'later@voorbeeld.example'))).not.toContain('burst')
    const blocks = await site.db.selectFrom('signing_block').select('block').execute()
    expect(new Set(blocks.map(({ block }) => block.toString('hex'))).size).toBe(1)
    expect(Buffer.concat(blocks.map(({ block }) => block)).includes('10.250.7')).toBe(false)
  }, 120_000)

  test('signed within seconds, which a standing clock makes of everybody here', async () => {
    const id = await personAt(site, 'later@voorbeeld.example')
    expect((await listSignals(site, [id])).find(({ code }) => code === 'fast-signing')?.figures).toEqual({
      seconds: 0, limit: limits.seconds,
    })
  })

  test('numbered addresses, and a bank account of people who live apart; a family with one account is no sign', async () => {
    const numbered: string[] = []
    for (let n = 1; n <= limits.numbered; n += 1)
      numbered.push(await personOf(site, { email: `deelnemer${n}@reeks.example`, iban: 'NL91ABNA0417164300' }))
    const family: string[] = []
    for (let n = 1; n <= limits.iban + 1; n += 1)
      family.push(await personOf(site, { street: 'Thuis 1', postcode: '1111 AA', iban: 'NL02ABNA0123456789' }))
    await followed()
    for (const id of numbered) expect(await codesOf(id)).toEqual(['numbered-addresses', 'shared-iban'])
    for (const id of family) expect(await codesOf(id)).toEqual([])
  })

  test('mails that were refused for good, though nothing of that is journaled', async () => {
    const id = await personOf(site, {})
    await followed()
    for (let n = 0; n < limits.refused; n += 1) {
      const mail = crypto.randomUUID()
      await site.db.insertInto('mail')
        .values({
          person_id: id, id: mail, kind: 'sealed-copy', once: mail, language: 'nl', message_id: mail,
          letter: Buffer.from('x'), queued_at: site.clock.now(),
        })
        .execute()
      await site.db.insertInto('mail_outcome')
        .values({ person_id: id, mail_id: mail, outcome: 'refused', reply_code: 550, decided_at: site.clock.now() })
        .execute()
    }
    await followed()
    expect((await listSignals(site, [id])).map(({ code, figures }) => [code, figures])).toEqual([
      ['mail-refused', { mails: limits.refused }],
    ])
  })

  test('of children there are no signs (SE-08)', async () => {
    const id = await personOf(site, { born: '2014-01-01', email: 'kind@mailinator.com' })
    await followed()
    expect(await codesOf(id)).toEqual([])
  })
})

describe('a score only queues for a human (GDPR 22)', () => {
  test('looking changes no state and writes to nobody, however high the score', async () => {
    const before = await states()
    const id = await personOf(site, { email: 'deelnemer9@mailinator.com', born: '1890-01-01', iban: 'NL91ABNA0417164300' })
    await lookFor(site.ctx(), [id])
    await lookForSigns(site.ctx(), [id])
    expect((await findQueued(site, id))!.score).toBeGreaterThan(60)
    expect((await findQueued(site, id))!.open).toBe(true)
    expect(await states()).toEqual(before)
    expect(await listSuspensions(site, [id])).toEqual([])
  })

  test('only the act of an organiser calls what suspends; the rest of the room knows of nothing that changes a state', () => {
    for (const file of globSync('src/signals/*.ts').filter((each) => !/\.test\.ts$|decide\.ts$/.test(each))) {
      expect([
        file,
        /from '#(casework|guardians|leaving|mandates\/(?!signing-record)|fees|erasure|accounts)|decide\.ts'/.test(
          readFileSync(file, 'utf8'),
        ),
      ]).toEqual([file, false])
    }
    const callers = globSync('src/**/*.{ts,tsx}').filter(
      (file) => !file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes('#signals/decide.ts'),
    )
    for (const file of callers) expect(file).toMatch(/^src\/web\/pages\/desk\//)
  })

  test('without an organiser nothing is decided', async () => {
    const { personId } = (await listQueue(site, { of: 'open', limit: 1 }))[0]!
    await expect(
      decideOnSignals(site.ctx(), personId, { decision: 'no-concern', ground: 'explained', explanation: '', origin: 'x' }),
    ).rejects.toThrow('organiser')
  })
})

describe('deciding', () => {
  test('no concern: the same facts are not raised again, a new sign is', async () => {
    const id = await personOf(site, { email: 'x@yopmail.com' })
    await followed()
    expect(await codesOf(id)).toEqual(['disposable-domain'])
    expect((await decide(id, { ground: 'explained' })).ok).toBe(true)
    await lookForSigns(site.ctx(), [id])
    expect(await findQueued(site, id)).toMatchObject({ open: false, watched: false })
    await site.db.insertInto('bank_account')
      .values({
        person_id: id, id: crypto.randomUUID(), belongs_to: 'person', actor: 'system', entered_at: site.clock.now(),
        account: (await site.vault.open(site.db, id)).seal(
          'bank_account.account', JSON.stringify({ holder: 'x', iban: 'NL91ABNA0417164300' }),
        ),
      })
      .execute()
    await lookFor(site.ctx(), [id])
    await lookForSigns(site.ctx(), [id])
    expect(await findQueued(site, id)).toMatchObject({ open: true })
  })

  test('watch stays in a list of its own; suspending needs words and tells the person', async () => {
    const id = await personOf(site, { email: 'y@yopmail.com' })
    await followed()
    await decide(id, { decision: 'watch', ground: 'one-hand' })
    expect((await listQueue(site, { of: 'watched' })).map(({ personId }) => personId)).toContain(id)
    expect((await listQueue(site, { of: 'open' })).map(({ personId }) => personId)).not.toContain(id)
    expect(await decide(id, { decision: 'suspended', ground: 'one-hand' })).toMatchObject({ because: 'explanation-missing' })
    expect(
      (await decide(id, { decision: 'suspended', ground: 'one-hand', explanation: 'We bellen u binnen een week om dit na te gaan.' })).ok,
    ).toBe(true)
    expect((await listSuspensions(site, [id])).map(({ reason }) => reason)).toEqual(['review'])
    const { ids } = await seek(site.ctx(), { filter: { state: 'suspended' } })
    expect(ids).toContain(id)
    expect(
      await decide(id, { decision: 'suspended', ground: 'one-hand', explanation: 'Nogmaals een uitleg van ten minste twintig tekens.' }),
    ).toMatchObject({ because: 'suspended-already' })
    expect((await listDecisions(site, id)).map(({ decision }) => decision).sort()).toEqual(['suspended', 'watch'])
    expect(await decide(await personOf(site, {}), {})).toMatchObject({ because: 'no-signals' })
  })

  test('the queue is read by key, the highest score first', async () => {
    const all = await listQueue(site, { of: 'open' })
    const paged: typeof all = []
    for (;;) {
      const [next] = await listQueue(site, { of: 'open', limit: 1, after: paged.at(-1) })
      if (!next) break
      paged.push(next)
    }
    expect(paged).toEqual(all)
    expect(await countOpenSignals(site)).toBe(all.length)
  })
})

describe('how long (SE-07)', () => {
  test('blocks of addresses go after a month, the figures a year after the decision; the decision stays', async () => {
    const id = await personAt(site, 'later@voorbeeld.example')
    await decide(id, {})
    expect(await forgetBlocks(site.ctx(), new Date('2026-11-23T17:00:00Z'))).toBeGreaterThan(0)
    expect((await decidedBefore(new Date('2026-11-23T17:59:59Z')).execute(site.db)).rows).toEqual([])
    expect(await forgetDetails(site.ctx(), new Date('2026-11-23T18:00:01Z'))).toBeGreaterThan(0)
    expect([await codesOf(id), (await listDecisions(site, id)).length]).toEqual([[], 1])
  })

  test('of who is erased no sign stays', async () => {
    const { personId } = (await listQueue(site, { of: 'open', limit: 1 }))[0]!
    await forgetSignals(site.ctx(), [personId])
    expect([await codesOf(personId), await findQueued(site, personId)]).toEqual([[], undefined])
  })
})
