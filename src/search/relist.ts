import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { listSubjects, type Listed } from './subjects.ts'
import { termsOf } from './terms.ts'

/** Who lists does so one after the other: what was read last is what stays. */
const listingLock = 7_310_300

/**
 * Brings the list up to date for some persons, in the transaction of the caller: finds what each is found by today and writes only what
 * changed. Who was erased, or never was a participant, is in no list afterwards.
 */
export async function relist(ctx: Ctx, personIds: string | readonly string[]): Promise<void> {
  const ids = [...new Set(typeof personIds === 'string' ? [personIds] : personIds)]
  if (!ids.length) return
  await sql`select pg_advisory_xact_lock(${sql.lit(listingLock)})`.execute(ctx.db)
  const before = await ctx.db.selectFrom('search_person').select(['person_id', sql<string>`place::text`.as('place'),
    sql<string[]>`terms::text[]`.as('terms')]).where('person_id', 'in', ids).execute()
  const listed = await listSubjects(ctx, ids)
  const [gone, come]: [Row[], Row[]] = [[], []]
  for (const { person_id: personId, place, terms } of before)
    if (!listed.some((each) => each.personId === personId)) gone.push(...terms.map((term) => ({ term, place })))
  for (const one of listed) {
    const [was, terms] = [before.find((each) => each.person_id === one.personId), termsOf(ctx.vault, one.subject)]
    const place = was?.place ?? await placeFor(ctx, one)
    const known = new Set(was?.terms)
    const added = terms.filter((term) => !known.has(term))
    const dropped = was?.terms.filter((term) => !terms.includes(term)) ?? []
    if (was && !added.length && !dropped.length) continue
    await sql`insert into search_person (person_id, place, terms) values (${one.personId}, ${place}::bigint, ${terms}::bigint[])
      on conflict (person_id) do update set terms = excluded.terms`.execute(ctx.db)
    come.push(...added.map((term) => ({ term, place })))
    gone.push(...dropped.map((term) => ({ term, place })))
  }
  await write(ctx, gone, come)
  const left = before.map((row) => row.person_id).filter((id) => !listed.some((each) => each.personId === id))
  if (left.length) await ctx.db.deleteFrom('search_person').where('person_id', 'in', left).execute()
}

interface Row { term: string; place: string }
const columns = (rows: readonly Row[]) =>
  sql`unnest(${rows.map(({ term }) => term)}::bigint[], ${rows.map(({ place }) => place)}::bigint[])`

async function write(ctx: Ctx, gone: readonly Row[], come: readonly Row[]): Promise<void> {
  if (gone.length) await sql`delete from search_term using (select * from ${columns(gone)} as row (term, place)) gone
    where search_term.term = gone.term and search_term.place = gone.place`.execute(ctx.db)
  if (come.length) await sql`insert into search_term (term, place) select * from ${columns(come)} on conflict do nothing`.execute(ctx.db)
}

/**
 * Where somebody stands in the list: the millisecond of admission, then 20 bits of the id, so that the order is that of joining and no two
 * stand in one place.
 */
export const placeOf = (admittedAt: Date, personId: string): bigint =>
  (BigInt(admittedAt.getTime()) << 20n) | BigInt(Number.parseInt(personId.slice(-5), 16))

/** The first place of an instant; everybody who joined before stands below. */
export const placeAt = (at: Date): bigint => BigInt(at.getTime()) << 20n

async function placeFor({ db }: Ctx, { personId, admittedAt }: Listed): Promise<string> {
  for (let place = placeOf(admittedAt, personId); ; place += 1n) {
    const taken = await db.selectFrom('search_person').select('person_id').where('place', '=', sql<number>`${place.toString()}::bigint`)
      .executeTakeFirst()
    if (!taken) return place.toString()
  }
}
