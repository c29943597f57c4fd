import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { keepHistory } from './correct.ts'
import { flag } from './flag.ts'
import { getPerson, personsAt } from './queries.ts'

/**
 * From now on a person is reached at this address, which somebody proved. What stood there before is kept (GD-02); a shared one is flagged
 * (AD-03).
 */
export async function reachAt(ctx: Ctx, personId: string, email: string): Promise<void> {
  const [person, safe] = [await getPerson(ctx, personId), await ctx.vault.open(ctx.db, personId)]
  const emailIndex = ctx.vault.index('email', email)
  const shared = (await personsAt(ctx, emailIndex)).some((id) => id !== personId)
  await keepHistory(ctx, personId, 'email', person.email ?? '')
  await ctx.db.updateTable('participant').set({ email: safe.seal('participant.email', email), email_index: emailIndex })
    .where('person_id', '=', personId).execute()
  await record(ctx, 'participants.corrected', personId, { fields: 'email' })
  if (shared) await flag(ctx, personId, 'shared-address')
}
