import type { Ctx } from '#platform/ctx.ts'

/** Forgets the codes and sessions of a person who is erased. */
export async function forgetProofs({ db }: Pick<Ctx, 'db'>, personId: string): Promise<void> {
  for (const table of ['email_code', 'session'] as const) await db.deleteFrom(table).where('person_id', '=', personId).execute()
}
