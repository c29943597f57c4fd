import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'

/** Forgets the invitations to an own account of a person who is erased. */
export async function forgetInvitations({ db }: Pick<Ctx, 'db'>, personId: string): Promise<void> {
  await db.deleteFrom('own_access_invitation').where('person_id', '=', personId).execute()
}

/** Forgets invitations to an own account that ran out before an instant; answers how many. */
export async function forgetUnusedInvitations({ db }: Pick<Ctx, 'db'>, before: Date): Promise<number> {
  return Number((await db.deleteFrom('own_access_invitation').where('expires_at', '<', before).executeTakeFirst()).numDeletedRows)
}

/** Forgets name and address of other parents who never answered, some time after their invitation ran out; answers how many. */
export async function forgetUnanswered({ db }: Pick<Ctx, 'db'>, before: Date): Promise<number> {
  const gone = await sql`delete from guardian_invitation i where i.expires_at < ${before}
    and not exists (select from guardian_answer a where a.person_id = i.person_id and a.invitation_id = i.id) returning i.id`.execute(db)
  return gone.rows.length
}
