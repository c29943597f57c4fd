import { randomUUID } from 'node:crypto'
import { record } from '#journal/record.ts'
import { listChanges } from '#participants/correct.ts'
import type { Ctx } from '#platform/ctx.ts'
import { listRepresentations } from './representations.ts'

/** `invited` by who represents the child, or `asked` by the child with its reference and date of birth. */
export type InvitedBy = 'invited' | 'asked'

/** An address at which a child is expected: a code to it makes it the child's own. */
export interface OwnAccessInvitation { personId: string; id: string; way: InvitedBy; email: string; invitedAt: Date; expiresAt: Date }

/** Keeps an address for a child, in place of the one before in the same way. */
export async function keepInvitation(ctx: Ctx, personId: string, { email, way, expiresAt }: Pick<OwnAccessInvitation,
  'email' | 'way' | 'expiresAt'>): Promise<void> {
  const safe = await ctx.vault.open(ctx.db, personId)
  await ctx.db.deleteFrom('own_access_invitation').where('person_id', '=', personId).where('way', '=', way).execute()
  await ctx.db.insertInto('own_access_invitation').values({
    person_id: personId, id: randomUUID(), way, email_index: ctx.vault.index('email', email),
    email: safe.seal('own_access_invitation.email', email),
    invited_at: ctx.now, expires_at: expiresAt,
  }).execute()
  await record(ctx, 'guardians.invited-child', personId, { way })
}

/** The children expected at an address, whose time is not over. */
export const listInvited = async ({ db, now }: Pick<Ctx, 'db' | 'now'>,
  emailIndex: Buffer): Promise<{ personId: string; way: InvitedBy }[]> =>
  (await db.selectFrom('own_access_invitation').innerJoin('vault_key', 'vault_key.person_id', 'own_access_invitation.person_id')
    .select(['own_access_invitation.person_id', 'way']).where('email_index', '=', emailIndex).where('expires_at', '>', now)
    .orderBy('invited_at').orderBy('own_access_invitation.person_id').execute())
      .map(({ person_id, way }) => ({ personId: person_id, way: way as InvitedBy }))

/** The living invitation of a child by who represents it, with its address. */
export async function findOwnAccessInvitation({ db, vault, now }: Pick<Ctx, 'db' | 'vault' | 'now'>, personId: string,
  way: InvitedBy = 'invited'): Promise<OwnAccessInvitation | undefined> {
  const row = await db.selectFrom('own_access_invitation').selectAll().where('person_id', '=', personId).where('way', '=', way)
    .where('expires_at', '>', now)
    .orderBy('invited_at', 'desc').limit(1).executeTakeFirst()
  const safe = row && (await vault.find(db, personId))
  return row && safe && {
    personId, id: row.id, way, email: safe.text('own_access_invitation.email', row.email), invitedAt: row.invited_at,
    expiresAt: row.expires_at,
  }
}

/** Takes away all invitations of a child: the address is its own now, or the invitation is called off. */
export async function closeInvitations({ db }: Pick<Ctx, 'db'>, personId: string): Promise<void> {
  await db.deleteFrom('own_access_invitation').where('person_id', '=', personId).execute()
}

/**
 * Whether an address is or was that of somebody who acts or acted for the child, or was asked as its other parent: never the child's own.
 * An address they have given to nobody yet can be told from the child's own by nobody (decision 19).
 */
export async function belongsToRepresentative(ctx: Pick<Ctx, 'db' | 'vault'>, personId: string, emailIndex: Buffer): Promise<boolean> {
  const ids = (await listRepresentations(ctx, [personId])).map(({ representativeId }) => representativeId)
  const [theirs, asked] = await Promise.all([
    ids.length ? ctx.db.selectFrom('participant').select('person_id').where('person_id', 'in', ids).where('email_index', '=', emailIndex)
      .executeTakeFirst() : undefined,
    ctx.db.selectFrom('guardian_invitation').select('id').where('person_id', '=', personId).where('email_index', '=', emailIndex).limit(1)
      .executeTakeFirst(),
  ])
  if (theirs !== undefined || asked !== undefined) return true
  const before = (await Promise.all(ids.map((id) => listChanges(ctx, id)))).flat()
    .filter(({ field, was }) => field === 'email' && was !== '')
  return before.some(({ was }) => ctx.vault.index('email', was).equals(emailIndex))
}
