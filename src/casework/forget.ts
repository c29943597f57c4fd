import type { Ctx } from '#platform/ctx.ts'

/**
 * Forgets of a person's case all that was written freely, the notes and the tasks. What was decided stays, coded, on what ground and when:
 * it belongs to the proof of the agreement and says nothing readable. May be done twice.
 */
export async function forgetCasework({ db }: Pick<Ctx, 'db'>, personId: string): Promise<void> {
  for (const table of ['case_text', 'case_note_strike', 'case_note', 'case_task'] as const) await db.deleteFrom(table)
    .where('person_id', '=', personId).execute()
}
