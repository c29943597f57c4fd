import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codeFor, join, newestMail, testSite, visitor, type TestSite } from '../../test/builders.ts'
import { connected } from '../../test/database.ts'
import { sweep } from '#identity/jobs.ts'
import { sweepUnknown } from '#participants/jobs.ts'
import { listMailbox } from '#platform/mail/mailbox.ts'
import type { Log } from '#platform/log.ts'
import { eraseStale, remind } from './jobs.ts'

let site: TestSite
beforeEach(async () => { site = await testSite({ at: '2026-11-01T10:00:00Z' }) })
afterEach(() => site.close())

const reminders = async (to: string) => (await listMailbox(site, 500)).filter((mail) => mail.to === to && mail.kind === 'join-reminder')
const person = async (email: string) =>
  (await site.db.selectFrom('draft').select('person_id').where('email_index', '=', site.vault.index('email', email))
    .executeTakeFirst())?.person_id

describe('the reminder', () => {
  test('comes once after three days to who proved an address and did not finish, in the language of the draft', async () => {
    await join(site, visitor(site), { email: 'traag@voorbeeld.example', until: 'details', language: 'nl' })
    site.clock.moveTo('2026-11-04T09:59:59Z')
    expect(await remind(site)).toBe(0)
    site.clock.moveTo('2026-11-04T10:00:01Z')
    expect(await remind(site)).toBe(1)
    const [sent, ...more] = await reminders('traag@voorbeeld.example')
    expect([sent?.language, more.length]).toEqual(['nl', 0])
    // The night of 1 December comes before the thirty days are over.
    expect((await newestMail(site, 'traag@voorbeeld.example'))?.text).toContain('2 december 2026')
    site.clock.moveTo('2026-11-20T10:00:00Z')
    expect(await remind(site)).toBe(0)
    expect(await reminders('traag@voorbeeld.example')).toHaveLength(1)
  })

  test('never goes to an address that was not proven: it may be somebody else’s', async () => {
    await join(site, visitor(site), { email: 'vreemd@voorbeeld.example', until: 'start' })
    site.clock.moveTo('2026-11-10T10:00:00Z')
    expect(await remind(site)).toBe(0)
    expect(await reminders('vreemd@voorbeeld.example')).toHaveLength(0)
  })

  test('does not go to who finished, nor to who is still busy', async () => {
    await join(site, visitor(site), { email: 'klaar@voorbeeld.example' })
    await join(site, visitor(site), { email: 'bezig@voorbeeld.example', until: 'code' })
    site.clock.moveTo('2026-11-04T09:00:00Z')
    await join(site, visitor(site), { email: 'bezig@voorbeeld.example', until: 'details' })
    site.clock.moveTo('2026-11-04T11:00:00Z')
    expect(await remind(site)).toBe(0)
    site.clock.moveTo('2026-11-07T11:00:00Z')
    expect(await remind(site)).toBe(1)
  })

  test('comes once also when two workers look at the same time', async () => {
    for (const name of ['a', 'b', 'c']) await join(site, visitor(site), { email: `${name}@voorbeeld.example`, until: 'details' })
    site.clock.moveTo('2026-11-05T10:00:00Z')
    const [one, other] = await Promise.all([remind(site), remind(site)])
    expect(one + other).toBe(3)
    for (const name of ['a', 'b', 'c']) expect(await reminders(`${name}@voorbeeld.example`)).toHaveLength(1)
    const journaled = await site.db.selectFrom('journal_entry').select('id').where('event', '=', 'joining.reminded').execute()
    expect(journaled).toHaveLength(3)
  })
})

describe('erasing what was not finished (SE-07)', () => {
  test('after thirty days nothing of it can be read: no row, no mail, no session, no key', async () => {
    const email = 'weg@voorbeeld.example'
    const who = visitor(site)
    await join(site, who, { email, until: 'sign' })
    const id = (await person(email))!
    site.clock.moveTo('2026-11-05T10:00:00Z')
    await remind(site)
    site.clock.moveTo('2026-12-01T09:59:59Z')
    expect(await eraseStale(site)).toBe(0)
    site.clock.moveTo('2026-12-01T10:00:01Z')
    expect(await eraseStale(site)).toBe(1)
    expect(await site.vault.find(site.db, id)).toBeUndefined()
    expect(await everywhere(id)).toEqual(['journal_entry', 'vault_erasure'])
    expect(await everywhere(site.vault.index('email', email))).toEqual([])
    expect((await who.get('/en/tiktok/join/details')).status).toBe(403)
    expect(await eraseStale(site)).toBe(0)
  })

  test('spares who finished and who began later, and the same address may begin anew', async () => {
    await join(site, visitor(site), { email: 'blijft@voorbeeld.example' })
    await join(site, visitor(site), { email: 'weg@voorbeeld.example', until: 'details' })
    site.clock.moveTo('2026-11-20T10:00:00Z')
    await join(site, visitor(site), { email: 'later@voorbeeld.example', until: 'details' })
    site.clock.moveTo('2026-12-02T10:00:00Z')
    expect(await eraseStale(site)).toBe(1)
    expect([await person('blijft@voorbeeld.example'), await person('later@voorbeeld.example')].every(Boolean)).toBe(true)
    await join(site, visitor(site), { email: 'weg@voorbeeld.example', until: 'code' })
    expect(await person('weg@voorbeeld.example')).toBeDefined()
  })

  test('a submit at the same moment wins or loses whole', async () => {
    const who = visitor(site)
    await join(site, who, { email: 'net@voorbeeld.example', until: 'sign' })
    const id = (await person('net@voorbeeld.example'))!
    site.clock.moveTo('2026-12-01T09:59:59Z')
    const submitting = who.post('/en/tiktok/join/check')
    site.clock.moveTo('2026-12-01T10:00:01Z')
    const [answer] = await Promise.all([submitting, eraseStale(site)])
    const mandates = await site.db.selectFrom('mandate').select('id').where('person_id', '=', id).execute()
    const key = await site.vault.find(site.db, id)
    expect(answer.status === 303 ? [mandates.length, key !== undefined] : [mandates.length, key])
      .toEqual(answer.status === 303 ? [1, true] : [0, undefined])
  })
})

