import type { Ctx } from '#platform/ctx.ts'
import { record } from '#journal/record.ts'

export type EndReason = 'came-of-age' | 'given-up' | 'objection-upheld' | 'court-order'

/** Who acts for a child, or did: `end` is undefined while it lasts. */
export interface Representation {
  personId: string
  representativeId: string
  relation: 'parent' | 'guardian'
  authority: 'joint' | 'sole' | 'guardianship'
  declaredAt: Date
  end: { reason: EndReason; endedAt: Date } | undefined
}

/** Everybody who acts or acted for some children, in one query, who declared first stands first. */
export const listRepresentations = async (reader: Pick<Ctx, 'db'>, personIds: readonly string[]): Promise<Representation[]> =>
  representationsBy(reader, 'representation.person_id', personIds)

/** Everybody for whom some persons act or acted, in one query. */
export const listRepresentedBy = async (reader: Pick<Ctx, 'db'>, representativeIds: readonly string[]): Promise<Representation[]> =>
  representationsBy(reader, 'representation.representative_id', representativeIds)

async function representationsBy({ db }: Pick<Ctx, 'db'>, whose: 'representation.person_id' | 'representation.representative_id',
  ids: readonly string[]): Promise<Representation[]> {
  if (!ids.length) return []
  const rows = await db.selectFrom('representation').leftJoin('representation_end', (on) => on
    .onRef('representation_end.person_id', '=', 'representation.person_id')
      .onRef('representation_end.representative_id', '=', 'representation.representative_id'))
    .select(['representation.person_id', 'representation.representative_id', 'relation', 'authority', 'declared_at', 'reason', 'ended_at'])
    .where(whose, 'in', ids).orderBy('declared_at').orderBy('representation.representative_id').execute()
  return rows.map((row) => ({
    personId: row.person_id, representativeId: row.representative_id, relation: row.relation as Representation['relation'],
    authority: row.authority as Representation['authority'], declaredAt: row.declared_at,
    end: row.reason === null ? undefined : { reason: row.reason as EndReason, endedAt: row.ended_at! },
  }))
}

/** The ids of everybody who is or was represented from an address. */
export const listRepresentedFrom = async ({ db }: Pick<Ctx, 'db'>, emailIndex: Buffer): Promise<string[]> =>
  (await db.selectFrom('representation').innerJoin('participant', 'participant.person_id', 'representation.representative_id')
    .select('representation.person_id').distinct().where('participant.email_index', '=', emailIndex).execute()).map((row) => row.person_id)

/** Ends that somebody acts for a child; from now on that account reaches nothing of it. Answers whether it had not ended before. */
export async function endRepresentation(ctx: Ctx, personId: string, representativeId: string, reason: EndReason): Promise<boolean> {
  const written = await ctx.db.insertInto('representation_end')
    .values({ person_id: personId, representative_id: representativeId, reason, ended_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  if (!written.numInsertedOrUpdatedRows) return false
  await record(ctx, 'guardians.ended', personId, { representativeId, reason })
  return true
}
