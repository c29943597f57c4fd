import { sql, type RawBuilder } from 'kysely'
import { claimYears, daysAfterRefund } from '#erasure/holds.ts'

type Found = RawBuilder<{ person_id: string }>

/** Withdrawn, and the last day of the refund with its 30 days is past. */
const withdrawnAndOver = (today: string) => sql`e.kind = 'withdrawn'
  and greatest((e.noticed_at at time zone 'Europe/Amsterdam')::date + 14, r.due_on) + ${sql.lit(daysAfterRefund)} < ${today}::date`

/** Every participation of the person with its end and, of its own fee, the refund. */
const ends = sql`participation p
  left join participation_end e on e.person_id = p.person_id and e.claim = p.claim and e.round = p.round
  left join fee f on f.person_id = p.person_id and f.claim = p.claim and f.round = p.round and f.cents > 0
  left join fee_refund r on r.person_id = f.person_id and r.fee_id = f.id`

/** People who withdrew from everything they took part in, and whose time is over (SE-07). */
export const withdrawnFor = (today: string): Found => sql`
  select p.person_id from ${ends} join vault_key k on k.person_id = p.person_id
  group by p.person_id having coalesce(bool_and(coalesce(${withdrawnAndOver(today)}, false)), false)`

/** People whose every participation is over for good: its claim ended five years ago, or they left it twenty years ago, or withdrew. */
export function endedFor(today: string, ended: ReadonlyMap<string, string>): Found {
  const [slugs, days] = [[...ended.keys()], [...ended.values()]]
  const over = sql`e.kind is not null and e.kind <> 'withdrawn' and (
    exists (select from unnest(${slugs}::text[], ${days}::date[]) as c(slug, ended_on)
      where c.slug = p.claim and c.ended_on + make_interval(years => ${sql.lit(claimYears.afterEnd)}) < ${today}::date)
    or (e.noticed_at at time zone 'Europe/Amsterdam')::date + make_interval(years => ${sql.lit(claimYears.atMost)}) < ${today}::date)`
  return sql`
    select p.person_id from ${ends} join vault_key k on k.person_id = p.person_id
    group by p.person_id having bool_and(coalesce(${over}, false) or coalesce(${withdrawnAndOver(today)}, false))
      and bool_or(coalesce(${over}, false))`
}

/** People who never took part themselves and were admitted to act for children, of whom none is left in their care. */
export const representsNobody = (admittedBefore: Date): Found => sql`
  select a.person_id from participant a join vault_key k on k.person_id = a.person_id
  where a.admitted_at < ${admittedBefore} and not exists (select from participation p where p.person_id = a.person_id)
    and not exists (select from draft d where d.person_id = a.person_id and d.submitted_at is null)
    and not exists (select from representation s join vault_key c on c.person_id = s.person_id
      left join representation_end x on x.person_id = s.person_id and x.representative_id = s.representative_id
      where s.representative_id = a.person_id and (x.ended_at is null or x.ended_at >= ${admittedBefore}))`
