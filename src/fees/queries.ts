import type { Ctx } from '#platform/ctx.ts'

/**
 * What a joining costs: amounts in cents, VAT included; 0 with the reason why. `refund`: marked to be given back, at the latest on `dueOn`;
 * as `merged` only as long as another fee of the same human being stands for it.
 */
export interface KnownFee {
  personId: string
  id: string
  claim: string
  round: number
  cents: number
  vatCents: number
  reference: string | undefined
  reason: string
  owedAt: Date
  refund: { reason: string; dueOn: string; markedAt: Date } | undefined
}

/** The registration fees of some persons, in one query, oldest first. */
export async function listFees({ db }: Pick<Ctx, 'db'>, personIds: readonly string[]): Promise<KnownFee[]> {
  if (!personIds.length) return []
  const rows = await db.selectFrom('fee')
    .leftJoin('fee_refund', (on) => on.onRef('fee_refund.person_id', '=', 'fee.person_id').onRef('fee_refund.fee_id', '=', 'fee.id'))
    .leftJoinLateral((query) => query.selectFrom('fee_set_aside').select(['due_on', 'set_aside_at'])
      .whereRef('fee_set_aside.person_id', '=', 'fee.person_id').whereRef('fee_set_aside.fee_id', '=', 'fee.id')
      .where((row) => row.not(row.exists(row.selectFrom('fee_set_aside_end').select('ended_at')
        .whereRef('fee_set_aside_end.person_id', '=', 'fee_set_aside.person_id')
        .whereRef('fee_set_aside_end.set_aside_id', '=', 'fee_set_aside.id')))).limit(1).as('aside'), (on) => on.onTrue())
    .select(['fee.person_id', 'fee.id', 'claim', 'round', 'cents', 'vat_cents', 'reference', 'fee.reason', 'owed_at',
      'fee_refund.reason as refund_reason', 'fee_refund.due_on', 'marked_at', 'aside.due_on as aside_due_on', 'set_aside_at'])
    .where('fee.person_id', 'in', personIds).where('kind', '=', 'registration').orderBy('owed_at').execute()
  return rows.map((row) => ({
    personId: row.person_id, id: row.id, claim: row.claim, round: row.round, cents: row.cents, vatCents: row.vat_cents,
    reference: row.reference ?? undefined,
    reason: row.reason, owedAt: row.owed_at,
    refund: row.refund_reason !== null ? { reason: row.refund_reason, dueOn: row.due_on!, markedAt: row.marked_at! }
      : row.set_aside_at !== null ? { reason: 'merged', dueOn: row.aside_due_on!, markedAt: row.set_aside_at } : undefined,
  }))
}

/** The registration fee a person owes or paid for the newest joining of a claim; undefined where it costs nothing or is given back. */
export async function findFee(reader: Pick<Ctx, 'db'>, personId: string,
  claim: string): Promise<(KnownFee & { reference: string }) | undefined> {
  const fee = (await listFees(reader, [personId])).findLast((each) => each.claim === claim && each.cents > 0 && !each.refund)
  return fee?.reference === undefined ? undefined : { ...fee, reference: fee.reference }
}
