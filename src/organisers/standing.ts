import type { Ctx } from '#platform/ctx.ts'
import type { Organiser } from './queries.ts'

/** How somebody stands at the desk: `lost` makes a new passkey after losing all, `over` has an invitation that ran out. */
export type Standing = 'active' | 'invited' | 'lost' | 'over' | 'suspended'

export function standingOf({ suspended, expiresAt, enrolledAt }: Pick<Organiser, 'suspended' | 'expiresAt' | 'enrolledAt'>,
  { now }: Pick<Ctx, 'now'>): Standing {
  if (suspended) return 'suspended'
  if (!expiresAt) return 'active'
  if (expiresAt <= now) return 'over'
  return enrolledAt ? 'lost' : 'invited'
}
