import { sql } from 'kysely'
import { ipBlock } from '#identity/address.ts'
import type { SigningRecord } from '#mandates/signing-record.ts'
import type { Ctx } from '#platform/ctx.ts'

/** How somebody signed: of a parent who signs for children only, the signature for one of them. */
export interface Evidence { personId: string; block: Buffer; signedAt: Date; seconds: number | undefined }

/**
 * The newest signature of each of these people, by their own hand, as far as signs of abuse rest on it (AD-05). The IP itself is not kept.
 */
export async function readEvidence({ db, vault }: Pick<Ctx, 'db' | 'vault'>, personIds: readonly string[]): Promise<Evidence[]> {
  if (!personIds.length) return []
  const { rows } = await sql<{ signer: string; person_id: string; evidence: Buffer; signed_at: Date }>`
    select distinct on (signer) * from (
      select person_id as signer, person_id, evidence, signed_at from signature
      where person_id = any(${personIds}::uuid[]) and representative_id is null
      union all
      select s.representative_id, s.person_id, s.evidence, s.signed_at from representation r
        join signature s on s.person_id = r.person_id and s.representative_id = r.representative_id
      where r.representative_id = any(${personIds}::uuid[])
    ) made order by signer, signed_at desc`.execute(db)
  const safes = await vault.findAll(db, rows.map((row) => row.person_id))
  return rows.flatMap((row) => {
    const safe = safes.get(row.person_id)
    if (!safe) return []
    const record = JSON.parse(safe.text('signature.evidence', row.evidence)) as Partial<SigningRecord>
    const { ip, at } = record.signature ?? {}
    if (!ip || !at) return []
    const started = record.screens?.find(({ screen }) => screen === 'start')?.at
    const seconds = started && !record.renewal ? Math.round((Date.parse(at) - Date.parse(started)) / 1000) : undefined
    return [{ personId: row.signer, block: vault.index('signing-block', ipBlock(ip)), signedAt: row.signed_at,
      seconds: seconds === undefined || seconds < 0 ? undefined : seconds }]
  })
}
