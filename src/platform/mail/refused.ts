import type { Db } from '#platform/ctx.ts'

/** Whether the mail server refused for good the newest mail to a person, of any kind or of one whose name begins so. */
export async function isNewestRefused(db: Db, personId: string, kindPrefix = ''): Promise<boolean> {
  const newest = await db.selectFrom('mail')
    .leftJoin('mail_outcome', (join) => join.onRef('mail_outcome.person_id', '=', 'mail.person_id')
    .onRef('mail_outcome.mail_id', '=', 'mail.id'))
    .select('mail_outcome.outcome').where('mail.person_id', '=', personId).where('mail.kind', 'like', `${kindPrefix}%`)
      .orderBy('mail.queued_at', 'desc').limit(1).executeTakeFirst()
  return newest?.outcome === 'refused'
}

/** Those persons whose newest mail of a kind was refused for good, in one query. */
export async function listNewestRefused(db: Db, personIds: readonly string[], kind: string): Promise<string[]> {
  if (!personIds.length) return []
  const newest = await db.selectFrom('mail')
    .leftJoin('mail_outcome', (join) => join.onRef('mail_outcome.person_id', '=', 'mail.person_id')
    .onRef('mail_outcome.mail_id', '=', 'mail.id'))
    .distinctOn('mail.person_id').select(['mail.person_id', 'mail_outcome.outcome']).where('mail.person_id', 'in', personIds)
      .where('mail.kind', '=', kind)
    .orderBy('mail.person_id').orderBy('mail.queued_at', 'desc').execute()
  return newest.filter(({ outcome }) => outcome === 'refused').map(({ person_id }) => person_id)
}

/** Mails that were refused for good, newest first: ids and reply codes, nothing personal. */
export async function listRefused(db: Db,
  limit = 200): Promise<{ personId: string; mailId: string; kind: string; replyCode: number | null; at: Date }[]> {
  const rows = await db.selectFrom('mail_outcome')
    .innerJoin('mail', (join) => join.onRef('mail.person_id', '=', 'mail_outcome.person_id').onRef('mail.id', '=', 'mail_outcome.mail_id'))
    .select(['mail.person_id', 'mail.id', 'mail.kind', 'mail_outcome.reply_code', 'mail_outcome.decided_at'])
      .where('mail_outcome.outcome', '=', 'refused')
    .orderBy('mail_outcome.decided_at', 'desc').limit(limit).execute()
  return rows.map((row) => ({ personId: row.person_id, mailId: row.id, kind: row.kind, replyCode: row.reply_code, at: row.decided_at }))
}
