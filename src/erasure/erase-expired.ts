import { record } from '#journal/record.ts'
import { removeBytes } from '#platform/files/stored.ts'
import { transact, type World } from '#platform/world.ts'
import { removeArchives } from '#archives/archives.ts'
import { isWhole } from './erase.ts'
import { forgetAllBut } from './forget-all.ts'
import { findHolds } from './holds.ts'

type Inside = Pick<World, 'db' | 'clock' | 'vault' | 'jobs' | 'files'>

/**
 * Erases somebody whose time is over, after looking once more, in the same transaction, whether something has to be kept. Answers whether
 * the person was erased.
 */
export async function eraseExpired(world: Inside, personId: string,
  because: 'withdrawn' | 'claim-over' | 'nobody-represented'): Promise<boolean> {
  const gone = await transact(world, async (ctx) => {
    const held = await ctx.db.selectFrom('vault_key').select('person_id').where('person_id', '=', personId).forUpdate().executeTakeFirst()
    if (!held || !isWhole(await findHolds(ctx, personId))) return false
    await forgetAllBut(ctx, personId)
    await ctx.vault.erase(ctx.db, personId, because, ctx.now)
    await record(ctx, 'erasure.erased', personId, { because })
    return true
  })
  if (gone) {
    await removeArchives(world, personId)
    await removeBytes(world, personId)
  }
  return gone
}
