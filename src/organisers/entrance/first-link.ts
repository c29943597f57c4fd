import { createHash, randomBytes } from 'node:crypto'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { activeAdministrators, lockAdministrators } from '#organisers/administrators.ts'

/** All that is kept of a first link. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest()

/**
 * Makes the one-time link of the first administrator, while there is none: only its hash is kept, and older links open nothing any more.
 * Answers its token, or undefined where somebody administers the desk.
 */
export async function makeFirstLink(ctx: Ctx): Promise<string | undefined> {
  await lockAdministrators(ctx)
  if ((await activeAdministrators(ctx)).length) return undefined
  await ctx.db.deleteFrom('first_link').where('used_at', 'is', null).execute()
  const token = randomBytes(32).toString('base64url')
  await ctx.db.insertInto('first_link').values({ token_hash: hashOf(token), made_at: ctx.now, used_at: null }).execute()
  await record(ctx, 'organisers.first-link', null)
  return token
}

/** Whether a first link still opens its page: it is the newest, was not used, and nobody administers the desk. */
export async function isFirstLink(ctx: Pick<Ctx, 'db'>, token: string): Promise<boolean> {
  const row = await ctx.db.selectFrom('first_link').select('made_at').where('token_hash', '=', hashOf(token)).where('used_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined && !(await activeAdministrators(ctx)).length
}
