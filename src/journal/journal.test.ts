import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { testDb, type TestDb } from '../../test/database.ts'
import type { Actor, Ctx, Db } from '#platform/ctx.ts'
import { newVaultKeys, openVault, readVaultKeys } from '#platform/vault.ts'
import { chainJournal } from './chain.ts'
import { record } from './record.ts'
import { verifyJournal } from './verify.ts'

let at: TestDb
beforeEach(async () => { at = await testDb() })
afterEach(() => at.close())

const keys = newVaultKeys()
const vault = openVault(readVaultKeys(keys, 'test'))
const now = new Date('2026-11-23T10:00:00.123Z')
const ctx = (db: Db = at.db, actor: Actor = 'system'): Ctx => ({ db, now, actor, vault, jobs: { queue: async () => undefined } })
const write = (db?: Db) => record(ctx(db), 'joining.started', randomUUID(), { claim: 'tiktok', at: 1, early: true })

/** What only somebody with the owner's password can do: the triggers are switched off, the change is made, and they are back. */
async function asSuperuser(change: string) {
  const client = new pg.Client({ connectionString: at.ownerUrl })
  await client.connect()
  try {
    for (const table of ['journal_entry', 'journal_chain']) await client.query(`alter table ${table} disable trigger user`)
    await client.query(change)
    for (const table of ['journal_entry', 'journal_chain']) await client.query(`alter table ${table} enable trigger user`)
  } finally {
    await client.end()
  }
}
async function chained(entries: number, batches = 1) {
  for (let batch = 0; batch < batches; batch++) {
    for (let n = 0; n < entries / batches; n++) await write()
    await chainJournal(ctx())
  }
}

describe('the journal is append-only and chained (SE-03)', () => {
  test('chaining beside many writers, some slow and some rolled back, misses nothing', async () => {
    let written = 0
    let open = true
    const writer = async (lane: number) => {
      for (let n = 0; n < 25; n++) {
        await at.db.transaction().execute(async (db) => {
          await write(db)
          if (lane === 0) await sql`select pg_sleep(0.02)`.execute(db)
          if (n % 6 === 5) throw new Error('rolled back')
          await write(db)
        }).then(() => { written += 2 }, () => undefined)
      }
    }
    const chaining = (async () => {
      let chained = 0
      while (open) chained += await chainJournal(ctx())
      return chained
    })()
    await Promise.all([0, 1, 2].map(writer))
    open = false
    const inBatches = await chaining + await chainJournal(ctx())
    expect(inBatches).toBe(written)
    expect(await verifyJournal(ctx())).toMatchObject({ ok: true, entries: written, unchained: 0 })
  })

  test('two chaining jobs at once make one chain', async () => {
    await chained(40)
    for (let n = 0; n < 40; n++) await write()
    const counts = await Promise.all([chainJournal(ctx()), chainJournal(ctx()), chainJournal(ctx())])
    expect(counts.toSorted((a, b) => a - b)).toEqual([0, 0, 40])
    expect(await verifyJournal(ctx())).toMatchObject({ ok: true, batches: 2, entries: 80 })
  })

  test('nothing new makes no link; what is not chained yet is counted', async () => {
    expect(await chainJournal(ctx())).toBe(0)
    await chained(3)
    expect(await chainJournal(ctx())).toBe(0)
    await write()
    expect(await verifyJournal(ctx())).toEqual({ ok: true, upto: 3, batches: 1, entries: 3, signedAfter: 0, unchained: 1 })
  })

  test.each(['update journal_entry set event = event', 'delete from journal_entry', 'truncate journal_entry',
    'update journal_chain set entries = entries', 'delete from journal_chain'])(
    'neither the application nor its owner may: %s', async (change) => {
      await chained(2)
      await expect(sql.raw(change).execute(at.db)).rejects.toThrow(/permission denied|append-only/)
      const client = new pg.Client({ connectionString: at.ownerUrl })
      await client.connect()
      await expect(client.query(change)).rejects.toThrow('append-only')
      await client.end()
    })

  test.each([
    ['another event', "update journal_entry set event = 'fees.waived' where id = 12"],
    ['another actor', "update journal_entry set actor = 'operator' where id = 12"],
    ['another instant', "update journal_entry set at = at + interval '1 millisecond' where id = 12"],
    ['another person', 'update journal_entry set person_id = gen_random_uuid() where id = 12'],
    ['another fact', `update journal_entry set facts = '{"claim":"zoom"}' where id = 12`],
    ['an entry taken away', 'delete from journal_entry where id = 12'],
    ['an entry put in between', `delete from journal_entry where id = 12; insert into journal_entry overriding system value
      select 12, at, actor, event, person_id, facts from journal_entry where id = 11`],
    ['two entries exchanged', 'update journal_entry set facts = \'{"x":1}\' where id in (12, 13)'],
    ['a link counted anew', 'update journal_chain set entries = 9 where upto = 20'],
    ['a link taken away', 'delete from journal_chain where upto = 20'],
    ['a link with another hash', "update journal_chain set hash = sha256('x') where upto = 20"],
  ])('what a superuser did is found: %s', async (_what, change) => {
    await chained(30, 3)
    expect(await verifyJournal(ctx())).toMatchObject({ ok: true, batches: 3, entries: 30 })
    await asSuperuser(change)
    const found = await verifyJournal(ctx())
    expect(found.ok).toBe(false)
    expect((found as { upto: number }).upto).toBeLessThanOrEqual(30)
  })

  test('the command line says whether the journal is whole, and ends with 1 where it is not', async () => {
    expect(spawnSync(process.execPath, ['scripts/build.ts'], { encoding: 'utf8' }).stderr).toBe('')
    const folder = mkdtempSync(path.join(tmpdir(), 'joinder-journal-'))
    const keyFile = path.join(folder, 'master.key')
    writeFileSync(keyFile, keys)
    const journal = (...words: string[]) => spawnSync(process.execPath, ['dist/cli.js', 'journal', ...words], { encoding: 'utf8',
      env: { PATH: process.env['PATH'], DATA_DIR: folder, DATABASE_URL: at.url, MASTER_KEY_FILE: keyFile } })
    await chained(4)
    expect(journal('verify')).toMatchObject({ status: 0, stdout: expect.stringContaining('The journal is whole: 4 entries in 1 batches') })
    const file = path.join(folder, 'export')
    expect(journal('export', file)).toMatchObject({ status: 0, stdout: expect.stringContaining(`Exported to ${file}`) })
    expect(journal('export', file).status).toBe(1)
    expect(journal('export', path.join(folder, 'march'), '--from', '2026-03-32')).toMatchObject({ status: 2,
      stderr: expect.stringContaining('2026-03-32 is no day') })
    expect(journal('verify', file)).toMatchObject({ status: 0, stdout: expect.stringContaining(`Signed with key ${vault.signer.key}.`) })
    expect(journal('key').stdout).toBe(`${vault.signer.publicKey}# key ${vault.signer.key}\n`)
    expect(journal('restored')).toMatchObject({ status: 0, stdout: expect.stringContaining('Nothing to do') })
    await asSuperuser('delete from journal_chain where upto >= 4')
    expect(journal('verify', file)).toMatchObject({ status: 1,
      stdout: expect.stringContaining('cut off: it does not hold what was known of it up to entry 4') })
    await chainJournal(ctx())
    await asSuperuser('delete from journal_entry where id = 2')
    expect(journal('verify')).toMatchObject({ status: 1, stdout: expect.stringContaining('The journal was changed at or before entry') })
    rmSync(folder, { recursive: true, force: true })
  }, 120_000)
})
