import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Config } from '#config.ts'
import type { Ctx, Db } from '#platform/ctx.ts'
import type { World } from '#platform/world.ts'
import { ctxOf, transact } from '#platform/world.ts'
import { newestAnchor, writeAnchor, type Anchor } from './anchors.ts'
import { noteWrong } from './check.ts'
import { entryLines, isSigned, newestLink, signedText, type Link } from './links.ts'
import { journalLock } from './record.ts'
import { settledUpto } from './settled.ts'
import { missingAnchor, type Wrong } from './verify.ts'

const batch = 5000

/** The end of the chain is not what this installation signed: nothing is signed on top of it, or the signature would vouch for it. */
export class ChainBroken extends Error {
  readonly found: Wrong
  constructor(found: Wrong) {
    super(`the chain of the journal is not what it was: ${found.wrong} at entry ${found.upto}`)
    this.name = 'ChainBroken'
    this.found = found
  }
}

/**
 * Chains the entries that came since the last batch, and signs each link (SE-03: append-only, hash-chained). Answers how many were chained.
 * Throws `ChainBroken` where the last link is not one this installation signed, or what was known of the chain is no longer in it.
 */
export async function chainJournal(ctx: Ctx, known?: Anchor): Promise<number> {
  const settled = await settledUpto(ctx.db)
  return ctx.db.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(journalLock + 1)})`.execute(db)
    let last = await newestLink(db)
    const wrong = await wrongAtEnd({ ...ctx, db }, last, known)
    if (wrong) throw new ChainBroken(wrong)
    let chained = 0
    for (let after = last?.upto ?? 0; after < settled; after = last.upto) {
      last = await makeLink({ ...ctx, db }, last, Math.min(after + batch, settled))
      chained += last.entries
    }
    return chained
  })
}

async function makeLink({ db, vault, now }: Ctx, last: Link | undefined, upto: number): Promise<Link> {
  const previous = last?.hash ?? Buffer.alloc(32)
  const hash = createHash('sha256').update(previous)
  let entries = 0
  for await (const line of entryLines(db, last?.upto ?? 0, upto)) {
    hash.update(line)
    entries += 1
  }
  const link = { upto, entries, previous, hash: hash.digest(), chained_at: now, key: vault.signer.key }
  const signed = { ...link, signature: vault.signer.sign(signedText(link)) }
  await db.insertInto('journal_chain').values(signed).execute()
  return signed
}

/** What is wrong with the end of the chain. Only a chain that was never signed, and of which nothing is known outside, may end unsigned. */
async function wrongAtEnd({ db, vault }: Pick<Ctx, 'db' | 'vault'>, last: Link | undefined,
  known: Anchor | undefined): Promise<Wrong | undefined> {
  const missing = known && await missingAnchor(db, [known])
  if (missing) return missing
  if (!last || isSigned(vault.signer, last)) return undefined
  return last.signature || known || await anySigned(db) ? { wrong: 'not-signed', upto: last.upto } : undefined
}

const anySigned = (db: Db) =>
  db.selectFrom('journal_chain').select('upto').where('signature', 'is not', null).limit(1).executeTakeFirst()

type Inside = Pick<World, 'db' | 'clock' | 'vault' | 'jobs' | 'log'> & { config: Pick<Config, 'erasureLog'> }

/**
 * Chains, and says outside the database what the chain is now: in the folder of anchors and in the log. Before that it compares the chain
 * with the last anchor; where it does not hold, nothing is chained, and it is said at the desk and in the log until somebody looks.
 */
export async function chainAndAnchor(world: Inside): Promise<number> {
  const { config: { erasureLog: folder }, log, vault } = world
  const known = await newestAnchor(folder, vault.signer)
  try {
    const chained = await chainJournal(ctxOf(world), known)
    const last = await newestLink(world.db)
    if (last && last.upto !== known?.upto && isSigned(vault.signer, last)) {
      await writeAnchor(folder, last)
      log.info({ upto: last.upto, hash: last.hash.toString('hex') }, 'journal chained')
    }
    return chained
  } catch (error) {
    if (!(error instanceof ChainBroken)) throw error
    log.error(error.found, 'the chain of the journal is not what it was: nothing is chained until it is cleared up')
    await transact(world, (ctx) => noteWrong(ctx, error.found))
    return 0
  }
}
