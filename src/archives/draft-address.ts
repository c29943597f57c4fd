import { findDraft } from '#joining/queries.ts'
import type { Ctx } from '#platform/ctx.ts'

/** The address of somebody who began to join and did not finish; undefined when there is no draft any more. */
export async function findDraftAddress(reader: Pick<Ctx, 'db' | 'vault'>, personId: string): Promise<string | undefined> {
  const row = await reader.db.selectFrom('draft').select('claim').where('person_id', '=', personId).limit(1).executeTakeFirst()
  return row && (await findDraft(reader, personId, row.claim))?.answers.email
}
