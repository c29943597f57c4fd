import { sql } from 'kysely'
import { birthDatesReaching, daysAfter } from '#guardians/birthdays.ts'
import { birthIndexOf } from '#participants/admit.ts'
import type { Ctx } from '#platform/ctx.ts'

/**
 * Who was signed up as a child and, by the blind index of the birth date, reaches an age on one of these days (`YYYY-MM-DD`, first and last
 * included): one query by index, nothing is read or unsealed of anybody else (MI-01). A collision or a later correction is for the caller
 * to see.
 */
export async function listReaching(ctx: Pick<Ctx, 'db' | 'vault'>, age: number,
  { from, until }: { from: string; until: string }): Promise<{ person_id: string }[]> {
  const days: string[] = []
  for (let day = from; day <= until; day = daysAfter(day, 1)) days.push(day)
  const indexes = days.flatMap((day) => birthDatesReaching(age, day)).map((birthDate) => birthIndexOf(ctx, birthDate))
  if (!indexes.length) return []
  return ctx.db.selectFrom('participant').innerJoin('vault_key', 'vault_key.person_id', 'participant.person_id')
    .select('participant.person_id')
    .where('birth_index', 'in', indexes).orderBy('participant.person_id').execute()
}

/**
 * Those among them for whom coming of age is not settled: somebody still stands as representative, or what lives was signed by others only.
 */
export async function listUnsettled({ db }: Pick<Ctx, 'db'>, rows: readonly { person_id: string }[]): Promise<{ person_id: string }[]> {
  if (!rows.length) return []
  const { rows: found } = await sql<{ person_id: string }>`
    select person_id from participant p where person_id = any(${rows.map(({ person_id }) => person_id)}::uuid[]) and (
      exists (select from representation r where r.person_id = p.person_id and not exists
        (select from representation_end e where e.person_id = r.person_id and e.representative_id = r.representative_id))
      or exists (select from participation l where l.person_id = p.person_id
        and not exists (select from participation_end e where e.person_id = l.person_id and e.claim = l.claim and e.round = l.round)
        and not exists (select from mandate m join signature s on s.person_id = m.person_id and s.id = m.signature_id
          where m.person_id = l.person_id and m.claim = l.claim and m.round = l.round and s.signatory = 'self')))
    order by person_id`.execute(db)
  return found
}
