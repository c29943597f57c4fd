import type { Ctx } from '#platform/ctx.ts'

/**
 * Works alone on these persons until the end of the transaction: whoever ends a participation, grants or takes back a power, or erases,
 * does so one after the other, and reads only now what holds. Always in the same order.
 */
export async function lockPersons({ db }: Pick<Ctx, 'db'>, personIds: readonly string[]): Promise<void> {
  if (personIds.length) await db.selectFrom('vault_key').select('person_id').where('person_id', 'in', personIds).orderBy('person_id')
    .forUpdate().execute()
}
