import type { Ctx } from '#platform/ctx.ts'

/**
 * The holder of an address did not ask for this: living codes of the person count no more, and sessions of the address that were never
 * proven end.
 */
export async function disown({ db, now }: Ctx, personId: string, emailIndex: Buffer): Promise<void> {
  await db.updateTable('email_code').set({ voided_at: now }).where('person_id', '=', personId).where('used_at', 'is', null)
    .where('voided_at', 'is', null).execute()
  await db.updateTable('session').set({ ended_at: now }).where('email_index', '=', emailIndex).where('proven_at', 'is', null)
    .where('ended_at', 'is', null).execute()
}

/** Ends every session of an address, proven or not. */
export async function endAllSessions({ db, now }: Ctx, emailIndex: Buffer): Promise<void> {
  await db.updateTable('session').set({ ended_at: now }).where('email_index', '=', emailIndex).where('ended_at', 'is', null).execute()
}
