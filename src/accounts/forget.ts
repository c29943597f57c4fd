import type { Ctx } from '#platform/ctx.ts'

/** Forgets where money of a person would go. */
export async function forgetBankAccounts({ db }: Pick<Ctx, 'db'>, personId: string): Promise<boolean> {
  return (await db.deleteFrom('bank_account').where('person_id', '=', personId).executeTakeFirst()).numDeletedRows > 0
}

/** Forgets of the account of a person who is erased what nobody needs: the bank account and a new address that was not proven yet. */
export async function forgetAccount(ctx: Pick<Ctx, 'db'>, personId: string): Promise<void> {
  await forgetBankAccounts(ctx, personId)
  await ctx.db.deleteFrom('email_change_ask').where('person_id', '=', personId).execute()
}
