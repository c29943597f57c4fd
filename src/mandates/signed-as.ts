import type { Ctx } from '#platform/ctx.ts'
import type { SigningRecord } from './signing-record.ts'

/** As whom a person stands in a power of attorney. */
export interface SignedAs { claim: string; legalName: string; birthDate: string }

/**
 * Name and date of birth in the newest power of attorney of each claim of a person. Where they are no longer those of the person, a new one
 * has to be signed (SG-06).
 */
export async function listSignedAs({ db, vault }: Pick<Ctx, 'db' | 'vault'>, personId: string): Promise<SignedAs[]> {
  const rows = await db.selectFrom('mandate')
    .innerJoin('signature', (on) => on.onRef('signature.person_id', '=', 'mandate.person_id')
    .onRef('signature.id', '=', 'mandate.signature_id'))
    .select(['mandate.claim', 'evidence']).distinctOn('mandate.claim').where('mandate.person_id', '=', personId)
    .orderBy('mandate.claim').orderBy('mandate.granted_at', 'desc').execute()
  const safe = rows.length ? await vault.open(db, personId) : undefined
  return rows.map(({ claim, evidence }) => {
    const { represented, details } = JSON.parse(safe!.text('signature.evidence', evidence)) as SigningRecord
    const { legalName, birthDate } = represented ?? details
    return { claim, legalName, birthDate }
  })
}
