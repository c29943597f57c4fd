import { sql } from 'kysely'
import type { Db } from '#platform/ctx.ts'

/** Takes away the mails to a person who is erased, sent or not; all but `except`, which still has to go out. */
export async function forgetMails(db: Db, personId: string, { except }: { except?: string | undefined } = {}): Promise<void> {
  await db.deleteFrom('mail_outcome').where('person_id', '=', personId)
    .$if(except !== undefined, (rows) => rows.where('mail_id', '<>', except!)).execute()
  await db.deleteFrom('mail').where('person_id', '=', personId).$if(except !== undefined, (rows) => rows.where('id', '<>', except!))
    .execute()
}

/** Takes away mails of some kinds that were written before an instant and are no longer under way; answers how many. */
export async function forgetOldMails(db: Db, kinds: readonly string[], before: Date): Promise<number> {
  const gone = await sql<{ id: string }>`
    with decided as (select m.person_id, m.id from mail m join mail_outcome o on o.person_id = m.person_id and o.mail_id = m.id
        where m.kind = any (${kinds}) and m.queued_at < ${before}),
      outcomes as (delete from mail_outcome o using decided d where o.person_id = d.person_id and o.mail_id = d.id)
    delete from mail m using decided d where m.person_id = d.person_id and m.id = d.id returning m.id`.execute(db)
  return gone.rows.length
}
