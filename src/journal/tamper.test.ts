import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newVaultKeys, openVault, readVaultKeys } from '#platform/vault.ts'
import { readAnchors } from './anchors.ts'
import { ChainBroken, chainAndAnchor, chainJournal } from './chain.ts'
import { askCheck, check, foundWrong, listChecks } from './check.ts'
import { acceptRestored } from './restored.ts'
import { openJournal, type TestJournal } from './tamper.fixture.ts'
import { verifyJournal } from './verify.ts'

let journal: TestJournal
beforeEach(async () => { journal = await openJournal() })
afterEach(() => journal.close())

const anchors = ({ world } = journal) => readAnchors(world.config.erasureLog, world.vault.signer)
async function anchored() {
  const seen: number[] = []
  for await (const { upto } of anchors()) seen.push(upto)
  return seen
}
const verify = () => verifyJournal(journal.ctx(), anchors())
const change = "update journal_entry set facts = '{}' where id = 5"
const cutOff = 'delete from journal_chain where upto > 20; delete from journal_entry where id > 20'
async function looked() {
  const asked = await askCheck(journal.ctx(), null)
  await check(journal.world, { checkId: asked.value })
  return (await listChecks(journal.at.db)).find(({ id }) => id === asked.value)!
}

describe('whoever owns the database and makes the whole chain anew is found out (SE-03)', () => {
  const stranger = openVault(readVaultKeys(newVaultKeys(), 'stranger')).signer
  test.each([
    ['without signatures', undefined],
    ['signed with a key of their own', stranger],
    ['signed with a key of their own under our name', { ...stranger, key: 'ours' }],
  ])('%s; with no export, no log and every earlier look wiped out', async (_, given) => {
    await journal.anchored(3)
    const signer = given?.key === 'ours' ? { ...given, key: journal.world.vault.signer.key } : given
    await journal.asOwner(`${change}; delete from journal_check`)
    await journal.makeAnew(signer)
    expect(await verify()).toMatchObject({ ok: false, wrong: signer ? 'not-signed' : 'cut-off' })
    // Without the anchors: a chain that is signed by a stranger shows by itself.
    expect(await verifyJournal(journal.ctx())).toMatchObject(signer ? { ok: false, wrong: 'not-signed', upto: 10 } : { signedAfter: null })
  })

  test('with some of the signatures left: a link of before signing counts only before the first signed one', async () => {
    await journal.chained(3)
    await journal.asOwner('update journal_chain set key = null, signature = null where upto = 20')
    expect(await verifyJournal(journal.ctx())).toEqual({ ok: false, wrong: 'not-signed', upto: 20 })
  })

  test('when the link was made is signed as well', async () => {
    await journal.chained(1)
    await journal.asOwner("update journal_chain set chained_at = chained_at - interval '1 day'")
    expect(await verifyJournal(journal.ctx())).toEqual({ ok: false, wrong: 'not-signed', upto: 10 })
  })

  test('a tail that was cut off shows within the minute, with nothing but the anchors to know of it', async () => {
    await journal.anchored(3)
    await journal.asOwner(cutOff)
    expect(await verifyJournal(journal.ctx())).toMatchObject({ ok: true, entries: 20 })
    expect(await verify()).toEqual({ ok: false, wrong: 'cut-off', upto: 30 })
    await journal.write(1)
    expect(await journal.minute()).toBe(0)
    expect(await foundWrong(journal.at.db)).toEqual({ wrong: 'cut-off', upto: 30 })
    expect(journal.told).toContainEqual({ wrong: 'cut-off', upto: 30 })
    expect(await looked()).toMatchObject({ wrong: { wrong: 'cut-off', upto: 30 } })
  })
})

describe('the program signs nothing on top of what it did not sign', () => {
  test.each([
    ['every link taken away', 'delete from journal_chain', 'cut-off'],
    ['every entry taken away', 'delete from journal_chain; delete from journal_entry', 'cut-off'],
    ['the last signature taken away', 'update journal_chain set key = null, signature = null where upto = 30', 'not-signed'],
    ['every signature taken away', 'update journal_chain set key = null, signature = null', 'not-signed'],
    ['another last hash', "update journal_chain set hash = sha256('x') where upto = 30", 'cut-off'],
  ])('%s', async (_, tampering, wrong) => {
    await journal.anchored(3)
    await journal.asOwner(tampering)
    await journal.write(1)
    expect([await journal.minute(), await journal.minute()]).toEqual([0, 0])
    expect(await listChecks(journal.at.db)).toMatchObject([{ wrong: { wrong }, askedBy: null }])
    const told = await journal.at.db.selectFrom('journal_entry').select('facts').where('event', '=', 'journal.verified').execute()
    expect(told).toMatchObject([{ facts: { whole: false } }])
  })

  test('also where no anchor is left, as long as one signature is', async () => {
    await journal.chained(3)
    await journal.asOwner('update journal_chain set key = null, signature = null where upto = 30')
    await journal.write(1)
    await expect(chainJournal(journal.ctx())).rejects.toThrow(ChainBroken)
  })

  test('a finished look, which later ones compare with, is changed by nobody without taking the trigger away', async () => {
    await journal.chained(1)
    await looked()
    for (const statement of ['update journal_check set upto = 1', 'delete from journal_check', 'truncate journal_check'])
      await expect(sql.raw(statement).execute(journal.at.db)).rejects.toThrow(/permission denied|append-only/)
  })
})

