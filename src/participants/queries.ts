import type { Ctx } from '#platform/ctx.ts'
import type { AgreedSuccessFee, Person, Usage } from './admit.ts'

type Reader = Pick<Ctx, 'db' | 'vault'>

/**
 * The persons who joined with an address; several in a household. Who was erased is not among them: nothing of them can be read any more.
 */
export const personsAt = async ({ db }: Pick<Ctx, 'db'>, emailIndex: Buffer): Promise<string[]> =>
  (await db.selectFrom('participant').innerJoin('vault_key', 'vault_key.person_id', 'participant.person_id').select('participant.person_id')
    .where('email_index', '=', emailIndex).orderBy('admitted_at').execute()).map((row) => row.person_id)

/** Whether somebody with this address, who was not erased, takes part in a claim and has not left it. */
export const takesPart = async ({ db }: Pick<Ctx, 'db'>, emailIndex: Buffer, claim: string): Promise<boolean> =>
  (await db.selectFrom('participation').innerJoin('participant', 'participant.person_id', 'participation.person_id')
    .innerJoin('vault_key', 'vault_key.person_id', 'participant.person_id')
    .leftJoin('participation_end', (on) => on.onRef('participation_end.person_id', '=', 'participation.person_id')
      .onRef('participation_end.claim', '=', 'participation.claim').onRef('participation_end.round', '=', 'participation.round'))
    .select('participation.claim').where('email_index', '=', emailIndex).where('participation.claim', '=', claim)
      .where('participation_end.kind', 'is', null).limit(1).executeTakeFirst()) !== undefined

/** A person as admitted and corrected since. A child may have no address of its own. */
export interface KnownPerson extends Omit<Person, 'email'> {
  personId: string
  email: string | undefined
  language: 'en' | 'nl'
  admittedAt: Date
}

/** Several persons unsealed, in two queries; who was erased is not among them. The order is that of the ids. */
export async function listPersons({ db, vault }: Reader, personIds: readonly string[]): Promise<KnownPerson[]> {
  if (!personIds.length) return []
  const [rows, safes] = await Promise.all([
    db.selectFrom('participant').selectAll().where('person_id', 'in', personIds).execute(), vault.findAll(db, personIds),
  ])
  return personIds.flatMap((personId) => {
    const [row, safe] = [rows.find((each) => each.person_id === personId), safes.get(personId)]
    if (!row || !safe) return []
    return [{
      personId,
      legalName: safe.text('participant.legal_name', row.legal_name),
      birthDate: safe.text('participant.birth_date', row.birth_date),
      email: row.email ? safe.text('participant.email', row.email) : undefined,
      address: JSON.parse(safe.text('participant.address', row.address)) as Person['address'],
      language: row.language as 'en' | 'nl', admittedAt: row.admitted_at,
    }]
  })
}

/** A person unsealed. Throws when there is none or the person was erased. */
export async function getPerson(reader: Reader, personId: string): Promise<KnownPerson> {
  const [person] = await listPersons(reader, [personId])
  if (!person) throw new Error(`no person ${personId}, or erased`)
  return person
}

/**
 * A participation: the newest of a person in a claim has the highest `round`; `end` says how and when it ended, undefined while it lives.
 */
export interface KnownParticipation {
  personId: string
  claim: string
  round: number
  reference: string
  language: 'en' | 'nl'
  joinedAt: Date
  startEarly: boolean
  successFee: AgreedSuccessFee
  end: { kind: 'withdrawn' | 'terminated' | 'no-answer-at-18' | 'erased'; noticedAt: Date; effectiveOn: string } | undefined
}

/** All participations of some persons, in one query, oldest first, ended ones too. */
export async function listParticipations({ db }: Pick<Ctx, 'db'>, personIds: readonly string[]): Promise<KnownParticipation[]> {
  if (!personIds.length) return []
  const rows = await db.selectFrom('participation')
    .leftJoin('participation_end', (on) => on.onRef('participation_end.person_id', '=', 'participation.person_id')
    .onRef('participation_end.claim', '=', 'participation.claim').onRef('participation_end.round', '=', 'participation.round'))
    .select(['participation.person_id', 'participation.claim', 'participation.round', 'reference', 'language', 'joined_at', 'start_early',
      'success_fee',
      'success_fixed_cents', 'success_percent', 'kind', 'noticed_at', 'effective_on'])
    .where('participation.person_id', 'in', personIds).orderBy('joined_at').orderBy('participation.round').execute()
  return rows.map((row) => ({
    personId: row.person_id, claim: row.claim, round: row.round, reference: row.reference, language: row.language as 'en' | 'nl',
    joinedAt: row.joined_at, startEarly: row.start_early,
    successFee: { choice: row.success_fee, fixedCents: row.success_fixed_cents, percent: row.success_percent } as AgreedSuccessFee,
    end: row.kind === null ? undefined
      : { kind: row.kind, noticedAt: row.noticed_at, effectiveOn: row.effective_on } as KnownParticipation['end'],
  }))
}

/** The newest participation of a person in a claim, living or ended. Undefined when the person never took part. */
export const findNewest = async (reader: Pick<Ctx, 'db'>, personId: string, claim: string): Promise<KnownParticipation | undefined> =>
  (await listParticipations(reader, [personId])).findLast((each) => each.claim === claim)

/** The newest participation with what was told about use of the product. Undefined when the person never took part. */
export async function findParticipation(reader: Reader, personId: string, claim: string) {
  const newest = await findNewest(reader, personId, claim)
  if (!newest) return undefined
  const [row, safe] = await Promise.all([
    reader.db.selectFrom('participation').select('usage').where('person_id', '=', personId).where('claim', '=', claim)
      .where('round', '=', newest.round).executeTakeFirstOrThrow(),
    reader.vault.open(reader.db, personId),
  ])
  return { ...newest, usage: JSON.parse(safe.text('participation.usage', row.usage)) as Usage }
}
