import type { Ctx } from '#platform/ctx.ts'
import type { KnownCapacity } from './revoke.ts'

/** The seal of a person's mandate in a claim, newest first; undefined while it is still being made. */
export async function findSeal({ db }: Pick<Ctx, 'db'>, personId: string, claim: string) {
  const row = await db.selectFrom('seal')
    .innerJoin('mandate', (join) => join.onRef('mandate.person_id', '=', 'seal.person_id').onRef('mandate.id', '=', 'seal.mandate_id'))
    .select(['seal.file_id', 'seal.sealed_at', 'seal.sha256', 'seal.level']).where('seal.person_id', '=', personId)
      .where('mandate.claim', '=', claim)
    .orderBy('seal.sealed_at', 'desc').limit(1).executeTakeFirst()
  return row && { fileId: row.file_id, sealedAt: row.sealed_at, sha256: row.sha256.toString('hex'), level: row.level }
}

/** A mandate with the sealed document that was made of it; without one it is still being made. */
export interface KnownMandate {
  personId: string
  mandateId: string
  claim: string
  round: number
  grantedAt: Date
  sealed: { fileId: string; sealedAt: Date; sha256: string } | undefined
}

/** Every mandate some persons ever granted, in one query, newest first. */
export async function listMandates({ db }: Pick<Ctx, 'db'>, personIds: readonly string[]): Promise<KnownMandate[]> {
  if (!personIds.length) return []
  const rows = await db.selectFrom('mandate')
    .leftJoin('seal', (join) => join.onRef('seal.person_id', '=', 'mandate.person_id').onRef('seal.mandate_id', '=', 'mandate.id'))
    .select(['mandate.person_id', 'mandate.id', 'mandate.claim', 'mandate.round', 'granted_at', 'file_id', 'sealed_at', 'sha256'])
    .where('mandate.person_id', 'in', personIds).orderBy('granted_at', 'desc').execute()
  return rows.map((row) => ({
    personId: row.person_id, mandateId: row.id, claim: row.claim, round: row.round, grantedAt: row.granted_at,
    sealed: row.file_id === null ? undefined : { fileId: row.file_id, sealedAt: row.sealed_at!, sha256: row.sha256!.toString('hex') },
  }))
}

/** Whether every signature under these capacities is of a parent or guardian (SG-07). */
export const isSignedByOthersOnly = (capacities: readonly Pick<KnownCapacity, 'signedBy'>[]): boolean =>
  capacities.length > 0 && capacities.every(({ signedBy }) => signedBy !== 'self')
