import type { Ctx } from '#platform/ctx.ts'

/** The seal of a person's mandate in a claim, newest first; undefined while it is still being made. */
export async function findSeal({ db }: Pick<Ctx, 'db'>, personId: string, claim: string) {
  const row = await db.selectFrom('seal').innerJoin('mandate', (join) => join.onRef('mandate.person_id', '=', 'seal.person_id').onRef('mandate.id', '=', 'seal.mandate_id'))
    .select(['seal.file_id', 'seal.sealed_at', 'seal.sha256', 'seal.level']).where('seal.person_id', '=', personId).where('mandate.claim', '=', claim)
    .orderBy('seal.sealed_at', 'desc').limit(1).executeTakeFirst()
  return row && { fileId: row.file_id, sealedAt: row.sealed_at, sha256: row.sha256.toString('hex'), level: row.level }
}

/** How many mandates wait for their seal. */
export async function countUnsealed({ db }: Pick<Ctx, 'db'>): Promise<number> {
  const row = await db.selectFrom('mandate').leftJoin('seal', (join) => join.onRef('mandate.person_id', '=', 'seal.person_id').onRef('mandate.id', '=', 'seal.mandate_id'))
    .select((count) => count.fn.countAll<string>().as('n')).where('seal.mandate_id', 'is', null).executeTakeFirstOrThrow()
  return Number(row.n)
}
