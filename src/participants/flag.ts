import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'

/**
 * What the desk should look at: an alias in the address, an address of several people, an own way in that was opened by reference, or asked
 * for twice.
 */
export const flags = ['plus-alias', 'shared-address', 'own-access-by-reference', 'own-access-contested'] as const
export type Flag = (typeof flags)[number]

/** Flags a person for the desk; flagged so before, it changes nothing (AD-03). */
export async function flag(ctx: Ctx, personId: string, name: Flag): Promise<void> {
  const flagged = await ctx.db.insertInto('participant_flag').values({ person_id: personId, flag: name, flagged_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  if (flagged.numInsertedOrUpdatedRows) await record(ctx, 'participants.flagged', personId, { flag: name })
}
