import type { Ctx } from '#platform/ctx.ts'
import type { SigningRecord } from './signing-record.ts'

/** As whom a person stands in a power of attorney. */
export interface SignedAs { personId: string; claim: string; legalName: string; birthDate: string }

/**
 * Name and date of birth in the newest power of attorney of each claim of some persons whose name or date of birth was ever corrected, in
 * one query, two where there are any. Where they are no longer those of the person, a new one has to be signed (SG-06).
 */
export async function listSignedAs({ db, vault }: Pick<Ctx, 'db' | 'vault'>, personIds: readonly string[]): Promise<SignedAs[]> {
  if (!personIds.length) return []
  const rows = await db.selectFrom('mandate')
    .innerJoin('signature', (on) => on.onRef('signature.person_id', '=', 'mandate.person_id')
    .onRef('signature.id', '=', 'mandate.signature_id'))
    .select(['mandate.person_id', 'mandate.claim', 'evidence']).distinctOn(['mandate.person_id', 'mandate.claim'])
    .where('mandate.person_id', 'in', personIds)
    .where((row) => row.exists(row.selectFrom('participant_change').select('changed_at')
      .whereRef('participant_change.person_id', '=', 'mandate.person_id').where('field', 'in', ['legal_name', 'birth_date'])))
    .orderBy('mandate.person_id').orderBy('mandate.claim').orderBy('mandate.granted_at', 'desc').execute()
  if (!rows.length) return []
  const safes = await vault.findAll(db, personIds)
  return rows.flatMap(({ person_id: personId, claim, evidence }) => {
    const safe = safes.get(personId)
    if (!safe) return []
    const { represented, details } = JSON.parse(safe.text('signature.evidence', evidence)) as SigningRecord
    const { legalName, birthDate } = represented ?? details
    return [{ personId, claim, legalName, birthDate }]
  })
}

/** Whether a power of attorney names its person otherwise than is known now. */
export const isStale = (signed: SignedAs, person: Pick<SignedAs, 'legalName' | 'birthDate'>): boolean =>
  signed.legalName !== person.legalName || signed.birthDate !== person.birthDate