describe('sweeping', () => {
  test('codes go after a day, sessions when they are over, limits when they are full again', async () => {
    await join(site, visitor(site), { email: 'veeg@voorbeeld.example', until: 'code' })
    const left = async () => Object.fromEntries(await Promise.all((['email_code', 'session', 'rate_limit'] as const)
      .map(async (table) => [table, (await site.db.selectFrom(table).selectAll().execute()).length])))
    const before = await left()
    expect(before).toMatchObject({ email_code: 1, session: 2 })
    await sweep(site)
    expect(await left()).toEqual(before)
    site.clock.moveTo('2026-11-02T10:00:01Z')
    await sweep(site)
    expect(await left()).toEqual({ email_code: 0, session: 0, rate_limit: 0 })
  })

  test('a stranger who asked to sign in is forgotten after a day; a joiner is not', async () => {
    const stranger = visitor(site)
    await stranger.post('/en/sign-in', { email: 'vreemd@voorbeeld.example' })
    await join(site, visitor(site), { email: 'bezig@voorbeeld.example', until: 'start' })
    await codeFor(site, 'bezig@voorbeeld.example')
    site.clock.moveTo('2026-11-02T10:00:01Z')
    expect(await sweepUnknown(site)).toBe(1)
    expect(await everywhere(site.vault.index('email', 'vreemd@voorbeeld.example'))).toEqual([])
    expect(await person('bezig@voorbeeld.example')).toBeDefined()
    expect(await sweepUnknown(site)).toBe(0)
  })
})

describe('one row that cannot be done', () => {
  const logged: unknown[] = []
  const log: Log = { debug() {}, info() {}, warn() {}, error: (facts) => void logged.push(facts) }
  const tombstone = (id: string) => site.db.insertInto('vault_erasure')
    .values({ person_id: id, reason: 'spoiled', erased_at: site.clock.now() }).execute()

  test('does not stop reminders and erasures of the others; the job fails, the log names an id and no person', async () => {
    for (const name of ['eerst', 'kapot', 'laatst']) await join(site, visitor(site),
      { email: `${name}@voorbeeld.example`, until: 'details' })
    const broken = (await person('kapot@voorbeeld.example'))!
    await site.db.updateTable('draft').set({ answers: Buffer.from('spoiled') }).where('person_id', '=', broken).execute()
    await tombstone(broken)
    site.clock.moveTo('2026-11-05T10:00:00Z')
    await expect(remind({ ...site, log })).rejects.toThrow('joining.remind failed for 1 of 3')
    for (const [name, count] of [['eerst', 1], ['kapot', 0], ['laatst', 1]] as const) expect(await reminders(`${name}@voorbeeld.example`))
      .toHaveLength(count)
    site.clock.moveTo('2026-12-05T10:00:00Z')
    await expect(eraseStale({ ...site, log })).rejects.toThrow('joining.erase failed for 1 of 3')
    expect(await site.db.selectFrom('draft').select('person_id').execute()).toEqual([{ person_id: broken }])
    expect(logged).toMatchObject([{ job: 'joining.remind', personId: broken }, { job: 'joining.erase', personId: broken }])
    expect(JSON.stringify(logged)).not.toMatch(/voorbeeld\.example|Voorbeeld/)
  })

  test('does not stop the sweeping of strangers', async () => {
    for (const name of ['eerst', 'kapot', 'laatst']) await visitor(site).post('/en/sign-in', { email: `${name}@voorbeeld.example` })
    const keys = await site.db.selectFrom('vault_key').select('person_id').execute()
    await tombstone(keys[1]!.person_id)
    site.clock.moveTo('2026-11-03T10:00:00Z')
    await expect(sweepUnknown({ ...site, log })).rejects.toThrow('participants.sweep-strangers failed for 1 of 3')
    expect(await site.db.selectFrom('vault_key').select('person_id').execute()).toEqual([keys[1]])
  })
})

/** The tables in which an id or a blind index stands, in any column. */
async function everywhere(value: string | Buffer): Promise<string[]> {
  return connected(site.database.ownerUrl, async (client) => {
    const type = typeof value === 'string' ? 'uuid' : 'bytea'
    const { rows } = await client.query<{ table_name: string; column_name: string }>(
      `select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type = $1 order by table_name`,
      [type])
    const found = new Set<string>()
    for (const { table_name: table, column_name: column } of rows) {
      const { rowCount } = await client.query(`select from "${table}" where "${column}" = $1 limit 1`, [value])
      if (rowCount) found.add(table)
    }
    return [...found]
  })
}
