import type { Ctx } from '#platform/ctx.ts'

/** Forgets which bulk acts reached a person; the numbers of each run stay. May be done twice. */
export async function forgetBulk({ db }: Pick<Ctx, 'db'>, personId: string): Promise<void> {
  for (const table of ['bulk_item', 'bulk_sample'] as const) await db.deleteFrom(table).where('person_id', '=', personId).execute()
}
