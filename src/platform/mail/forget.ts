import type { Db } from '#platform/ctx.ts'

/** Takes away the mails to a person who is erased, sent or not. */
export async function forgetMails(db: Db, personId: string): Promise<void> {
  for (const table of ['mail_outcome', 'mail'] as const) await db.deleteFrom(table).where('person_id', '=', personId).execute()
}
