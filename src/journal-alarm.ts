import { senderOf } from '#claims/mail-sender.ts'
import { getOrganisation } from '#claims/queries.ts'
import type { Config } from '#config.ts'
import { chainAndAnchor } from '#journal/chain.ts'
import { findLastCheck } from '#journal/check.ts'
import { tellOfJournal } from '#organisers/notices.ts'
import { transact, type World } from '#platform/world.ts'

type Inside = Pick<World, 'db' | 'clock' | 'vault' | 'jobs' | 'log'> & { config: Pick<Config, 'erasureLog' | 'publicOrigin'> }

/** Each minute: chains the journal, and mails who watches over it what the newest look at it found wrong; each look once. */
export async function keepJournal(world: Inside): Promise<void> {
  await chainAndAnchor(world)
  const last = await findLastCheck(world.db)
  const { wrong } = last ?? {}
  if (!last || !wrong) return
  const sender = senderOf(await getOrganisation(world.db, 'en'), world.config.publicOrigin)
  await transact(world, (ctx) => tellOfJournal(ctx, { sender }, { ...last, wrong }))
}