describe('the anchors beside the log of erasures', () => {
  const file = () => path.join(journal.world.config.erasureLog, 'journal-2026-11.anchors')

  test('are one line for each link, only ever appended to, and never twice', async () => {
    await journal.anchored(2)
    const before = readFileSync(file(), 'utf8')
    await journal.minute()
    expect(readFileSync(file(), 'utf8')).toBe(before)
    await journal.anchored(1)
    expect(readFileSync(file(), 'utf8').startsWith(before)).toBe(true)
    expect(await anchored()).toEqual([10, 20, 30])
    expect(await verify()).toEqual({ ok: true, upto: 30, batches: 3, entries: 30, signedAfter: 0, unchained: 0 })
  })

  test('a torn line, a changed one and one of another installation count for nothing, and the next is whole again', async () => {
    await journal.anchored(1)
    const line = readFileSync(file(), 'utf8').trim()
    const changed = line.replace('"upto":10', '"upto":11')
    const theirs = line.replace(/"signature":"(.)/, (_, first) => `"signature":"${first === 'A' ? 'B' : 'A'}`)
    appendFileSync(file(), `\n${changed}\n${theirs}\n{"upto":12,"entr`)
    await journal.anchored(1)
    expect(await anchored()).toEqual([10, 20])
    expect(await verify()).toMatchObject({ ok: true })
  })

  test('several nodes with a folder each go on with one chain, and each keeps what it made', async () => {
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'joinder-journal-'))
    const other = { ...journal.world, config: { erasureLog: elsewhere } }
    for (const node of [journal.world, other, journal.world, other]) {
      await journal.write(10)
      await chainAndAnchor(node)
    }
    expect(await anchored()).toEqual([10, 30])
    expect(await verifyJournal(journal.ctx(), anchors(), readAnchors(elsewhere, other.vault.signer))).toMatchObject({ ok: true })
    rmSync(elsewhere, { recursive: true })
  })
})

describe('what is no tampering', () => {
  test('links from before signing stay whole, the first signature covers them, and both are said', async () => {
    await journal.chained(2)
    await journal.makeAnew()
    expect(await verify()).toMatchObject({ ok: true, signedAfter: null })
    await journal.anchored(1)
    expect(await verify()).toMatchObject({ ok: true, entries: 30, signedAfter: 20 })
    await journal.asOwner(change)
    await journal.makeAnew()
    expect(await verify()).toMatchObject({ ok: false, wrong: 'cut-off' })
  })

  test('a new master key changes nothing; another installation’s key file is said', async () => {
    const [index, master] = ['index', 'master'].map((name) => `${name}:${Buffer.alloc(32, name).toString('base64')}\n`) as [string, string]
    const mine = await openJournal(`${index}${master}`)
    await mine.anchored(2)
    const rotated = openVault(readVaultKeys(`${index}master:${Buffer.alloc(32, 'young').toString('base64')}\n${master}`, 'rotated'))
    expect(await verifyJournal({ db: mine.at.db, vault: rotated }, readAnchors(mine.world.config.erasureLog, rotated.signer)))
      .toMatchObject({ ok: true, signedAfter: 0 })
    await expect(chainJournal({ ...mine.ctx(), vault: journal.world.vault })).rejects.toThrow('not-signed at entry 20')
    await mine.close()
  })

  test('a restored backup: the operator says so, the journal keeps how far it once went, and goes on', async () => {
    await journal.anchored(3)
    expect(await acceptRestored(journal.world)).toEqual({ ok: false, because: 'nothing-missing' })
    await journal.asOwner(cutOff)
    expect(await journal.minute()).toBe(0)
    journal.world.clock.moveTo('2026-11-23T10:01:00Z')
    expect(await acceptRestored(journal.world)).toEqual({ ok: true, value: 30 })
    expect(await foundWrong(journal.at.db)).toBeUndefined()
    expect((await journal.at.db.selectFrom('journal_entry').select('facts').where('event', '=', 'journal.restored').execute()))
      .toMatchObject([{ facts: { upto: 20, knownUpto: 30 } }])
    expect(await journal.minute()).toBeGreaterThan(0)
    expect(await verify()).toMatchObject({ ok: true, signedAfter: 0 })
    expect(readdirSync(journal.world.config.erasureLog).sort())
      .toEqual(['journal-2026-11.anchors', 'journal-2026-11.anchors.before-2026-11-23T10-01-00.000Z'])
  })

  test('a tampered journal does not pass for a restored one', async () => {
    await journal.anchored(3)
    await journal.asOwner(`${cutOff}; ${change}`)
    expect(await acceptRestored(journal.world)).toEqual({ ok: false, because: 'not-whole' })
  })
})
