import { forgetProofs } from '#identity/forget.ts'
import { forEachPerson } from '#platform/each.ts'
import { jobKind } from '#platform/jobs.ts'
import { forgetMails } from '#platform/mail/forget.ts'
import { ctxOf, transact, type World } from '#platform/world.ts'

export const sweepStrangers = jobKind<Record<string, never>>('participants.sweep-strangers', { expireSeconds: 1800 })

const day = 86_400_000

/**
 * Erases, a day later, what a sign-in attempt with an unknown address left behind: a key, a session and a mail of somebody who neither
 * joined nor began to join nor works at the desk (SE-07). Answers how many.
 */
export async function sweepUnknown(world: Pick<World, 'db' | 'clock' | 'vault' | 'jobs' | 'log'>): Promise<number> {
  const before = new Date(world.clock.now().getTime() - day)
  const strangers = await ctxOf(world).db.selectFrom('vault_key').leftJoin('participant', 'participant.person_id', 'vault_key.person_id')
    .leftJoin('draft', 'draft.person_id', 'vault_key.person_id').leftJoin('organiser', 'organiser.person_id', 'vault_key.person_id')
    .select('vault_key.person_id').where('participant.person_id', 'is', null).where('draft.person_id', 'is', null)
      .where('organiser.person_id', 'is', null)
      .where('vault_key.created_at', '<', before).execute()
  return forEachPerson(world.log, sweepStrangers.name, strangers, ({ person_id: personId }) =>
    transact(world, async ({ db, vault, now }) => {
      await forgetProofs({ db }, personId)
      await forgetMails(db, personId)
      await vault.erase(db, personId, 'unknown-address', now)
      return true
    }))
}
