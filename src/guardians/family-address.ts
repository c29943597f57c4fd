import { isAdultOn, legalZone } from '#participants/age.ts'
import { listPersons } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'

/**
 * Whether an address belongs to somebody who acts for this person, or to a child this person acts for. A child with an account of its own
 * never shares the address of its representative, in neither direction: each would read the other's file (GD-07). From 18 it is a matter of
 * the household.
 */
export async function isFamilyAddress(reader: Pick<Ctx, 'db' | 'vault' | 'now'>, personId: string, emailIndex: Buffer): Promise<boolean> {
  const rows = await livingOf(reader.db, personId)
  if (!rows.length) return false
  const today = dayIn(legalZone, reader.now)
  const children = await listPersons(reader, [...new Set(rows.map((row) => row.person_id))])
  const minors = new Set(children.filter(({ birthDate }) => !isAdultOn(birthDate, today)).map((child) => child.personId))
  const family = rows.filter((row) => minors.has(row.person_id))
    .map((row) => (row.person_id === personId ? row.representative_id : row.person_id))
  if (!family.length) return false
  return (await reader.db.selectFrom('participant').select('person_id').where('person_id', 'in', family)
    .where('email_index', '=', emailIndex)
    .limit(1).executeTakeFirst()) !== undefined
}

/** Who acts for a person by a representation that was not ended. */
export const listActingFor = async ({ db }: Pick<Ctx, 'db'>, personId: string): Promise<string[]> =>
  (await livingOf(db, personId)).filter((row) => row.person_id === personId).map((row) => row.representative_id)

const livingOf = (db: Ctx['db'], personId: string) => db.selectFrom('representation').leftJoin('representation_end', (on) => on
  .onRef('representation_end.person_id', '=', 'representation.person_id')
    .onRef('representation_end.representative_id', '=', 'representation.representative_id'))
  .select(['representation.person_id', 'representation.representative_id']).where('representation_end.reason', 'is', null)
  .where((row) => row.or([row('representation.person_id', '=', personId), row('representation.representative_id', '=', personId)]))
    .execute()
