import { listActingFor } from '#guardians/family-address.ts'
import type { Ctx } from '#platform/ctx.ts'

const days = 86_400_000

/** How long money waits after a change; the setting MONEY_COOL_DOWN_DAYS may make it longer, never shorter (PO-06). */
export const leastCoolDownDays = 14

/**
 * From when money may move to a person: `coolDownDays` after the newest change of the address or the bank account, the newest correction by
 * the desk, and after the newest time somebody came in by code although there is a passkey (decision 16), or asked by reference for a way
 * in that another has (decision 19). Undefined: nothing stands in the way now. What happens to the account of who acts for a child counts
 * for the child too.
 */
export async function moneyMayMoveFrom({ db, now }: Pick<Ctx, 'db' | 'now'>, personId: string,
  coolDownDays = leastCoolDownDays): Promise<Date | undefined> {
  const accounts = [personId, ...(await listActingFor({ db }, personId))]
  const newest = await db.selectFrom('participant_change').select('changed_at as at').where('person_id', 'in', accounts)
    .where('field', '=', 'email')
    .unionAll(db.selectFrom('participant_flag').select('flagged_at as at').where('person_id', '=', personId)
      .where('flag', '=', 'own-access-contested'))
    .unionAll(db.selectFrom('desk_correction').select('corrected_at as at').where('person_id', 'in', accounts))
    .unionAll(db.selectFrom('way_back').select('taken_at as at').where('person_id', 'in', accounts))
    .unionAll(db.selectFrom('bank_account').select('entered_at as at').where('person_id', '=', personId))
    .orderBy('at', 'desc').limit(1).executeTakeFirst()
  const from = newest && new Date(newest.at.getTime() + Math.max(coolDownDays, leastCoolDownDays) * days)
  return from && from > now ? from : undefined
}
