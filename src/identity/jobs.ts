import { jobKind } from '#platform/jobs.ts'
import type { World } from '#platform/world.ts'

export const sweepIdentity = jobKind<Record<string, never>>('identity.sweep', { expireSeconds: 600 })

const day = 86_400_000

/** Forgets codes after 24 hours, sessions that ended, challenges that nobody signed, and limits that are full again (SE-07). */
export async function sweep(world: Pick<World, 'db' | 'clock'>): Promise<void> {
  const now = world.clock.now()
  await world.db.deleteFrom('email_code').where('issued_at', '<', new Date(now.getTime() - day)).execute()
  await world.db.deleteFrom('session')
    .where((row) => row.or([row('expires_at', '<', now), row('ended_at', '<', new Date(now.getTime() - day))])).execute()
  await world.db.deleteFrom('passkey_challenge').where('expires_at', '<', now).execute()
  await world.db.deleteFrom('rate_limit').where('full_at', '<', now).execute()
}
