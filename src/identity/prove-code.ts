import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused } from '#platform/outcome.ts'
import { record } from '#journal/record.ts'
import { codeMac, codeTries } from './issue-code.ts'

/** The newest code that was sent for a person, as the evidence record tells of it (SG-04). */
export interface CodeProof { sentAt: Date; provenAt: Date; attempts: number }

/**
 * Takes one try at the newest code of a person. One UPDATE counts and compares, so parallel guesses cannot exceed the tries.
 * Refused: `code-wrong`, `code-expired` (also when none was sent or a newer one replaced it), `code-used-up`.
 */
export async function proveCode(ctx: Ctx, personId: string, typed: string) {
  const newest = await ctx.db.selectFrom('email_code').selectAll().where('person_id', '=', personId)
    .where('voided_at', 'is', null).orderBy('issued_at', 'desc').limit(1).executeTakeFirst()
  if (!newest || newest.used_at || newest.expires_at <= ctx.now) return refused('code-expired')

  const tried = await sql<{ right: boolean; attempts_left: number }>`
    update email_code set attempts_left = attempts_left - 1, used_at = case when mac = ${codeMac(ctx, newest.id, typed)} then ${ctx.now}::timestamptz end
    where person_id = ${personId} and id = ${newest.id} and attempts_left > 0 and used_at is null and voided_at is null
    returning used_at is not null as right, attempts_left`.execute(ctx.db)
  const [row] = tried.rows
  if (!row) return refused('code-used-up')
  if (!row.right) return refused(row.attempts_left > 0 ? 'code-wrong' : 'code-used-up')
  await record(ctx, 'identity.address-proven', personId, { codeId: newest.id })
  return done({ sentAt: newest.issued_at, provenAt: ctx.now, attempts: codeTries - row.attempts_left } satisfies CodeProof)
}

/** When the newest code was sent, and until when it can be used. */
export const findCode = (ctx: Pick<Ctx, 'db'>, personId: string) =>
  ctx.db.selectFrom('email_code').select(['issued_at', 'expires_at', 'attempts_left', 'used_at']).where('person_id', '=', personId)
    .where('voided_at', 'is', null).orderBy('issued_at', 'desc').limit(1).executeTakeFirst()
