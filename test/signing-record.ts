import type { SigningRecord } from '#mandates/signing-record.ts'
import type { TestSite } from './builders.ts'

/** The record of the newest signing of the person who began to join with an address last. */
export async function signingRecordOf(site: TestSite, email: string): Promise<SigningRecord> {
  const { person_id: personId, evidence } = await site.db.selectFrom('signature')
    .innerJoin('participant', 'participant.person_id', 'signature.person_id')
    .select(['signature.person_id', 'evidence']).where('email_index', '=', site.vault.index('email', email)).orderBy('signed_at', 'desc')
      .executeTakeFirstOrThrow()
  return JSON.parse((await site.vault.open(site.db, personId)).text('signature.evidence', evidence)) as SigningRecord
}
