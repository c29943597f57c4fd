import type { Standing } from '#publishing/standing.ts'
import type { Plan } from './plans.ts'

/** Why a plan would publish nothing as things stand; undefined where it goes on. */
export function inTheWayOf({ sha256 }: Pick<Plan, 'sha256'>, standing: Standing | undefined) {
  if (!standing) return 'no-draft'
  const [obstacle] = standing.obstacles
  return obstacle ?? (standing.bundle?.sha256 === sha256 ? undefined : 'draft-changed-meanwhile')
}
