import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/id.ts'
import { done, refused } from '#platform/outcome.ts'
import { actingOrganiser } from './acting.ts'
import { findOrganiser, type Organiser } from './queries.ts'

/**
 * Whoever changes who administers does so one after the other, until the end of the transaction, and reads only now who does: two
 * administrators that suspend each other at the same moment must not leave the desk without one.
 */
export const lockAdministrators = ({ db }: Pick<Ctx, 'db'>) =>
  sql`select pg_advisory_xact_lock(hashtextextended('organisers:administrators', 0))`.execute(db)

/** Who can administer the desk today: has the role, has enrolled, and is not suspended. */
export async function activeAdministrators({ db }: Pick<Ctx, 'db'>): Promise<string[]> {
  const rows = await db.selectFrom('organiser').innerJoin('organiser_role', 'organiser_role.person_id', 'organiser.person_id')
    .select('organiser.person_id').where('role', '=', 'administrator').where('enrolled_at', 'is not', null).where('expires_at', 'is', null)
    .where((row) => row.not(row.exists(row.selectFrom('organiser_suspension').select('id')
      .whereRef('organiser_suspension.person_id', '=', 'organiser.person_id').where('lifted_at', 'is', null)))).execute()
  return rows.map((row) => row.person_id)
}

/**
 * The organiser about whom an administrator decides, alone until the end of the transaction. Refused: `own-access` for oneself,
 * `no-organiser`, `not-administrator` where the one who acts stopped being one a moment ago.
 */
export async function decideAbout(ctx: Ctx, personId: string) {
  const by = actingOrganiser(ctx)
  if (by === personId) return refused('own-access')
  await lockAdministrators(ctx)
  if (!(await activeAdministrators(ctx)).includes(by)) return refused('not-administrator')
  if (isId(personId)) await lockOrganiser(ctx, personId)
  const organiser = isId(personId) ? await findOrganiser(ctx, personId) : undefined
  return organiser ? done(organiser) : refused('no-organiser')
}

/** Whether the desk would have no administrator without this one. */
export async function isLastAdministrator(ctx: Pick<Ctx, 'db'>, { personId }: Pick<Organiser, 'personId'>): Promise<boolean> {
  const active = await activeAdministrators(ctx)
  return active.includes(personId) && active.length === 1
}

/** Nobody signs in while it is decided about them, and the other way round. */
export async function lockOrganiser({ db }: Pick<Ctx, 'db'>, personId: string): Promise<void> {
  await db.selectFrom('organiser').select('person_id').where('person_id', '=', personId).forUpdate().execute()
}

/** Lets nobody suspend these or change their roles until the end of the transaction; several may hold them so at once. */
export async function lockOrganisers({ db }: Pick<Ctx, 'db'>, ids: readonly string[]): Promise<void> {
  await db.selectFrom('organiser').select('person_id').where('person_id', 'in', [...ids]).orderBy('person_id').forShare().execute()
}
