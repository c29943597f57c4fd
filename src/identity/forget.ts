import type { Ctx } from '#platform/ctx.ts'

/** Forgets the codes, sessions and passkeys of a person who is erased. */
export async function forgetProofs({ db }: Pick<Ctx, 'db'>, personId: string): Promise<void> {
  for (const table of ['email_code', 'session', 'passkey'] as const) await db.deleteFrom(table).where('person_id', '=', personId).execute()
}
