import type { Ctx } from '#platform/ctx.ts'

/** The organiser who acts. Throws where somebody else does: an act of the desk was called from elsewhere. */
export function actingOrganiser({ actor }: Pick<Ctx, 'actor'>): string {
  if (!actor.startsWith('organiser:')) throw new Error(`an organiser has to act here, not ${actor.split(':')[0]}`)
  return actor.slice('organiser:'.length)
}
