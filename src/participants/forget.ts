import type { Ctx } from '#platform/ctx.ts'
import type { Usage } from './admit.ts'

const nothingTold: Usage = { accounts: {}, from: '', until: null }

/**
 * Forgets of a person what is no part of the agreement: the address and every way to find the person by it, what was told about use of the
 * product, what stood there before corrections, and flags. Name, date of birth and postal address stay with the agreement. May be done
 * twice.
 */
export async function forgetPerson(ctx: Ctx, personId: string): Promise<void> {
  const { db, vault } = ctx
  await db.updateTable('participant').set({ email: null, email_index: null, birth_index: null }).where('person_id', '=', personId).execute()
  for (const table of ['participant_change', 'participant_flag'] as const) await db.deleteFrom(table).where('person_id', '=', personId)
    .execute()
  const safe = await vault.find(db, personId)
  if (!safe) return
  await db.updateTable('participation').set({ usage: safe.seal('participation.usage', JSON.stringify(nothingTold)) })
    .where('person_id', '=', personId).execute()
}
