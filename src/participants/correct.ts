import { randomUUID } from 'node:crypto'
import type { Ctx } from '#platform/ctx.ts'

/** What of a person may be corrected. */
export type CorrectedField = 'legal_name' | 'birth_date' | 'address' | 'email'

/** Keeps what stood there before a correction, sealed, with who corrected it and when (GD-02). Call it before the new value is written. */
export async function keepHistory(ctx: Ctx, personId: string, field: CorrectedField, oldValue: string): Promise<void> {
  const safe = await ctx.vault.open(ctx.db, personId)
  await ctx.db.insertInto('participant_change').values({
    person_id: personId, id: randomUUID(), field, was: safe.seal('participant_change.was', oldValue), actor: ctx.actor, changed_at: ctx.now,
  }).execute()
}
