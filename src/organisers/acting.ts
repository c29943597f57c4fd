import type { Ctx } from '#platform/ctx.ts'

/** In the name of somebody who has just proved who they are, where no page of theirs is open yet. */
export const actingAs = (ctx: Ctx, personId: string): Ctx => ({ ...ctx, actor: `organiser:${personId}` })

/** The organiser who acts. Throws where somebody else does: an act of the desk was called from elsewhere. */
export function actingOrganiser({ actor }: Pick<Ctx, 'actor'>): string {
  if (!actor.startsWith('organiser:')) throw new Error(`an organiser has to act here, not ${actor.split(':')[0]}`)
  return actor.slice('organiser:'.length)
}
