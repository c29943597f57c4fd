import type { Ctx } from '#platform/ctx.ts'

/**
 * Until `until` no stranger can make us write to an address whose holder said that it was not them. Answers to people who take part are no
 * such mails.
 */
export async function stopFirstMails(ctx: Ctx, emailIndex: Buffer, until: Date): Promise<void> {
  const row = { email_index: emailIndex, stopped_at: ctx.now, until }
  await ctx.db.insertInto('mail_stop').values(row)
    .onConflict((conflict) => conflict.column('email_index').doUpdateSet({ stopped_at: ctx.now, until })).execute()
}

/** Whether we may write to an address that somebody typed and nobody has proven. */
export const mayWriteFirst = async ({ db, now }: Pick<Ctx, 'db' | 'now'>, emailIndex: Buffer): Promise<boolean> =>
  (await db.selectFrom('mail_stop').select('until').where('email_index', '=', emailIndex).where('until', '>', now)
    .executeTakeFirst()) === undefined

/** Whether the holder of an address said so after an instant, and it still counts. */
export const wasStoppedSince = async ({ db, now }: Pick<Ctx, 'db' | 'now'>, emailIndex: Buffer, since: Date): Promise<boolean> =>
  (await db.selectFrom('mail_stop').select('until').where('email_index', '=', emailIndex).where('until', '>', now)
    .where('stopped_at', '>=', since).executeTakeFirst()) !== undefined

/** Forgets the stops that are over. */
export async function forgetStops({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<number> {
  const gone = await db.deleteFrom('mail_stop').where('until', '<=', now).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
