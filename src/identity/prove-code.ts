import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused, refusedUntil } from '#platform/outcome.ts'
import { record } from '#journal/record.ts'
import { ipBlock } from './address.ts'
import { codeMac, codeTries, type CodePurpose } from './issue-code.ts'
import { take, usedUpUntil } from './rate-limit.ts'

/** The newest code that was sent for a person, as the evidence record tells of it (SG-04). */
export interface CodeProof { sentAt: Date; provenAt: Date; attempts: number }

/**
 * Wrong tries from one IP block: so many at once, then one in ten seconds. Many people may share a block; a machine that guesses is slow.
 */
export const wrongTriesPerBlock = 50
const wrongTries = { name: 'code-wrong-block', burst: wrongTriesPerBlock, everySeconds: 10 }

export interface Proving {
  personId: string
  purpose: CodePurpose
  /** Of the address that is to be proven: a code that went to another address of the same person proves nothing about this one. */
  emailIndex: Buffer
  typed: string
  ip: string
}

/**
 * Takes one try at the newest code of a person for a purpose, if it went to the address that is to be proven. One UPDATE counts and
 * compares, so parallel guesses cannot exceed the tries. Refused: `code-wrong`, `code-expired` (also when none was sent there or a newer
 * one replaced it), `code-used-up`, and with the instant from which it is possible, no try taken, `too-many-wrong-codes` from this IP
 * block.
 */
export async function proveCode(ctx: Ctx, { personId, purpose, emailIndex, typed, ip }: Proving) {
  const blocked = await usedUpUntil(ctx, wrongTries, ipBlock(ip))
  if (blocked) return refusedUntil('too-many-wrong-codes', blocked)
  const newest = await newestCode(ctx, personId, purpose).selectAll().executeTakeFirst()
  if (!newest || !newest.email_index.equals(emailIndex) || newest.used_at || newest.expires_at <= ctx.now) return refused('code-expired')

  const tried = await sql<{ right: boolean; attempts_left: number }>`
    update email_code set attempts_left = attempts_left - 1,
      used_at = case when mac = ${codeMac(ctx, newest.id, typed)} then ${ctx.now}::timestamptz end
    where person_id = ${personId} and id = ${newest.id} and attempts_left > 0 and used_at is null and voided_at is null
    returning used_at is not null as right, attempts_left`.execute(ctx.db)
  const [row] = tried.rows
  if (!row) return refused('code-used-up')
  if (!row.right) {
    await take(ctx, wrongTries, ipBlock(ip))
    return refused(row.attempts_left > 0 ? 'code-wrong' : 'code-used-up')
  }
  await record(ctx, 'identity.address-proven', personId, { codeId: newest.id, purpose })
  return done({ sentAt: newest.issued_at, provenAt: ctx.now, attempts: codeTries - row.attempts_left } satisfies CodeProof)
}

const newestCode = ({ db }: Pick<Ctx, 'db'>, personId: string, purpose: CodePurpose) =>
  db.selectFrom('email_code').where('person_id', '=', personId).where('purpose', '=', purpose)
    .where('voided_at', 'is', null).orderBy('issued_at', 'desc').limit(1)

/** When the newest code for a purpose was sent, and until when it can be used. */
export const findCode = (ctx: Pick<Ctx, 'db'>, personId: string, purpose: CodePurpose) =>
  newestCode(ctx, personId, purpose).select(['issued_at', 'expires_at', 'attempts_left', 'used_at']).executeTakeFirst()
