import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'

/** Something a person asked for, or was sent: what, when, and a code that says more. */
export interface Dealing {
  what: 'archive' | 'court-letter' | 'court-step' | 'erasure' | 'kept' | 'address-asked' | 'mails' | 'mails-refused' | 'bank-account'
  at: Date
  detail: string | null
  /** How many, where it is a count. */
  n: number
}

/**
 * What a person asked of the foundation and what it was sent, without anything sealed, in one query: copies of own data, letters to the
 * court, erasure and what is kept in spite of it, a new address not proven, a bank account, how many mails.
 */
export async function listDealings({ db }: Pick<Ctx, 'db'>, personId: string): Promise<Dealing[]> {
  const { rows } = await sql<Dealing>`
    select 'archive' as what, asked_at as at, null as detail, 1 as n from archive where person_id = ${personId}
    union all select 'court-letter', asked_at, kind, 1 from court_letter where person_id = ${personId}
    union all select 'court-step', happened_on::timestamptz, step, 1 from court_letter_step where person_id = ${personId}
      and happened_on is not null
    union all select 'erasure', asked_at, null, 1 from erasure_request where person_id = ${personId}
    union all select 'kept', restricted_at, kept || ' ' || review_on, 1 from restriction where person_id = ${personId}
    union all select 'address-asked', asked_at, null, 1 from email_change_ask where person_id = ${personId}
    union all (select 'bank-account', entered_at, belongs_to, 1 from bank_account where person_id = ${personId}
      order by entered_at desc limit 1)
    union all select 'mails', max(queued_at), null, count(*)::int from mail where person_id = ${personId} having count(*) > 0
    union all select 'mails-refused', max(decided_at), null, count(*)::int from mail_outcome where person_id = ${personId}
      and outcome = 'refused' having count(*) > 0
    order by at desc`.execute(db)
  return rows
}
