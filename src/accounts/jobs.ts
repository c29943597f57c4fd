import { jobKind } from '#platform/jobs.ts'
import type { World } from '#platform/world.ts'

export const sweepAccounts = jobKind<Record<string, never>>('accounts.sweep', { expireSeconds: 600 })

/** Forgets, a day later, new addresses that nobody proved (SE-07). */
export async function sweepAsked(world: Pick<World, 'db' | 'clock'>): Promise<void> {
  await world.db.deleteFrom('email_change_ask').where('asked_at', '<', new Date(world.clock.now().getTime() - 86_400_000)).execute()
}
