import { execFileSync, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { testDb, type TestDb } from '../../test/database.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newVaultKeys, openVault, readVaultKeys } from '#platform/vault.ts'
import { chainJournal } from './chain.ts'
import { askCheck, check, listChecks } from './check.ts'
import { anchorsIn, writeExport } from './export-file.ts'
import { record } from './record.ts'
import { verifyJournal } from './verify.ts'

let at: TestDb
let folder = ''
beforeEach(async () => {
  at = await testDb()
  folder = mkdtempSync(path.join(tmpdir(), 'joinder-journal-'))
})
afterEach(async () => {
  await at.close()
  rmSync(folder, { recursive: true, force: true })
})

const vault = openVault(readVaultKeys(newVaultKeys(), 'test'))
const jobs = { queue: async () => undefined }
const now = new Date('2026-11-23T10:00:00.123Z')
const ctx = (instant = now): Ctx => ({ db: at.db, now: instant, actor: 'system', vault, jobs })
const world = () =>
  ({ db: at.db, vault, clock: { now: () => now }, jobs: jobs as never, config: { erasureLog: path.join(folder, 'erasures') } })
async function chained(batches: number, each = 10, instant = now) {
  for (let made = 0; made < batches; made += 1) {
    for (let n = 0; n < each; n += 1)
      await record(ctx(instant), 'joining.started', randomUUID(), { claim: 'tiktok', 'ë': 'a "quoted" \\ value' })
    await chainJournal(ctx(instant))
  }
}
async function looked() {
  const asked = await askCheck(ctx(), randomUUID())
  await check(world(), { checkId: asked.value })
  return (await listChecks(at.db)).find(({ id }) => id === asked.value)!
}

/** With the owner's password and the triggers switched off: nothing stops it, so it must be noticed. */
async function asOwner(change: string) {
  const client = new pg.Client({ connectionString: at.ownerUrl })
  await client.connect()
  for (const table of ['journal_entry', 'journal_chain']) await client.query(`alter table ${table} disable trigger user`)
  await client.query(change)
  await client.end()
}
const cutOff = 'delete from journal_chain where upto > 20; delete from journal_entry where id > 20'

describe('a look at the whole chain (SE-03)', () => {
  test('says how many it saw, leaves an entry, and a killed one goes on where it was', async () => {
    await chained(25, 4)
    const asked = await askCheck(ctx(), randomUUID())
    expect(await askCheck(ctx(), randomUUID())).toEqual(asked)
    await at.db.updateTable('journal_check')
      .set({
        upto: 40,
        hash: (await at.db.selectFrom('journal_chain').select('hash').where('upto', '=', 40).executeTakeFirstOrThrow()).hash,
        batches: 10, entries: 40,
      })
      .where('id', '=', asked.value).execute()
    await Promise.all([check(world(), { checkId: asked.value }), check(world(), { checkId: asked.value })])
    expect(await listChecks(at.db)).toMatchObject([{ batches: 25, entries: 100, unchained: 0, wrong: undefined, finishedAt: now }])
    const told = await at.db.selectFrom('journal_entry').select('facts').where('event', '=', 'journal.verified').execute()
    expect(told).toMatchObject([{ facts: { whole: true, upto: 100 } }])
  })

  test('one that died, or that somebody put there, keeps nobody from looking', async () => {
    await chained(1)
    const died = await askCheck(ctx(), randomUUID())
    expect(await askCheck(ctx(), null)).not.toEqual(died)
    const night = new Date(now.getTime() + 24 * 3_600_000)
    const asked = await askCheck(ctx(night), randomUUID())
    expect(asked).not.toEqual(died)
    expect(await askCheck(ctx(night), randomUUID())).toEqual(asked)
    await check(world(), { checkId: asked.value })
    expect((await listChecks(at.db)).find(({ id }) => id === asked.value)).toMatchObject({ finishedAt: now, wrong: undefined })
  })

  test('finds a change, and says where', async () => {
    await chained(3)
    await asOwner("update journal_entry set facts = '{}' where id = 12")
    expect(await looked()).toMatchObject({ wrong: { wrong: 'changed', upto: 20 } })
  })

  test('finds the end cut off, entries and links together, that an earlier look had seen', async () => {
    await chained(3)
    expect(await looked()).toMatchObject({ wrong: undefined, upto: 30 })
    await asOwner(cutOff)
    expect(await looked()).toMatchObject({ wrong: { wrong: 'cut-off', upto: 30 } })
    expect(await verifyJournal(ctx())).toEqual({ ok: false, wrong: 'cut-off', upto: 30 })
  })

  test('an export that is kept elsewhere knows an end that was cut off before anybody looked, and a chain that was made anew', async () => {
    await chained(3)
    const file = path.join(folder, 'export')
    await writeExport(ctx(), file, {}, now)
    expect(await verifyJournal(ctx(), anchorsIn(file))).toMatchObject({ ok: true })
    await asOwner(cutOff)
    // Without anybody who knew more, a chain that ends earlier is whole. docs/journal.md says so.
    expect(await verifyJournal(ctx())).toMatchObject({ ok: true, entries: 20 })
    expect(await verifyJournal(ctx(), anchorsIn(file))).toEqual({ ok: false, wrong: 'cut-off', upto: 30 })
    await asOwner("delete from journal_chain; update journal_entry set facts = '{}' where id = 1")
    await chainJournal(ctx())
    expect(await verifyJournal(ctx())).toMatchObject({ ok: true })
    expect(await verifyJournal(ctx(), anchorsIn(file))).toMatchObject({ ok: false, wrong: 'cut-off' })
  })

  test('a file that was cut off is no export', async () => {
    await chained(1)
    const file = path.join(folder, 'export')
    await writeExport(ctx(), file, {}, now)
    writeFileSync(file, readFileSync(file, 'utf8').split('\n').slice(0, -2).join('\n'))
    await expect(verifyJournal(ctx(), anchorsIn(file))).rejects.toThrow('not a whole export')
  })
})

describe('an auditor checks an export with standard tools, as docs/journal.md says', () => {
  const script = () => {
    const file = path.join(folder, 'check-journal.sh')
    writeFileSync(file, /```sh\n(.*?)```/s.exec(readFileSync('docs/journal.md', 'utf8'))![1]!)
    const key = path.join(folder, 'key.pem')
    writeFileSync(key, vault.signer.publicKey)
    return (exported: string, by = key) => spawnSync('bash', [file, exported, by], { encoding: 'utf8' })
  }
  const exported = async (period = {}) => {
    const file = path.join(folder, `export-${randomUUID()}`)
    await writeExport(ctx(), file, period, now)
    return file
  }

  test('a whole one, one with entries too new for a link, and one of a period in the middle', async () => {
    const run = script()
    await chained(2)
    await chained(1, 10, new Date('2026-11-25T10:00:00Z'))
    await chained(1, 10, new Date('2026-11-27T10:00:00Z'))
    await record(ctx(), 'joining.started', null)
    const whole = run(await exported())
    expect([whole.stdout, whole.status]).toEqual([expect.stringMatching(/^whole and signed: 4 links, last hash [0-9a-f]{64}\n$/), 0])
    const middle = await exported({ from: new Date('2026-11-25T00:00:00Z'), until: new Date('2026-11-26T00:00:00Z') })
    expect(run(middle).stdout).toMatch(/^whole and signed: 1 links/)
    expect(readFileSync(middle, 'utf8').split('\n').filter((line) => line.startsWith('['))).toHaveLength(10)
    const nothing = await exported({ from: new Date('2027-01-01T00:00:00Z') })
    expect(run(nothing).stdout).toMatch(/^whole and signed: 0 links/)
  })

  test.each([
    ['an entry changed', (lines: string[]) => lines.map((line) => (line.startsWith('[12,') ? line.replace('started', 'erased_') : line)),
      'changed'],
    ['an entry taken away', (lines: string[]) => lines.filter((line) => !line.startsWith('[12,')), 'changed'],
    ['two exchanged', (lines: string[]) => lines.with(2, lines[3]!).with(3, lines[2]!), 'changed'],
    ['a batch taken away', (lines: string[]) => [...lines.slice(0, 12), ...lines.slice(23)], 'missing'],
    ['a link dated later', (lines: string[]) => lines.map((line) => line.replace('T10:00:00.123Z","key', 'T11:00:00.123Z","key')),
      'not signed'],
    ['a signature taken away', (lines: string[]) => lines.map((line) => line.replace(/,"signature":"[^"]*"/, '')), 'not signed'],
    ['the end taken away', (lines: string[]) => lines.slice(0, 20), 'cut off'],
  ])('and finds %s', async (_, change, said) => {
    const run = script()
    await chained(3)
    const file = await exported()
    writeFileSync(file, change(readFileSync(file, 'utf8').split('\n')).join('\n'))
    const { stdout, status } = run(file)
    expect([status, stdout]).toEqual([1, expect.stringContaining(said)])
  })

  test('and finds that another installation signed', async () => {
    const run = script()
    await chained(1)
    const theirs = path.join(folder, 'theirs.pem')
    writeFileSync(theirs, openVault(readVaultKeys(newVaultKeys(), 'another')).signer.publicKey)
    expect(run(await exported(), theirs)).toMatchObject({ status: 1, stdout: expect.stringContaining('not signed with this key') })
  })

  test('the tools that the page names are there', () => {
    for (const [tool, word] of [['sha256sum', '--version'], ['openssl', 'version']] as const)
      expect(() => execFileSync(tool, [word])).not.toThrow()
  })
})
