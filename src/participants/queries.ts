import type { Ctx } from '#platform/ctx.ts'
import type { AgreedSuccessFee, Person, Usage } from './admit.ts'

type Reader = Pick<Ctx, 'db' | 'vault'>

/** The persons who joined with an address; several in a household. Who was erased is not among them: nothing of them can be read any more. */
export const personsAt = async ({ db }: Pick<Ctx, 'db'>, emailIndex: Buffer): Promise<string[]> =>
  (await db.selectFrom('participant').innerJoin('vault_key', 'vault_key.person_id', 'participant.person_id').select('participant.person_id')
    .where('email_index', '=', emailIndex).orderBy('admitted_at').execute()).map((row) => row.person_id)

/** Whether somebody with this address, who was not erased, takes part in a claim. */
export const takesPart = async ({ db }: Pick<Ctx, 'db'>, emailIndex: Buffer, claim: string): Promise<boolean> =>
  (await db.selectFrom('participation').innerJoin('participant', 'participant.person_id', 'participation.person_id').innerJoin('vault_key', 'vault_key.person_id', 'participant.person_id')
    .select('claim').where('email_index', '=', emailIndex).where('claim', '=', claim).limit(1).executeTakeFirst()) !== undefined

/** A person as admitted, unsealed. Throws when there is none or the person was erased. */
export async function getPerson({ db, vault }: Reader, personId: string): Promise<Person & { language: 'en' | 'nl' }> {
  const [row, safe] = await Promise.all([
    db.selectFrom('participant').selectAll().where('person_id', '=', personId).executeTakeFirstOrThrow(),
    vault.open(db, personId),
  ])
  return {
    legalName: safe.text('participant.legal_name', row.legal_name),
    birthDate: safe.text('participant.birth_date', row.birth_date),
    email: safe.text('participant.email', row.email),
    address: JSON.parse(safe.text('participant.address', row.address)) as Person['address'],
    language: row.language as 'en' | 'nl',
  }
}

/** A participation with what was told about use of the product. Undefined when the person does not take part. */
export async function findParticipation({ db, vault }: Reader, personId: string, claim: string) {
  const row = await db.selectFrom('participation').selectAll().where('person_id', '=', personId).where('claim', '=', claim).executeTakeFirst()
  if (!row) return undefined
  const safe = await vault.open(db, personId)
  return {
    reference: row.reference, language: row.language as 'en' | 'nl', joinedAt: row.joined_at, startEarly: row.start_early,
    successFee: { choice: row.success_fee, fixedCents: row.success_fixed_cents, percent: row.success_percent } as AgreedSuccessFee,
    usage: JSON.parse(safe.text('participation.usage', row.usage)) as Usage,
  }
}

/** The claims a person takes part in, oldest first. */
export const claimsOf = async ({ db }: Pick<Ctx, 'db'>, personId: string): Promise<string[]> =>
  (await db.selectFrom('participation').select('claim').where('person_id', '=', personId).orderBy('joined_at').execute()).map((row) => row.claim)
