import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { standingClock } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { noLog } from '#platform/log.ts'
import type { Signer } from '#platform/signer.ts'
import { newVaultKeys, openVault, readVaultKeys } from '#platform/vault.ts'
import { testDb } from '../../test/database.ts'
import { chainAndAnchor, chainJournal } from './chain.ts'
import { entryLines, listLinks, signedText, type Link } from './links.ts'
import { record } from './record.ts'

/** A journal of its own with a folder for its anchors, the program that keeps it, and somebody who owns the database. */
export async function openJournal(keys = newVaultKeys()) {
  const at = await testDb()
  const folder = mkdtempSync(path.join(tmpdir(), 'joinder-journal-'))
  const told: unknown[] = []
  const vault = openVault(readVaultKeys(keys, 'test'))
  const jobs = { queue: async () => undefined }
  const clock = standingClock('2026-11-23T10:00:00.123Z')
  const ctx = (): Ctx => ({ db: at.db, now: clock.now(), actor: 'system', vault, jobs })
  const world = {
    db: at.db, vault, clock, jobs: jobs as never, config: { erasureLog: path.join(folder, 'erasures') },
    log: { ...noLog, error: (...words: unknown[]) => void told.push(...words) } as never,
  }

  async function asOwner(work: string | ((client: pg.Client) => Promise<unknown>)) {
    const client = new pg.Client({ connectionString: at.ownerUrl })
    await client.connect()
    for (const table of ['journal_entry', 'journal_chain', 'journal_check'])
      await client.query(`alter table ${table} disable trigger user`)
    await (typeof work === 'string' ? client.query(work) : work(client))
    await client.end()
  }

  const write = async (entries: number) => {
    for (let n = 0; n < entries; n += 1) await record(ctx(), 'joining.started', randomUUID(), { claim: 'tiktok' })
  }

  return {
    at, folder, ctx, world, told, asOwner, write,
    /** What the job of each minute does. */
    minute: () => chainAndAnchor(world),
    async chained(batches: number, each = 10) {
      for (let made = 0; made < batches; made += 1) {
        await write(each)
        await chainJournal(ctx())
      }
    },
    /** As the job of each minute, so that each link is an anchor too. */
    async anchored(batches: number, each = 10) {
      for (let made = 0; made < batches; made += 1) {
        await write(each)
        await chainAndAnchor(world)
      }
    },
    /** The owner computes every link anew over the entries as they are now, and signs with whatever key is at hand, or with none. */
    makeAnew: (signer?: Signer) => asOwner(async (client) => {
      const links = await listLinks(at.db, 0, 1000)
      await client.query('delete from journal_chain')
      let [after, previous]: [number, Buffer] = [0, Buffer.alloc(32)]
      for (const old of links) {
        const hash = createHash('sha256').update(previous)
        for await (const line of entryLines(at.db, after, old.upto)) hash.update(line)
        const link: Link = { ...old, previous, hash: hash.digest(), key: signer?.key ?? null, signature: null }
        await client.query(
          'insert into journal_chain (upto, entries, hash, previous, chained_at, key, signature) values ($1, $2, $3, $4, $5, $6, $7)',
          [link.upto, link.entries, link.hash, link.previous, link.chained_at, link.key, signer?.sign(signedText(link)) ?? null],
        )
        ;[after, previous] = [link.upto, link.hash]
      }
    }),
    async close() {
      await at.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type TestJournal = Awaited<ReturnType<typeof openJournal>>
