import { normaliseEmail } from '#identity/address.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Role } from './roles.ts'

/** How long an invitation, or a second one after a lost passkey, can be taken up. */
export const invitationDays = 7
export const invitationEnd = ({ now }: Pick<Ctx, 'now'>) => new Date(now.getTime() + invitationDays * 86_400_000)

/** Under what an organiser's address is looked up: another index than that of people who take part. Undefined when it is no address. */
export function organiserAddress({ vault }: Pick<Ctx, 'vault'>, typed: string): { email: string; emailIndex: Buffer } | undefined {
  const email = normaliseEmail(typed)
  return email === undefined ? undefined : { email, emailIndex: vault.index('organiser-email', email) }
}

export interface Entering {
  personId: string; name: string; email: string; emailIndex: Buffer; language: 'en' | 'nl'; invitedBy: string | null
}

/** Writes an organiser who has a key in the vault; answers false where somebody works at the desk with this address already. */
export async function enterOrganiser(ctx: Ctx, { personId, name, email, emailIndex, language, invitedBy }: Entering): Promise<boolean> {
  const safe = await ctx.vault.open(ctx.db, personId)
  const added = await ctx.db.insertInto('organiser').values({
    person_id: personId, email_index: emailIndex, email: safe.seal('organiser.email', email), name: safe.seal('organiser.name', name),
    language, invited_by: invitedBy, invited_at: ctx.now, expires_at: invitationEnd(ctx), enrolled_at: null,
  }).onConflict((conflict) => conflict.column('email_index').doNothing()).executeTakeFirst()
  return Boolean(added.numInsertedOrUpdatedRows)
}

/** Gives roles that the organiser does not have yet. */
export async function giveRoles(ctx: Ctx, personId: string, roles: readonly Role[], by: string | null): Promise<void> {
  if (!roles.length) return
  await ctx.db.insertInto('organiser_role').values(roles.map((role) => ({ person_id: personId, role, given_by: by, given_at: ctx.now })))
    .onConflict((conflict) => conflict.doNothing()).execute()
}

/** Somebody got in for good: made a passkey, or where none is asked for, proved the address. */
export async function noteEnrolled(ctx: Ctx, personId: string): Promise<void> {
  await ctx.db.updateTable('organiser')
    .set((row) => ({ expires_at: null, enrolled_at: row.fn.coalesce('enrolled_at', row.val(ctx.now)) }))
    .where('person_id', '=', personId).execute()
}

/** Forgets somebody who was invited and never came; who has been here stays, for the journal names them. */
export async function forgetInvited({ db }: Pick<Ctx, 'db'>, personId: string): Promise<void> {
  const invited = await db.selectFrom('organiser').select('person_id').where('person_id', '=', personId).where('enrolled_at', 'is', null)
    .forUpdate().executeTakeFirst()
  if (!invited) return
  for (const table of ['organiser_role', 'organiser_suspension', 'organiser'] as const) {
    await db.deleteFrom(table).where('person_id', '=', personId).execute()
  }
}
